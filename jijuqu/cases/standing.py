"""A case as its procedure asks about it: the values of `procedure.standing.Standing` on the day of one act."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import override

from jijuqu.cases.facts import CONTENTS, judge, last_review
from jijuqu.cases.models import BodyKind, FileKind, SectionKind
from jijuqu.cases.opinions import conflicts_open, unanswered
from jijuqu.cases.queries import whole
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.policy.rule import Consequence, Outcome
from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.departments import ASKED
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.roles import Level
from jijuqu.procedure.standing import Standing
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from jijuqu.cases.facts import Judged
    from jijuqu.cases.models import Case, PlannedCluster
    from jijuqu.journal.models import Paper
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.rule import Finding
    from jijuqu.words.text import Message

# No event of a case makes sense before the year of 渝府办发〔2020〕99号, which the notice carries out. A setting: it
# only catches a wrong year.
EARLIEST_DAY = datetime.date(2020, 1, 1)
ABOUT_FINDINGS = {needs.NOTHING_BLOCKS, needs.DEPARTURES_EXPLAINED, needs.DEPARTURES_ACCEPTED}


def standing_of(
    case: Case,
    act: Act,
    on: datetime.date,
    paper: Paper | None = None,
    *,
    judged: Callable[[], Sequence[Judged]] | None = None,
    **said: Any,
) -> Standing:
    """Fill the standing of a case for one act: what its needs ask about, and no more, since acts have to be quick.

    `said` are the values that the act itself brings. With `approved` (numbers of clusters) only the findings of those
    count: the others are refused. `judged`: the case was fetched whole; this gives what `facts.judge` finds that day.
    """
    approved = said.pop("approved", None)
    day = said.get("received_on") or case.received_on or on
    notice = governing(max(day, NOTICES[0].first_day))  # before its first day it is this notice that does not hold yet
    values: dict[str, Any] = {
        "on": on,
        "today": timezone.localdate(),
        "follows_on": case.state_since,
        "earliest_on": EARLIEST_DAY,
        "first_day": notice.first_day,
        "last_day": last_day_of_acceptance(notice, on),
        "received_on": case.received_on,
        "drafting_authority_named": True,  # a case is opened by the authority that drafts
        "came_on_paper": case.came_on_paper,
        **paper_values(paper),
    }
    is_late = values["last_day"] is not None and on > values["last_day"]  # before, what was added does not matter
    asked = set(TRANSITIONS[act].needs) - (set() if is_late else {needs.ADDED_IN_TIME})
    parts = [tell for tell, needs_told in TOLD_BY.items() if asked & needs_told]
    about_findings = asked & ABOUT_FINDINGS
    if parts or about_findings:
        fetched = whole(case.pk) if judged is None else case
        for tell in parts:
            values |= tell(fetched)
        if about_findings:
            values |= _findings(fetched, judge(fetched, on) if judged is None else judged(), approved)
    return Standing(**values | said)


def called(cluster: PlannedCluster) -> Text:
    """Give what sentences call a cluster: its number, and its industry where it has one."""
    named = f"（{cluster.industry_zh}）" if cluster.industry_zh else ""
    return Text(f"第{cluster.number}个集聚区{named}", f"cluster {cluster.number} {cluster.industry_en or ''}".strip())


def paper_values(paper: Paper | None) -> dict[str, Any]:
    """Tell of the paper that an act is registered by whether it is a scan, and its day."""
    return {"paper_scanned": bool(paper and paper.attachment_id), "paper_dated_on": paper and paper.dated_on}


def _plan(case: Case) -> dict[str, Any]:
    clusters = case.clusters.all()
    written = {section.kind for section in case.sections.all() if section.text.strip()}
    wanted = [kind for kinds in CONTENTS.values() for kind in kinds]
    bodies = [{body.kind for body in cluster.bodies.all()} for cluster in clusters]
    return {
        "clusters": len(clusters),
        "clusters_outside_parks": len(clusters),
        "clusters_without_industry": tuple(called(each) for each in clusters if not each.industry_zh),
        "missing_contents": tuple(_label(SectionKind(kind)) for kind in wanted if kind not in written),
        "has_boundary": all(each.boundaries.all() for each in clusters),
        "missing_bodies": tuple(_label(kind) for kind in BodyKind if any(kind not in named for named in bodies)),
        "plan_paper": _on_file(case, FileKind.PLAN),
        "undecided_clusters": tuple(called(each) for each in clusters if not each.verdict),
    }


def _label(kind: SectionKind | BodyKind) -> Text:
    with override("en"):
        english = str(kind.label)
    with override("zh-hans"):
        return Text(str(kind.label), english)


def _review(case: Case) -> dict[str, Any]:
    level = case.position.side
    review = last_review(case, level)
    requests = review.requests.all() if review else ()
    asked = {each.department.duty for each in requests}
    paper = FileKind.JOINT_OPINION if level is Level.DISTRICT else FileKind.CITY_OPINION
    return {
        "unasked_duties": tuple(duty for duty in ASKED[level] if duty not in asked),
        "opinions_awaited": tuple(
            Text(each.department.name_zh, each.department.name_en) for each in requests if not each.signed_on
        ),
        "opinions_unanswered": len(unanswered(review)) if review else 0,
        "conflicts_open": len(conflicts_open(review)) if review else 0,
        "joint_opinion_paper": _on_file(case, paper),
    }


def _experts(case: Case) -> dict[str, Any]:
    panel = max(case.panels.all(), key=lambda each: each.number, default=None)
    if panel is None:
        return {"expert_report": None}
    seats = panel.seats.all()
    named = [seat for seat in seats if not seat.excluded_because]
    return {
        "experts_named": len(named),
        "panel_convened": True,
        "experts_present": sum(seat.is_present for seat in named),
        "quorum": panel.quorum,
        "expert_report": Verdict(panel.verdict) if panel.verdict else None,
        "changes_made_after_experts": panel.changes_made,
    }


def _materials(case: Case) -> dict[str, Any]:
    open_ = next((each for each in case.corrections.all() if each.answered_on is None), None)
    return {
        "application_letter": _on_file(case, FileKind.APPLICATION),
        "district_opinion_attached": _on_file(case, FileKind.JOINT_OPINION),
        "expert_opinion_attached": _on_file(case, FileKind.EXPERT_OPINION),
        "correction_items_open": sum(not item.answer.strip() for item in open_.items.all()) if open_ else 0,
    }


def clusters_added(case: Case) -> list[PlannedCluster]:
    """List the clusters of the plan that were not in the application as it was received; none before that.

    Clusters taken out keep their numbers, so none that comes later bears a number that was received.
    """
    received = case.snapshots.filter(act=Act.RECEIVE).order_by("number").values_list("plan__clusters", flat=True).last()
    if received is None:
        return []
    known = {each["number"] for each in received}
    return [each for each in case.clusters.all() if each.number not in known]


def added_late(case: Case, on: datetime.date) -> Message | None:
    """Say why a cluster can no more be added on a day to an application that was received; None where it can."""
    if case.received_on is None:
        return None
    last_day = last_day_of_acceptance(governing(case.received_on), on)
    standing = Standing(on=on, today=on, last_day=last_day, clusters_added=1)
    return None if needs.ADDED_IN_TIME.met(standing) else needs.ADDED_IN_TIME.missing(standing, "文末")


def last_day_of_acceptance(notice: Notice, on: datetime.date) -> datetime.date | None:
    """Give the last day on which a notice lets applications be accepted, as it stands on a day."""
    day: datetime.date | None = notice.limits(max(on, notice.first_day)).last_day_of_acceptance.value
    return day


def _additions(case: Case) -> dict[str, int]:
    return {"clusters_added": len(clusters_added(case))}


def _on_file(case: Case, kind: FileKind) -> bool:
    return any(file.kind == kind and file.removed_at is None for file in case.files.all())


def _findings(case: Case, found: Sequence[Judged], numbers: Collection[int] | None) -> dict[str, int]:
    """Count what stands against the clusters that the act carries forward, and the departures nobody answered for."""
    judged = [each for each in found if numbers is None or each.cluster.number in numbers]
    against = [(each, finding) for each in judged for finding in each.findings]
    departures = [(each, finding) for each, finding in against if is_departure(finding)]
    explained = {(each.cluster_id, each.rule) for each in case.departures.all()}
    level = case.position.side
    accepted = {
        (each.cluster_id, each.rule)
        for each in case.departures.all()
        if any(acceptance.level == level for acceptance in each.acceptances.all())
    }
    return {
        "blocking_findings": sum(_blocks(finding) for _, finding in against),
        "unexplained_departures": sum(not _is_among(explained, *each) for each in departures),
        "unaccepted_departures": sum(not _is_among(accepted, *each) for each in departures),
    }


def is_departure(finding: Finding) -> bool:
    """Tell whether a finding departs from a rule in principle, excused already or not."""
    unmet = finding.outcome in {Outcome.NOT_MET, Outcome.EXCEPTED}
    return unmet and finding.rule.consequence is Consequence.ASKS_REASON


def _blocks(finding: Finding) -> bool:
    return finding.outcome is Outcome.NOT_MET and finding.rule.consequence is Consequence.BLOCKS


def _is_among(said: Collection[tuple[int | None, str]], judged: Judged, finding: Finding) -> bool:
    return (judged.cluster.pk, finding.rule.name) in said or (None, finding.rule.name) in said


TOLD_BY: Mapping[Callable[[Case], dict[str, Any]], set[needs.Need]] = {
    _plan: {
        needs.CLUSTERS_KNOWN, needs.INDUSTRIES_NAMED, needs.CONTENTS_WRITTEN, needs.BOUNDARY_GIVEN, needs.BODIES_NAMED,
        needs.ALL_DECIDED, *needs.RECEIPT, needs.RECEIVED_IN_TIME, needs.GROUND_TRUE,
    },
    _review: {*needs.SINGLE_OPINIONS, needs.OPINION_TO_ANSWER, needs.CONFLICT_TO_SETTLE},
    _experts: {*needs.PANEL, needs.EXPERTS_REPORTED, needs.EXPERTS_PASSED, needs.CHANGES_MADE},
    _additions: {needs.ADDED_IN_TIME},
    _materials: {needs.APPLICATION_LETTER, *needs.ATTACHMENTS, needs.ITEMS_ANSWERED},
}  # fmt: skip
