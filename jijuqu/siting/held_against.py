"""Holds measured land against planning layers that could only be looked up once its place was known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from jijuqu.land.overlap import lay_over
from jijuqu.siting.land import Land, LayerOverlap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.siting.layers import LayerKind, LayerShapes


def held_against(land: Land, layers: Mapping[LayerKind, LayerShapes]) -> Land:
    """Give the same land with its overlap with each layer; the parcels are taken from `land.geojson`."""
    parcels = list(shapely.get_parts(shapely.from_geojson(land.geojson)))
    overlaps = {kind: _overlap(parcels, layer) for kind, layer in layers.items()}
    return replace(land, layers={**land.layers, **overlaps})


def _overlap(parcels: list[shapely.Polygon], layer: LayerShapes) -> LayerOverlap:
    found = lay_over(parcels, shapely.from_wkb(list(layer.wkb)))
    return LayerOverlap(found.share, found.area_m2, shapely.to_geojson(found.shape))
