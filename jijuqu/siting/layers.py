"""Planning layers against which land is held: from a file, or from the records of a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from pathlib import Path

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
