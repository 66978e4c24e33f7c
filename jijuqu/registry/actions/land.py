"""Acts on parks and planning layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.registry.actions.rows import save, save_with_shape
from jijuqu.registry.models import Park, PlanningLayer, PlanningPolygon
from jijuqu.registry.models.shaped import shape_columns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from jijuqu.accounts.models import Person


@transaction.atomic
def enter_park(park: Park, planned_range: BaseGeometry, *, actor: Person | None, on: date) -> Park:
    """Enter a park with its planned construction range (degrees, EPSG:4490).

    Raises ValueError for a polygon that is not valid, ValidationError for a row that is not.
    """
    require(actor, Permission.KEEP_REFERENCE)
    save_with_shape(park, planned_range)
    record("registry.enter_park", f"park:{park.code}", actor=actor, on=on, wrote=[park])
    return park


@transaction.atomic
def enter_layer(
    layer: PlanningLayer,
    speaks_about: BaseGeometry,
    polygons: Iterable[BaseGeometry],
    *,
    actor: Person | None,
    on: date,
) -> PlanningLayer:
    """Enter one delivery of a planning layer: the land it speaks about, and its polygons (degrees, EPSG:4490)."""
    require(actor, Permission.KEEP_REFERENCE)
    save_with_shape(layer, speaks_about)
    rows = PlanningPolygon.objects.bulk_create(PlanningPolygon(layer=layer, **shape_columns(each)) for each in polygons)
    record("registry.enter_layer", f"layer:{layer.code}", actor=actor, on=on, wrote=[layer, *rows])
    return layer


@transaction.atomic
def end_park(park: Park, last_day: date, *, why: str, actor: Person | None, on: date) -> None:
    """Let a park end with a day, as where its range is entered anew; what was found before keeps it."""
    require(actor, Permission.KEEP_REFERENCE)
    park.last_day = last_day
    save(park)
    record("registry.end_park", f"park:{park.code}", actor=actor, on=on, wrote=[park], details={"why": why})


@transaction.atomic
def end_layer(layer: PlanningLayer, last_day: date, *, why: str, actor: Person | None, on: date) -> None:
    """Let a delivery of a layer end with a day, as where a newer one follows; what was found before keeps it."""
    require(actor, Permission.KEEP_REFERENCE)
    layer.last_day = last_day
    save(layer)
    record("registry.end_layer", f"layer:{layer.code}", actor=actor, on=on, wrote=[layer], details={"why": why})
