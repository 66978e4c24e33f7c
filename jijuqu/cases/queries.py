"""What is read of cases, permissions in the query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet

from jijuqu.accounts.permissions import reach
from jijuqu.cases.models import (
    Case,
    Correction,
    OpinionRequest,
    Panel,
    PlannedCluster,
    Review,
)

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person


def visible_to(person: Person, on: datetime.date) -> QuerySet[Case]:
    """Return the cases that somebody may see: all, their district's, or those their department is asked about.

    A department of the city sees a case from the day it is asked; an expert from the day of being seated.
    """
    theirs = reach(person, on)
    if theirs.everything:
        return Case.objects.all()
    asked = Q(reviews__requests__department__in=theirs.organisations)
    seated = Q(panels__seats__expert__person=person)
    return Case.objects.filter(Q(holder__in=theirs.holders) | asked | seated).distinct()


def whole(case_pk: int) -> Case:
    """Fetch a case with all that pages and rules ask of it, in a fixed number of queries."""
    return _whole().get(pk=case_pk)


def _whole() -> QuerySet[Case]:
    clusters = PlannedCluster.objects.select_related("entry").prefetch_related("boundaries", "bodies", "projects")
    requests = OpinionRequest.objects.select_related("department", "handled_by", "signed_by", "paper").prefetch_related(
        "remarks"
    )
    reviews = Review.objects.prefetch_related(Prefetch("requests", requests), "settlements")
    panels = Panel.objects.prefetch_related("seats__expert")
    return Case.objects.select_related("holder", "drafter", "city_officer").prefetch_related(
        Prefetch("clusters", clusters), "sections", "statements", "files__attachment", Prefetch("reviews", reviews),
        Prefetch("panels", panels), Prefetch("corrections", Correction.objects.prefetch_related("items")),
        "departures__acceptances", "letters",
    ).defer("holder__outline_wkb")  # fmt: skip
