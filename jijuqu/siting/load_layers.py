"""The polygons of planning layers, ready to be laid over land."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from jijuqu.land.boundary_files import read
from jijuqu.land.parcel import UnreadableError
from jijuqu.siting.layers import LayerShapes
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from jijuqu.siting.layers import Layer, LayerFile, LayerKind


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
