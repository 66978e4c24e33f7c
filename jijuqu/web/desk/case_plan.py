"""规划: the text by its contents, each cluster with industry, bodies and projects, and its boundaries side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse

from jijuqu.cases.models import BodyKind, SectionKind
from jijuqu.cases.standing import called
from jijuqu.land.measures import MU_M2
from jijuqu.reference.queries import industries_named
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.contact import may_forget_contacts
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.language import page_language

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Body, Boundary, Case, PlannedCluster, PlannedProject


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a boundary: its picture, its area in mu, and by how much it differs from the one before."""

    boundary: Boundary
    map_address: str
    area_mu: float
    change_mu: float | None
    stands: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """One cluster of the plan."""

    cluster: PlannedCluster
    title: str
    industries: list[str]
    bodies: list[tuple[str, Body | None]]
    projects: list[PlannedProject]
    editions: list[Edition]


@case_page
def case_plan(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show the plan as it stands."""
    head = head_of(request, seen, "case-plan")
    case = head.case
    sections = _sections(case)
    clusters = list(case.clusters.all())
    codes = {code for each in clusters for code in each.industry_codes}
    names = {each.code: f"{each.code} {each.name}" for each in industries_named(codes)} if codes else {}
    context = {
        "head": head,
        "sections": sections,
        "written": sum(bool(section.text.strip()) for _label, section in sections),
        "body_kinds": BodyKind.choices,
        "clusters": [_view(case, each, names) for each in clusters],
        "may_forget": may_forget_contacts(request, case),
    }
    return render(request, "desk/case_plan.html", context)


def _sections(case: Case) -> list[tuple[str, Any]]:
    """Give the contents of 二（三）2 in their order, each with its section."""
    sections = {each.kind: each for each in case.sections.all()}
    return [(str(kind.label), sections[kind]) for kind in SectionKind if kind in sections]


def _view(case: Case, cluster: PlannedCluster, industries: dict[str, str]) -> PlanView:
    bodies = {each.kind: each for each in cluster.bodies.all()}
    return PlanView(
        cluster,
        called(cluster).say(page_language()),
        [industries[code] for code in cluster.industry_codes if code in industries],
        [(str(kind.label), bodies.get(kind)) for kind in BodyKind],
        list(cluster.projects.all()),
        _editions(case, cluster),
    )


def _editions(case: Case, cluster: PlannedCluster) -> list[Edition]:
    """List the editions of a boundary, the one that stands first; each compared with the one before it."""
    there = sorted(cluster.boundaries.all(), key=lambda each: each.edition)
    before = {new.pk: old for old, new in pairwise(there)}
    return [
        Edition(
            each,
            reverse("case-map", args=[case.number, each.pk]),
            each.area_m2 / MU_M2,
            (each.area_m2 - before[each.pk].area_m2) / MU_M2 if each.pk in before else None,
            stands=each is there[-1],
        )
        for each in reversed(there)
    ]
