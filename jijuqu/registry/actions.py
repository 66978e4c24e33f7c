"""Everything that writes the registry: one act, one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.land.area import geodesic_area_m2
from jijuqu.registry.models import (
    Cluster,
    Demonstration,
    Park,
    PlanningLayer,
    PlanningPolygon,
    QuotaHolder,
    SampleFile,
    Slot,
)
from jijuqu.registry.models.cluster import SLOTS_WITHOUT_REASON
from jijuqu.registry.models.shaped import shape_columns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shapely.geometry.base import BaseGeometry


@transaction.atomic
def enter_park(park: Park, planned_range: BaseGeometry) -> Park:
    """Enter a park with its planned construction range (degrees, EPSG:4490).

    Raises ValueError for a polygon that is not valid, ValidationError for a row that is not.
    """
    _save(park, planned_range)
    return park


@transaction.atomic
def enter_layer(layer: PlanningLayer, speaks_about: BaseGeometry, polygons: Iterable[BaseGeometry]) -> PlanningLayer:
    """Enter one delivery of a planning layer: the land it speaks about, and its polygons (degrees, EPSG:4490)."""
    _save(layer, speaks_about)
    PlanningPolygon.objects.bulk_create(PlanningPolygon(layer=layer, **shape_columns(each)) for each in polygons)
    return layer


@transaction.atomic
def enter_cluster(cluster: Cluster, boundary: BaseGeometry, *, reason: str = "") -> Cluster:
    """Enter a cluster with its surveyed boundary (degrees, EPSG:4490); its area is measured here.

    Outside the parks it takes the holder's next free slot; beyond the fifth a `reason` (特殊情况说明) is wanted.
    Raises ValueError for a polygon that is not valid, ValidationError for a row that is not.
    """
    cluster.area_m2 = geodesic_area_m2(boundary)
    _save(cluster, boundary)
    if cluster.park_id is None and cluster.ended_on is None:
        _take_slot(cluster, reason)
    return cluster


def _take_slot(cluster: Cluster, reason: str) -> None:
    """Give the cluster the lowest free number; the lock on the holder lets no two take the same."""
    holder = QuotaHolder.objects.select_for_update().get(pk=cluster.holder_id)
    taken = set(holder.slots.values_list("number", flat=True))
    number = next(number for number in range(1, len(taken) + 2) if number not in taken)
    slot = Slot(holder=holder, number=number, cluster=cluster, reason=reason if number > SLOTS_WITHOUT_REASON else "")
    slot.full_clean()
    slot.save()


@transaction.atomic
def approve_cluster(cluster: Cluster, on: date) -> None:
    """Record the day of the letter that approves a cluster outside the parks."""
    cluster.approved_on = on
    _clean_and_save(cluster)


@transaction.atomic
def end_cluster(cluster: Cluster, on: date) -> None:
    """Record that a cluster is no more (refused, withdrawn, dissolved); its slot is free again."""
    cluster.ended_on = on
    _clean_and_save(cluster)
    Slot.objects.filter(cluster=cluster).delete()


@transaction.atomic
def publish_cluster(cluster: Cluster, on: date) -> None:
    """Show the cluster and its boundary to the public from a day on: an officer's decision after the map review."""
    cluster.published_on = on
    _clean_and_save(cluster)


@transaction.atomic
def enter_samples(samples: Iterable[SampleFile]) -> None:
    """Offer files to try a check with."""
    SampleFile.objects.bulk_create(samples)


def _save(row: Park | PlanningLayer | Cluster, geometry: BaseGeometry) -> None:
    for column, value in shape_columns(geometry).items():
        setattr(row, column, value)
    _clean_and_save(row)


def _clean_and_save(row: Park | PlanningLayer | Cluster) -> None:
    row.full_clean()
    row.save()


class DatabaseInUseError(Exception):
    """The demonstration was to be loaded into a database that holds other records."""


@transaction.atomic
def mark_as_demonstration(as_of: date) -> None:
    """Mark an empty registry as the demonstration, shown as of a day.

    Raises DatabaseInUseError where there are parks, layers or clusters already: they are somebody's records.
    """
    if Park.objects.exists() or PlanningLayer.objects.exists() or Cluster.objects.exists():
        raise DatabaseInUseError("this database holds records; set JIJUQU_DATA or DATABASE_URL to an empty one")
    Demonstration.objects.create(as_of=as_of)
