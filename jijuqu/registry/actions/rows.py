"""Saves one row of the registry after every check of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.land.area import geodesic_area_m2
from jijuqu.registry.models.shaped import shape_columns
from jijuqu.tables.saving import save_checked

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from jijuqu.registry.models import Cluster, Park, PlanningLayer, Slot


def save(row: Park | PlanningLayer | Cluster | Slot) -> None:
    """Save a row. Raises ValidationError for one that cannot be."""
    save_checked(row)


def save_with_shape(row: Park | PlanningLayer | Cluster, geometry: BaseGeometry) -> None:
    """Save a row with its polygon (degrees, EPSG:4490). Raises ValueError for a polygon that is not valid."""
    for column, value in shape_columns(geometry).items():
        setattr(row, column, value)
    save(row)


def save_cluster(cluster: Cluster, boundary: BaseGeometry) -> None:
    """Save a cluster with its boundary; its area is measured here, on the CGCS2000 ellipsoid."""
    cluster.area_m2 = geodesic_area_m2(boundary)
    save_with_shape(cluster, boundary)
