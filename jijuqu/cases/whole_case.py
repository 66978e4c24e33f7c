"""A case with everything that pages and rules ask of it, in nine queries however much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jijuqu.cases.joined import Joined, attach
from jijuqu.cases.models import (
    Boundary,
    Case,
    CaseFile,
    PlannedCluster,
    Review,
    Section,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model, QuerySet

WITH_PEOPLE = ("holder", "drafter", "city_officer")
# Large, and of no use to a rule: maps read the geometry themselves.
HEAVY = ("holder__outline_wkb",)
GEOMETRY = ("wkb", "geojson")

_clusters_of = Joined(
    lambda case: PlannedCluster.objects.filter(case=case), "bodies", "projects", "entry", without=("entry__wkb",)
)
_reviews_of = Joined(
    lambda case: Review.objects.filter(case=case), "requests__department", "requests__handled_by",
    "requests__signed_by", "requests__paper", "requests__remarks", "settlements",
)  # fmt: skip
_beside = Joined(  # short lists all, and most cases have none of them
    lambda case: Case.objects.filter(pk=case), "corrections__items", "departures__acceptances",
    "departures__written_by", "panels__seats__expert", "panels__paper",
)  # fmt: skip


def cases_to_fill(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Let cases be fetched with their district and officers, as `filled` wants them."""
    return cases.select_related(*WITH_PEOPLE).defer(*HEAVY)


def filled(case: Case) -> Case:
    """Fill in everything below a case that was fetched by `cases_to_fill`; return the same object."""
    clusters = _clusters_of(case.pk)
    boundaries = Boundary.objects.filter(cluster__in=clusters).defer(*GEOMETRY).order_by("cluster", "edition")
    attach(clusters, "boundaries", list(boundaries), "cluster")
    below: dict[str, Sequence[Any]] = {
        "clusters": clusters,
        "sections": list(Section.objects.filter(case=case).select_related("held_by")),
        "statements": list(Statement.objects.filter(case=case).select_related("evidence").order_by("pk")),
        "files": list(CaseFile.objects.filter(case=case).select_related("attachment")),
        "reviews": _reviews_of(case.pk),
    }
    for name, rows in below.items():
        attach([case], name, rows, "case")
    (beside,) = _beside(case.pk)
    for name in ("corrections", "departures", "panels"):
        attach([case], name, getattr(beside, name).all(), "case")
    _name_clusters(case, clusters)
    return case


def _name_clusters(case: Case, clusters: Sequence[PlannedCluster]) -> None:
    """Let remarks, items, statements and departures know their cluster without asking for it one by one."""
    by_key = {each.pk: each for each in clusters}
    about: list[Model] = [*case.statements.all(), *case.departures.all()]
    for review in case.reviews.all():
        about += [remark for request in review.requests.all() for remark in request.remarks.all()]
    for correction in case.corrections.all():
        about += correction.items.all()
    for row in about:
        if (cluster := by_key.get(row.cluster_id)) is not None:  # type: ignore[attr-defined]
            row.cluster = cluster  # type: ignore[attr-defined]
