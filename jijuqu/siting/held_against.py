"""Holds measured land against planning layers that could only be looked up once its place was known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jijuqu.siting.load_layers import lay_over_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.siting.land import Land
    from jijuqu.siting.layers import Layer, LayerKind


def held_against(land: Land, layers: Mapping[LayerKind, Layer]) -> Land:
    """Give the same land with its overlap with each layer."""
    overlaps, issues = lay_over_all(land.shapes, [parcel.area_m2 for parcel in land.parcels], layers)
    return replace(land, layers={**land.layers, **overlaps}, issues=(*land.issues, *issues))
