"""The one door from the tables of a case to the rules: what is measured, stated and on record, by name of fact.

Everything here reads a case as `queries.whole` fetched it, so that asking all rules of all clusters costs no query but
the one that counts the district's other clusters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.cases.models import BodyKind, FileKind, SectionKind
from jijuqu.policy.case import read_case, stated_fault
from jijuqu.policy.facts import SINGLE_SUBJECTS, Plan, Site
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.policy.parameters import Limits
from jijuqu.procedure.departments import Duty
from jijuqu.procedure.naming import cluster_name
from jijuqu.procedure.roles import Level
from jijuqu.procedure.states import State
from jijuqu.reference.queries import limits_with_entered
from jijuqu.registry.queries import clusters_outside_parks
from jijuqu.siting.facts import SHARE_FACTS
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from jijuqu.cases.models import Boundary, Case, PlannedCluster, Review
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.rule import Finding

CONTENTS: Mapping[str, tuple[SectionKind, ...]] = {
    "has_background": (SectionKind.BACKGROUND,),
    "has_present_state": (SectionKind.PRESENT_STATE,),
    "has_overall_requirements": (SectionKind.REQUIREMENTS,),
    "has_goals": (SectionKind.GOALS,),
    "has_industry_chapter": (SectionKind.INDUSTRY,),
    "has_spatial_layout": (SectionKind.LAYOUT_SITE, SectionKind.LAYOUT_SIZE, SectionKind.LAYOUT_ZONES),
    "has_building_and_operation": (SectionKind.OPERATION,),
    "has_policy_measures": (SectionKind.MEASURES,),
}
BODIES: Mapping[str, BodyKind] = {
    "names_industry_department": BodyKind.DEPARTMENT,
    "names_builder": BodyKind.BUILDER,
    "names_operator": BodyKind.OPERATOR,
}
OPINIONS: Mapping[Duty, str] = {
    Duty.DEVELOPMENT_REFORM: "development_and_reform_opinion",
    Duty.NATURAL_RESOURCES: "planning_and_resources_opinion",
    Duty.ECOLOGY: "ecology_opinion",
    Duty.EMERGENCY: "emergency_opinion",
    Duty.PARKS: "parks_opinion",
}
# What a survey file or the record of the case tells is not stated beside them (`siting.facts.site_facts`).
MEASURED = {
    "in_park",
    "parts",
    "industrial_land_mu",
    "ancillary_land_mu",
    "total_land_mu",
    "lies_in_chongqing",
    *SHARE_FACTS,
}
RECORDED = {*CONTENTS, *BODIES, "leading_industries", "names_drafting_authority", "environmental_report_sent"}
MAY_BE_STATED = (Site.specs.keys() | Plan.specs.keys()) - MEASURED - RECORDED
AT_DISTRICT = {State.DRAFTING, State.DISTRICT_REVIEW, State.DISTRICT_DECISION, State.READY}


@dataclass(frozen=True, slots=True)
class Judged:
    """One cluster of a plan with what the rules were asked of it and what they found."""

    cluster: PlannedCluster
    boundary: Boundary | None
    facts: Mapping[str, Any]
    limits: Limits
    findings: list[Finding]


def judge(case: Case, on: datetime.date) -> list[Judged]:
    """Ask every rule of the notice of each cluster of a case, as of a day (the day of receipt once there is one).

    Before the first notice there is nothing to ask.
    """
    day = case.received_on or on
    notice = notice_of(day)
    clusters = case.clusters.all()
    others = clusters_outside_parks(case.holder_id, day, [each.claim for each in clusters])
    limits = limits_with_entered(notice, day) if notice else Limits({})
    return [_judge(cluster, notice, limits, facts_of(case, cluster, day, others)) for cluster in clusters]


def notice_of(day: datetime.date) -> Notice | None:
    """Give the notice that governs a day; None before the first."""
    return governing(day) if day >= NOTICES[0].first_day else None


def _judge(cluster: PlannedCluster, notice: Notice | None, limits: Limits, facts: Mapping[str, Any]) -> Judged:
    if notice is None:
        return Judged(cluster, standing_boundary(cluster), facts, limits, [])
    asked, _ = read_case(facts, {}, in_park=False, on=facts["received_on"], notice=notice)
    return Judged(cluster, standing_boundary(cluster), facts, limits, notice.check(asked, limits))


def standing_boundary(cluster: PlannedCluster) -> Boundary | None:
    """Give the boundary edition that stands, None where there is none yet."""
    return max(cluster.boundaries.all(), key=lambda each: each.edition, default=None)


def facts_of(case: Case, cluster: PlannedCluster, on: datetime.date, others: tuple[int, int]) -> dict[str, Any]:
    """Gather all that is known of one cluster, in the shape of FACTS.toml.

    `others` counts the places that other plans of the district hold: approved, and under review.

    What was measured holds over what was stated, and what the records show over both.
    """
    boundary = standing_boundary(cluster)
    measured = {name: value for name, value in (boundary.facts if boundary else {}).items() if value is not None}
    known = {
        **_stated(case, cluster), **measured, **_plan_facts(case, cluster), **_application_facts(case, cluster),
        **_district_facts(case, others),
    }  # fmt: skip
    return {
        **{name: value for name, value in known.items() if value is not None},
        "received_on": case.received_on or on,
        **_listed("projects", _projects(cluster)),
        **_listed("land_supplies", _land_supplies(cluster)),
        "exceptions": _exceptions(case, cluster),
    }


def fault_of_statement(fact: str, value: Any) -> Message | None:
    """Say why a fact cannot be stated: there is none, it is measured or on record, or the value does not fit it."""
    spec = next((cls.specs[fact] for cls in SINGLE_SUBJECTS if fact in cls.specs), None)
    if spec is None:
        return Message("fact_unknown", {"name": fact})
    return stated_fault(spec, value) if fact in MAY_BE_STATED else Message("fact_not_to_state", {"label": spec.label})


def _stated(case: Case, cluster: PlannedCluster) -> dict[str, Any]:
    mine = (None, cluster.pk)
    return {each.fact: each.value for each in case.statements.all() if each.cluster_id in mine}


def _plan_facts(case: Case, cluster: PlannedCluster) -> dict[str, bool | float | None]:
    """Tell what the plan has; what a plan that went out has not is a no.

    What a draft has not yet is not known, nor what stands in a plan that is on file as a paper.
    """
    not_yet = None if case.state == State.DRAFTING else False
    on_paper = any(file.kind == FileKind.PLAN and file.removed_at is None for file in case.files.all())
    missing = None if on_paper else not_yet
    written = {section.kind for section in case.sections.all() if section.text.strip()}
    named = {body.kind for body in cluster.bodies.all()}
    return {
        **{fact: set(kinds) <= written or missing for fact, kinds in CONTENTS.items()},
        **{fact: kind in named or missing for fact, kind in BODIES.items()},
        "leading_industries": 1 if cluster.industry_zh else (None if missing is None else 0),
        "names_drafting_authority": True,  # a case is opened by the authority that drafts
        "environmental_report_sent": case.eia_sent_on is not None or not_yet,
    }


def _application_facts(case: Case, cluster: PlannedCluster) -> dict[str, Any]:
    """Tell how far the reviews and the application have come; a step that may still come is not known."""
    district, sent = case.holder.name_in_clusters, case.applied_on is not None
    still_open = None if case.state in AT_DISTRICT else False
    kinds = {file.kind for file in case.files.all() if file.removed_at is None}
    reported = any(panel.verdict for panel in case.panels.all())
    return {
        **dict(_opinion_facts(case, Level.DISTRICT, still_open)),
        **dict(_opinion_facts(case, Level.CITY, None if case.decided_on is None else False)),
        "experts_reviewed": reported or FileKind.EXPERT_OPINION in kinds or still_open,
        "district_approved": case.district_approved_on is not None or still_open,
        "applied_by_letter": sent or still_open,
        "describes_overall_plan": sent or still_open,
        "attaches_joint_opinion": FileKind.JOINT_OPINION in kinds or still_open,
        "attaches_expert_opinion": FileKind.EXPERT_OPINION in kinds or still_open,
        "district_name": district,
        "leading_industry_name": cluster.industry_zh or None,
        "cluster_name": cluster_name(district, cluster.industry_zh) if cluster.industry_zh else None,
    }


def _opinion_facts(case: Case, level: Level, still_open: bool | None) -> Iterator[tuple[str, bool | None]]:  # noqa: FBT001
    """Tell of each department that the notice names whether its opinion binds by now, in the last round."""
    review = last_review(case, level)
    asked = review.requests.all() if review else ()
    given = {each.department.duty for each in asked if each.signed_on}
    by_paper = level is Level.DISTRICT and any(
        each.kind == FileKind.JOINT_OPINION and each.number and not each.removed_at for each in case.files.all()
    )
    for duty, fact in OPINIONS.items():
        if not (level is Level.CITY and duty is Duty.PARKS):  # 二（三）5 names no parks body
            yield f"{level}_{fact}", duty in given or by_paper or still_open


def last_review(case: Case, level: Level) -> Review | None:
    """Give the last round of joint review at a level, None where there was none."""
    return max((each for each in case.reviews.all() if each.level == level), key=lambda each: each.round, default=None)


def _district_facts(case: Case, others: tuple[int, int]) -> dict[str, int]:
    """Count the district's other clusters: approved, and under review, the others of this plan among them."""
    approved, under_review = others
    return {
        "other_clusters_approved": approved,
        "other_clusters_under_review": under_review + len(case.clusters.all()) - 1,
    }


def _listed(name: str, rows: list[dict[str, Any]] | None) -> dict[str, Any]:
    """Give a list that is known; one of which nothing is known is left out."""
    return {} if rows is None else {name: rows}


def _projects(cluster: PlannedCluster) -> list[dict[str, Any]] | None:
    rows = [
        {"project_name": each.name, "meets_access_rules": each.meets_access_rules} for each in cluster.projects.all()
    ]
    return [{name: value for name, value in row.items() if value is not None} for row in rows] or None


def _land_supplies(cluster: PlannedCluster) -> list[dict[str, Any]] | None:
    projects = cluster.projects.all()
    supplied = [{"supplied_to": each.name, "supplied_mu": float(each.land_mu)} for each in projects if each.land_mu]
    return supplied if projects else None


def _exceptions(case: Case, cluster: PlannedCluster) -> dict[str, dict[str, str]]:
    mine = (None, cluster.pk)
    return {
        each.rule: {"reason": each.justification, "accepted_by": acceptance.accepted_by}
        for each in case.departures.all()
        for acceptance in each.acceptances.all()
        if each.cluster_id in mine
    }
