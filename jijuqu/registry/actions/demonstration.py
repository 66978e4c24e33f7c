"""Acts that make a database the demonstration's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.registry.models import Cluster, Demonstration, Park, PlanningLayer, SampleFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


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


@transaction.atomic
def enter_samples(samples: Iterable[SampleFile]) -> None:
    """Offer files to try a check with."""
    SampleFile.objects.bulk_create(samples)
