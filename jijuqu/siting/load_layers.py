"""Loads planning layers and lays them over land."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from jijuqu.land.boundary_files import read
from jijuqu.land.overlap import lay_over
from jijuqu.land.parcel import UnreadableError
from jijuqu.siting.land import LayerOverlap
from jijuqu.siting.layers import LayerShapes
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from jijuqu.siting.layers import Layer, LayerFile, LayerKind


def lay_over_all(
    land: Sequence[BaseGeometry], areas_m2: Sequence[float], layers: Mapping[LayerKind, Layer]
) -> tuple[dict[LayerKind, LayerOverlap], list[Message]]:
    """Measure how much of the land (degrees, with its areas) lies inside each layer; and say what was noticed."""
    overlaps: dict[LayerKind, LayerOverlap] = {}
    issues: list[Message] = []
    for kind, layer in layers.items():
        polygons, noticed = load_layer(kind, layer)
        overlap = lay_over(land, areas_m2, polygons)
        overlaps[kind] = LayerOverlap(overlap.share, overlap.area_m2)
        issues.extend(noticed)
    return overlaps, issues


def load_layer(kind: LayerKind, layer: Layer) -> tuple[list[BaseGeometry], tuple[Message, ...]]:
    """Give a layer's polygons in degrees, and what was noticed; UnreadableError names the layer before its reasons."""
    if isinstance(layer, LayerShapes):
        return list(shapely.from_wkb(list(layer.wkb))), ()
    try:
        boundary = read(layer.path)
    except UnreadableError as error:
        raise UnreadableError((_about("layer_unreadable", kind, layer), *error.reasons)) from error
    issues = (_about("layer_noticed", kind, layer), *boundary.issues) if boundary.issues else ()
    return [parcel.polygon for parcel in boundary.parcels], issues


def _about(code: str, kind: LayerKind, layer: LayerFile) -> Message:
    return Message(code, {"kind": kind, "name": layer.path.name})
