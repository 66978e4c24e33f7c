"""GeoJSON (RFC 7946), with the `crs` member of its 2008 edition honoured where it stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
from pyproj import CRS

from jijuqu.land.boundary_files.columns import described, plain
from jijuqu.land.boundary_files.georeference import crs_named
from jijuqu.land.boundary_files.survey import Plot, Survey, VertexCount, points_of, refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.land.boundary_files.survey import Ring

LONG_NUMBER = re.compile(r"\d{4301}")
"""Python turns no longer ones into integers."""
OTHER_GEOMETRIES = ("Point", "MultiPoint", "LineString", "MultiLineString")


def read_geojson(words: str) -> Survey:
    """Read every polygon of a GeoJSON file, feature by feature."""
    document = parsed(words)
    features = features_of(document)
    count, plots, left_out = VertexCount(), [], 0
    for number, feature in enumerate(features, start=1):
        polygons = list(polygons_of(feature.get("geometry"), number, count))
        if not polygons:
            left_out += 1
            continue
        count.add_plot()
        row = feature.get("properties")
        described_as = described(row if isinstance(row, dict) else {})
        described_as["id"] = described_as["id"] or plain(feature.get("id"))
        plots.append(Plot(polygons, **described_as))
    issues = [Message("features_left_out", {"count": left_out})] if left_out else []
    return Survey(plots, crs_of(document, plots), issues)


def parsed(text: str) -> dict[str, Any]:
    """Parse JSON; whatever its writer did to it, the answer is an object or a refusal."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise refusal("json_broken", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise refusal("nested_too_deep") from None
    except ValueError:  # an integer of thousands of digits
        at = found.start() if (found := LONG_NUMBER.search(text)) else 0
        line = text.count("\n", 0, at) + 1
        raise refusal("json_broken", line=line, column=at - text.rfind("\n", 0, at)) from None
    if not isinstance(document, dict):
        raise refusal("not_geojson", found=type(document).__name__)
    return document


def features_of(document: dict[str, Any]) -> list[Any]:
    """Give the features of a collection, or the one feature or bare geometry as a list of one."""
    kind = document.get("type")
    if kind == "FeatureCollection" and isinstance(document.get("features"), list):
        features: list[Any] = document["features"]
    elif kind == "Feature":
        features = [document]
    elif kind in ("Polygon", "MultiPolygon", "GeometryCollection", *OTHER_GEOMETRIES):
        features = [{"geometry": document}]
    else:
        raise refusal("not_geojson", found=str(kind or "")[:50] or "-")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict):
            raise refusal("feature_broken", number=number)
    return features


def polygons_of(geometry: object, number: int, count: VertexCount) -> Iterator[list[Ring]]:
    """Give the polygons of a geometry; none for points, lines and nothing at all."""
    if geometry is None:
        return
    if not isinstance(geometry, dict):
        raise refusal("feature_broken", number=number)
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        for part in geometry["geometries"]:
            yield from polygons_of(part, number, count)
    elif kind in ("Polygon", "MultiPolygon"):
        polygons = [coordinates] if kind == "Polygon" else coordinates
        if not isinstance(polygons, list):
            raise refusal("feature_broken", number=number)
        yield from (rings_of(polygon, number, count) for polygon in polygons if polygon != [])
    elif kind not in OTHER_GEOMETRIES:
        raise refusal("feature_broken", number=number)


def rings_of(polygon: object, number: int, count: VertexCount) -> list[Ring]:
    """Give the rings of one polygon; heights are dropped."""
    if not isinstance(polygon, list) or not all(isinstance(ring, list) for ring in polygon):
        raise refusal("feature_broken", number=number)
    count.add_vertices(sum(max(1, len(ring)) for ring in polygon))
    try:
        rings = [[(position[0], position[1]) for position in ring] for ring in polygon]
    except (TypeError, KeyError, IndexError):
        raise refusal("feature_broken", number=number) from None
    if any(type(value) not in (int, float) for ring in rings for position in ring for value in position):
        raise refusal("feature_broken", number=number)
    try:
        return [np.array(ring, dtype=float).reshape(-1, 2) for ring in rings]
    except OverflowError:  # a whole number beyond any float
        raise refusal("feature_broken", number=number) from None


def crs_of(document: dict[str, Any], plots: list[Plot]) -> CRS | None:
    """Give the system of the `crs` member, else EPSG:4326, else None for numbers that can be no degrees."""
    match document.get("crs"):
        case {"properties": {"name": str(name)}}:
            code = name.rsplit(":", 1)[-1]
            return CRS.from_epsg(4326) if code == "CRS84" else crs_named(code)
        case None if "crs" in document:
            return None
    points = points_of(plots)
    finite = points[np.isfinite(points).all(axis=1)]
    return None if len(finite) and (np.abs(finite) > 180).all(axis=1).all() else CRS.from_epsg(4326)
