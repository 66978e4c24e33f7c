"""Planning layers against which land is held: from a file, or from the records of a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import shapely

from jijuqu.land import boundary_files
from jijuqu.land.parcel import UnreadableError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

LayerKind = Literal["park", "planned-industrial", "eco-redline", "farmland", "urban-boundary"]
LAYER_KINDS: tuple[LayerKind, ...] = get_args(LayerKind)


@dataclass(frozen=True, slots=True)
class LayerFile:
    """A layer in a file of any format that a boundary may have."""

    path: Path


@dataclass(frozen=True, slots=True)
class LayerShapes:
    """A layer as well-known binary: valid polygons in degrees, EPSG:4490, longitude first."""

    wkb: tuple[bytes, ...]


Layer = LayerFile | LayerShapes


def load_layer(kind: LayerKind, layer: Layer) -> tuple[list[BaseGeometry], tuple[Message, ...]]:
    """Give a layer's polygons in degrees, and what was noticed; UnreadableError names the layer before its reasons."""
    if isinstance(layer, LayerShapes):
        return list(shapely.from_wkb(list(layer.wkb))), ()
    try:
        boundary = boundary_files.read(layer.path)
    except UnreadableError as error:
        raise UnreadableError((_about("layer_unreadable", kind, layer), *error.reasons)) from error
    issues = (_about("layer_noticed", kind, layer), *boundary.issues) if boundary.issues else ()
    return [parcel.polygon for parcel in boundary.parcels], issues


def _about(code: str, kind: LayerKind, layer: LayerFile) -> Message:
    return Message(code, {"kind": kind, "name": layer.path.name})
