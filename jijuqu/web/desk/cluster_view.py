"""One cluster of a case as pages show it: what each clause finds, its land, its map, and what was excused."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from jijuqu.cases.register import district_of
from jijuqu.cases.standing import called
from jijuqu.policy.notices import governing
from jijuqu.policy.rule import Outcome
from jijuqu.procedure.naming import cluster_name
from jijuqu.procedure.roles import Level
from jijuqu.web.desk.case_evidence import case_evidence
from jijuqu.web.language import page_language
from jijuqu.web.public.check_findings import Basis, Row, finding_row, look
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    import datetime

    from jijuqu.cases.facts import Judged
    from jijuqu.cases.models import Boundary, Case, Departure, PlannedCluster
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.rule import Finding


@dataclass(frozen=True, slots=True)
class Excused:
    """A departure from a rule in principle: why, who wrote it, and who accepted it on each side."""

    clause: str
    title: str
    words: str
    written_by: str
    accepted: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class ClusterView:
    """One cluster as the tab shows it; `counts` are (look, label, how many) for its summary line."""

    number: int
    title: str
    name: str
    against: list[Row]
    unknown: list[Row]
    met: list[Row]
    not_applicable: list[Row]
    counts: list[tuple[str, str, int]]
    land: list[tuple[str, str]]
    issues: list[str]
    map_address: str
    boundary: Boundary | None
    departures: list[Excused]


def cluster_view(case: Case, judged: Judged, on: datetime.date) -> ClusterView:
    """Put one cluster of a case, fetched whole, into words."""
    language, cluster, notice = page_language(), judged.cluster, governing(case.received_on or on)
    sources = partial(case_evidence, case, judged, language=language)
    basis = Basis(notice, judged.limits, sources, reverse("clauses"))
    rows = [
        (finding, finding_row(basis, finding, f"finding-{cluster.number}-{n}", language))
        for n, finding in enumerate(judged.findings, start=1)
    ]
    boundary = judged.boundary
    return ClusterView(
        number=cluster.number,
        title=called(cluster).say(language),
        name=_name(case, cluster),
        against=[row for finding, row in rows if finding.outcome is Outcome.NOT_MET and finding.gives_verdict],
        unknown=[row for finding, row in rows if finding.outcome is Outcome.UNKNOWN],
        met=[row for finding, row in rows if finding.outcome in {Outcome.MET, Outcome.EXCEPTED}],
        not_applicable=[row for finding, row in rows if _is_aside(finding)],
        counts=_counts(rows),
        land=_land(boundary),
        issues=[each[language] for each in boundary.land["issues"]] if boundary else [],
        map_address=reverse("case-map", args=[case.number, boundary.pk]) if boundary else "",
        boundary=boundary,
        departures=[_excused(each, notice) for each in case.departures.all() if each.cluster_id in {None, cluster.pk}],
    )


def _name(case: Case, cluster: PlannedCluster) -> str:
    """Compose the name the cluster will bear (二（三）6), where its industry is settled."""
    return cluster_name(district_of(case), cluster.industry_zh) if cluster.industry_zh else ""


def _is_aside(finding: Finding) -> bool:
    return finding.outcome is Outcome.NOT_APPLICABLE or (
        finding.outcome is Outcome.NOT_MET and not finding.gives_verdict
    )


def _counts(rows: list[tuple[Finding, Row]]) -> list[tuple[str, str, int]]:
    """Count the findings by the word they are called by, what stands against the plan first."""
    order = ("not_met", "explain", "unknown", "excepted", "met")
    looks = [(look(finding), row.label) for finding, row in rows]
    return [
        (kind, label, looks.count((kind, label)))
        for kind in order
        for label in dict.fromkeys(label for each, label in looks if each == kind)
    ]


def _land(boundary: Boundary | None) -> list[tuple[str, str]]:
    """List what the standing boundary measures: a name and a value each."""
    if boundary is None:
        return []
    language, land = page_language(), boundary.land
    gaps = _("、").join(with_unit(width, "m", language) for width in land["gaps_m"][:10])
    return [
        (_("椭球面面积"), with_unit(land["area_mu"], "mu", language)),
        (_("平面面积"), with_unit(land["plane_area_mu"], "mu", language)),
        (_("工业用地"), with_unit(land["industrial_land_mu"], "mu", language)),
        (_("地块"), _("%(parcels)s 个，连成 %(parts)s 部分") % {"parcels": land["parcels"], "parts": land["parts"]}),
        *([(_("各部分间距"), gaps)] if gaps else []),
        (_("坐标系"), land["crs"]),
        (_("边界文件"), _("第%(edition)s版 %(file)s") % {"edition": boundary.edition, "file": boundary.file_name}),
    ]


def _excused(departure: Departure, notice: Notice) -> Excused:
    language = page_language()
    rule = next((each for each in notice.rules if each.name == departure.rule), None)
    return Excused(
        departure.clause,
        rule.title.say(language) if rule else departure.rule,
        departure.justification,
        departure.written_by.name,
        [
            (Level(each.level).label.say(language), each.accepted_by, each.accepted_on.isoformat())
            for each in departure.acceptances.all()
        ],
    )
