"""The plot drawn on the server as SVG, for pages without scripts and for paper; longitude first, EPSG:4490 throughout.

The drawing is equirectangular and true in length at the middle of the plot.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.web.public.detail import MANY, without_detail

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from jijuqu.siting.land import Land
    from jijuqu.siting.layers import LayerKind

    Box = tuple[float, float, float, float]  # west, south, east, north in degrees

WIDTH, HEIGHT, MARGIN = 480, 400, 44  # drawing units
FINEST = 0.3  # drawing units: detail below this is left out of the picture
LABELLED_FROM = 12  # drawing units: the number of a smaller parcel would hide it, unless there are few
FEW = 12
ONE_BY_ONE = 500  # parcels, and gaps, beyond these are drawn together: the table does not list them either
SCALES_M = [size * 10**power for power in range(7) for size in (1, 2, 5)]


@dataclass(frozen=True, slots=True)
class DrawnParcel:
    """One parcel: its outline as an SVG path, and where its number stands."""

    number: int
    path: str
    x: float
    y: float
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class DrawnGap:
    """A gap between two parts, from end to end; `words` tell its width, or nothing where there are many."""

    ends: tuple[float, float, float, float]
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the picture shows, in drawing units; `layers` are (kind, path), `corners` (x, y, words, anchor).

    Of `count` parcels the first ones are drawn one by one, the others together as one path; so are the gaps.
    """

    width: int
    height: int
    layers: list[tuple[str, str]]
    count: int
    parcels: list[DrawnParcel]
    other_parcels: str
    gaps: list[DrawnGap]
    other_gaps: str
    scale_units: float
    scale_m: int
    corners: list[tuple[float, float, str, str]]

    @property
    def scale_y(self) -> int:
        """Where the scale bar stands."""
        return self.height - 26

    @property
    def scale_words(self) -> str:
        """What the scale bar measures, as 200 m or 2 km."""
        return f"{self.scale_m // 1000} km" if self.scale_m >= 1000 else f"{self.scale_m} m"


class Frame:
    """Where degrees go in the drawing."""

    def __init__(self, bbox: tuple[float, float, float, float]) -> None:
        west, south, east, north = bbox
        self.lon, self.lat = (west + east) / 2, (south + north) / 2
        middle = math.radians(self.lat)
        metres_east = 111_412.84 * math.cos(middle) - 93.5 * math.cos(3 * middle)  # to a degree, on the ellipsoid
        metres_north = 111_132.95 - 559.85 * math.cos(2 * middle)
        across, up = max((east - west) * metres_east, 1e-6), max((north - south) * metres_north, 1e-6)
        self.units_per_metre = min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / up)
        self.per_degree = np.array([metres_east, -metres_north]) * self.units_per_metre

    def units(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        """Turn points (n, 2) in degrees into drawing units, x to the right, y down."""
        middle: NDArray[np.float64] = (degrees - [self.lon, self.lat]) * self.per_degree + [WIDTH / 2, HEIGHT / 2]
        return middle

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the drawing back into longitude and latitude."""
        lon, lat = (np.array([x, y]) - [WIDTH / 2, HEIGHT / 2]) / self.per_degree + [self.lon, self.lat]
        return float(lon), float(lat)

    def path(self, shape: BaseGeometry) -> str:
        """Give the SVG path of polygons in degrees, without detail that nobody could see."""
        return self.paths([shape])[0]

    def paths(self, shapes: Sequence[BaseGeometry]) -> list[str]:
        """Give the SVG paths of polygons in degrees, without detail that nobody could see."""
        drawn = shapely.transform(np.array(shapes, dtype=object), self.units)
        return ["".join(_rings(shape)) for shape in without_detail(drawn, FINEST)]


def _rings(shape: BaseGeometry) -> Iterator[str]:
    for polygon in shapely.get_parts(shapely.get_parts(shape)):
        if polygon.geom_type == "Polygon" and not polygon.is_empty:
            for ring in (polygon.exterior, *polygon.interiors):
                points = shapely.get_coordinates(ring)[:-1].tolist()
                yield "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in points]) + "Z"


def draw(land: Land, near: Mapping[str, BaseGeometry]) -> Drawing:
    """Draw measured land with the layers near it (`in_view`)."""
    frame = Frame(land.bbox)
    outlines = frame.paths(land.shapes)
    gaps = [frame.units(np.array(gap.ends)).round(1).tolist() for gap in land.gaps]
    drawing = drawing_in(frame, near, list(_parcels(frame, land, outlines)), list(_gaps(land, gaps)))
    return replace(
        drawing, count=len(outlines), other_parcels="".join(outlines[ONE_BY_ONE:]),
        other_gaps="".join(f"M{x1} {y1}L{x2} {y2}" for (x1, y1), (x2, y2) in gaps[ONE_BY_ONE:]),
    )  # fmt: skip


def drawing_in(
    frame: Frame, near: Mapping[str, BaseGeometry], parcels: list[DrawnParcel], gaps: list[DrawnGap]
) -> Drawing:
    """Put a drawing together: layers cut to the frame, parcels and gaps on them, scale and coordinates round them."""
    scale_m = max((size for size in SCALES_M if size * frame.units_per_metre <= WIDTH / 4), default=1)
    return Drawing(
        WIDTH, HEIGHT,
        layers=list(zip(near, frame.paths(list(near.values())), strict=True)),
        count=len(parcels), parcels=parcels, other_parcels="", gaps=gaps, other_gaps="",
        scale_units=round(scale_m * frame.units_per_metre, 1), scale_m=scale_m, corners=list(_corners(frame)),
    )  # fmt: skip


def in_view(bbox: Box, layers: Mapping[LayerKind, list[bytes]]) -> dict[str, BaseGeometry]:
    """Give each kind of layer (WKB) as one shape, cut to what the drawing of a box of degrees shows; without others."""
    frame = Frame(bbox)
    (west, north), (east, south) = frame.degrees(0, 0), frame.degrees(WIDTH, HEIGHT)
    seen = {
        kind: shapely.union_all(shapely.clip_by_rect(shapely.from_wkb(polygons), west, south, east, north))
        for kind, polygons in layers.items()
    }
    return {kind: shape for kind, shape in seen.items() if not shape.is_empty}


def _parcels(frame: Frame, land: Land, outlines: list[str]) -> Iterator[DrawnParcel]:
    for parcel, shape, path in zip(land.parcels[:ONE_BY_ONE], land.shapes, outlines, strict=False):
        x, y = frame.units(np.array([parcel.label_at]))[0]
        west, south, east, north = shape.bounds
        span = np.abs(np.array([east - west, north - south]) * frame.per_degree).min()
        labelled = len(land.parcels) <= FEW or span >= LABELLED_FROM
        yield DrawnParcel(parcel.number, path, round(x, 1), round(y, 1), bool(labelled))


def _gaps(land: Land, drawn: list[list[list[float]]]) -> Iterator[DrawnGap]:
    for gap, ((x1, y1), (x2, y2)) in zip(land.gaps[:ONE_BY_ONE], drawn, strict=False):
        words = f"{gap.width_m:,.2f} m" if len(land.gaps) <= FEW else ""
        yield DrawnGap((x1, y1, x2, y2), round((x1 + x2) / 2, 1), round((y1 + y2) / 2, 1), words)


def _corners(frame: Frame) -> Iterator[tuple[float, float, str, str]]:
    """Write the coordinates at two opposite corners of the frame."""
    for x, y, shift, anchor in ((0, 0, 14, "start"), (WIDTH, HEIGHT, -6, "end")):
        lon, lat = frame.degrees(x, y)
        yield (
            (x + 6 if anchor == "start" else x - 6),
            y + shift,
            f"{abs(lon):.5f}°{'EW'[lon < 0]} {abs(lat):.5f}°{'NS'[lat < 0]}",
            anchor,
        )


def as_map_content(land: Land, near: Mapping[str, BaseGeometry], words: Mapping[str, str]) -> dict[str, object]:
    """Give the same picture as the content of the interactive map (`frontend/src/map/content.ts`).

    `words` name the layers and hold the templates `parcel` and `gap`.
    """
    known = [
        {"id": kind, "kind": LOOKS[kind], "name": words[kind], "features": _collection([(shape, {})])}
        for kind, shape in near.items()
    ]
    light = _light(land)
    parcels = [
        (shape, {"label": str(parcel.number), "title": words["parcel"].format(number=parcel.number)})
        for parcel, shape in zip(land.parcels[:ONE_BY_ONE], light, strict=False)
    ]
    if len(light) > ONE_BY_ONE:
        title = words["parcel"].format(number=f"{ONE_BY_ONE + 1}–{len(light)}")
        parcels.append((shapely.multipolygons(shapely.get_parts(light[ONE_BY_ONE:])), {"title": title}))
    lines = shapely.linestrings([gap.ends for gap in land.gaps]) if land.gaps else np.empty(0, dtype=object)
    gaps = [
        (line, {"label": words["gap"].format(width=gap.width_m)})
        for gap, line in zip(land.gaps[:ONE_BY_ONE], lines, strict=False)
    ]
    if len(lines) > ONE_BY_ONE:
        gaps.append((shapely.multilinestrings(lines[ONE_BY_ONE:]), {}))
    plot = {"id": "plot", "kind": "plot", "name": words["plot"], "features": _collection(parcels)}
    between = {"id": "gaps", "kind": "gap", "name": words["gaps"], "features": _collection(gaps)}
    return {"layers": [*known, plot, *([between] if gaps else [])], "bounds": list(land.bbox)}


def _light(land: Land) -> Sequence[BaseGeometry]:
    """Leave out detail that the whole plot does not show, where there is so much of it that the page would be slow."""
    shapes = land.shapes
    if shapely.get_num_coordinates(shapes).sum() <= MANY:
        return shapes
    west, south, east, north = land.bbox
    light = without_detail(shapes, max(east - west, north - south) / 4000)
    return list(shapely.transform(light, lambda degrees: degrees.round(8)))  # 1 mm: the page carries fewer digits


LOOKS = {
    "park": "park",
    "planned-industrial": "planned",
    "urban-boundary": "planned",
    "eco-redline": "forbidding",
    "farmland": "forbidding",
}


def _collection(features: list[tuple[BaseGeometry, dict[str, str]]]) -> dict[str, object]:
    listed = [
        {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(shape))}
        for shape, properties in features
    ]
    return {"type": "FeatureCollection", "features": listed}
