"""What somebody may do to a case now, what each act still lacks, and which of them comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.accounts.permissions import Powers
from jijuqu.cases.facts import last_review
from jijuqu.cases.standing import standing_of
from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import actors, missing
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Mapping, Sequence

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Capacity
    from jijuqu.cases.facts import Judged
    from jijuqu.cases.models import Case, OpinionRequest, Panel, PanelSeat
    from jijuqu.words.text import Message

OF_ONE_DEPARTMENT = {Act.HAND_OVER_OPINION, Act.GIVE_OPINION, Act.SIGN_OPINION}

# What whoever does the act says in doing it: nothing that could be missing before.
SAID_IN_THE_ACT = {
    need.code
    for need in (
        needs.NOT_ASKED_YET, needs.COLLEAGUE_NAMED, needs.ANSWER_GIVEN, needs.SETTLEMENT_GIVEN, needs.EXPERTS_NAMED,
        needs.EXPERTS_FREE_OF_INTEREST, needs.QUORUM_PRESENT, needs.REPORT_SIGNED, needs.VERDICT_GIVEN,
        needs.RECEIPT_DAY_KNOWN, needs.GROUND_GIVEN, needs.ITEMS_LISTED, needs.ITEMS_WHOLE, needs.ALL_DECIDED,
        needs.REFUSALS_REASONED, *needs.SEALED_LETTER, needs.REASON_GIVEN, needs.JUSTIFIED, needs.ACCEPTED_BY_NAME,
        needs.EXTENSION_IN_SENSE, needs.CHANGES_MADE, needs.REPLY_AFTER_DECISION,
    )
}  # fmt: skip
# Acts about things of which there may be none: then there is nothing to do.
NOTHING_THERE = {
    need.code for need in (needs.OPINION_TO_ANSWER, needs.CONFLICT_TO_SETTLE, needs.REQUEST_OPEN, needs.CAME_ON_PAPER)
}

# Which act comes first where several may be done. What leads on goes before what prepares it, what sets others to work
# before one's own writing, as in the inbox; edits come last.
FIRST = (
    Act.SIGN_OPINION, Act.GIVE_OPINION, Act.SCORE_PLAN,
    Act.RECEIVE, Act.DECIDE, Act.REGISTER_REPLY, Act.APPROVE_BY_DISTRICT, Act.APPLY, Act.RESUBMIT,
    Act.SUBMIT_TO_DISTRICT, Act.SUBMIT_TO_CITY, Act.START_DISTRICT_REVIEW, Act.START_CITY_REVIEW,
    Act.RECORD_EXPERT_REPORT, Act.CONVENE_EXPERTS, Act.REMIND_DEPARTMENT, Act.ANSWER_OPINION, Act.SETTLE_CONFLICT,
    Act.DECLINE, Act.REQUEST_CORRECTION, Act.ACCEPT_EXCEPTION, Act.EDIT_PLAN, Act.RESUME,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Task:
    """An act that somebody may do where the case stands; `lacks` says what it needs before.

    `on_paper_only`: it is somebody else's act, whose paper (线下件) the person may enter. `paper_would_do`: it is the
    person's own act, and a paper entered with it stands for all that lacks.
    """

    act: Act
    on_paper_only: bool
    lacks: tuple[Message, ...]
    paper_would_do: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """All that somebody may do to a case, and which of it they must do now; None where it is somebody else's turn."""

    tasks: tuple[Task, ...]
    first: Task | None

    def task(self, act: Act) -> Task | None:
        """Give one of the tasks, None where the act is not for this person or has no place now."""
        return next((each for each in self.tasks if each.act is act), None)


def work_on(
    case: Case, person: Person, powers: Powers, on: datetime.date, judged: Callable[[], Sequence[Judged]]
) -> Work:
    """Find what a person with these powers may do to a case, fetched whole; tasks in the order of the table of acts.

    `judged` gives what the rules find of it, and is asked only where an act depends on that.

    An act whose paper alone they could enter is nobody's duty, so it is never the first.
    """
    held = capacities_for(case, powers)
    asked = own_requests(case, Powers(tuple(held)).organisations)
    found = []
    for act in TRANSITIONS:
        on_paper_only = not _may(case, act, person, held, asked)
        if on_paper_only and not {each.role for each in held} & actors(case.position, act, on_paper=True):
            continue
        without, with_paper = _lacks(case, act, on, judged, asked, on_paper=on_paper_only)
        lacks = with_paper if on_paper_only else without
        if not {each.code for each in lacks} & NOTHING_THERE and _is_called_for(case, act):
            may_rest_on_paper = TRANSITIONS[act].on_paper and act not in OF_ONE_DEPARTMENT
            found.append(Task(act, on_paper_only, lacks, bool(lacks) and may_rest_on_paper and not with_paper))
    return Work(tuple(found), _first(case, {each.act: each for each in found if not each.on_paper_only}, asked, on))


def capacities_for(case: Case, powers: Powers) -> list[Capacity]:
    """Give the capacities in which somebody may act on a case: of its district, of the city, or as an expert."""
    return [each for each in powers.capacities if each.acts_for(str(case.holder_id)) or each.role is Role.EXPERT]


def _first(case: Case, own: Mapping[Act, Task], asked: Sequence[OpinionRequest], on: datetime.date) -> Task | None:
    lacking = {act for act, each in own.items() if each.lacks}
    due = _due(case, lacking, asked, on)
    return next((own[act] for act in FIRST if act in own.keys() - lacking and due.get(act, True)), None)


def own_requests(case: Case, organisations: Collection[str]) -> list[OpinionRequest]:
    """Give the requests of the running review that some organisations have still to answer."""
    return [each for each in open_requests(case) if each.department_id in organisations]


def open_requests(case: Case) -> list[OpinionRequest]:
    """Give the requests of the running review whose opinion does not bind yet."""
    review = last_review(case, case.position.side)
    if review is None or review.ended_on is not None:
        return []
    return [each for each in review.requests.all() if each.signed_on is None]


def latest_panel(case: Case) -> Panel | None:
    """Give the latest meeting of experts, None where there was none."""
    return max(case.panels.all(), key=lambda each: each.number, default=None)


def own_seat(case: Case, person_pk: int) -> PanelSeat | None:
    """Give the seat that somebody has on the latest panel of experts."""
    panel = latest_panel(case)
    seats = panel.seats.all() if panel and not panel.verdict else ()
    return next((each for each in seats if each.expert.person_id == person_pk and not each.excluded_because), None)


def _may(case: Case, act: Act, person: Person, held: Sequence[Capacity], asked: Sequence[OpinionRequest]) -> bool:
    able = actors(case.position, act)
    if act is Act.SCORE_PLAN and own_seat(case, person.pk) is None:
        return False
    if act not in OF_ONE_DEPARTMENT:
        return any(each.role in able for each in held)
    departments = {each.department_id for each in asked}
    return any(each.role in able and departments & each.organisations for each in held)


def _lacks(
    case: Case,
    act: Act,
    on: datetime.date,
    judged: Callable[[], Sequence[Judged]],
    asked: Sequence[OpinionRequest],
    *,
    on_paper: bool,
) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Say what the case lacks for the act, apart from what is said in doing it: without a paper, and with one."""
    concerned = asked if act in OF_ONE_DEPARTMENT and not on_paper else open_requests(case)
    said: dict[str, Any] = {
        "request_open": bool(concerned),
        "opinion_written": any(each.stance for each in concerned),
        "received_on": case.received_on or on,
        "paper_scanned": True,
        "paper_dated_on": on,
    }
    if act is Act.DECIDE:
        judged = tuple  # what stands against a cluster is told beside the choice of approving it
    if act is Act.DECLINE:
        return (), ()
    standing = standing_of(case, act, on, judged=judged, **said)
    without, with_paper = (
        tuple(each for each in missing(act, standing, on_paper=rests) if each.code not in SAID_IN_THE_ACT)
        for rests in (False, True)
    )
    return without, with_paper


def _is_called_for(case: Case, act: Act) -> bool:
    """Tell whether there is anything for an act to be about."""
    if act is Act.ACCEPT_EXCEPTION:
        level = case.position.side
        return any(level not in {said.level for said in each.acceptances.all()} for each in case.departures.all())
    if act is Act.RECORD_EIA:
        return case.eia_reviewed_on is None
    return True


def _due(case: Case, lacking: Collection[Act], asked: Sequence[OpinionRequest], on: datetime.date) -> dict[Act, bool]:
    """Tell of acts that may be done at any time whether they are called for; `lacking` are those not possible yet."""
    panel = latest_panel(case)
    late = [each for each in open_requests(case) if each.due_on and each.due_on < on]
    return {
        Act.GIVE_OPINION: any(not each.stance or each.reopened for each in asked),
        Act.REMIND_DEPARTMENT: any(each.reminded_on != on for each in late),
        Act.CONVENE_EXPERTS: panel is None,
        Act.EDIT_PLAN: case.state in {State.DRAFTING, State.CORRECTION},
        Act.RECORD_EXPERT_REPORT: panel is not None and not panel.verdict and panel.meets_on <= on,
        Act.DECLINE: Act.RECEIVE in lacking,
        Act.REQUEST_CORRECTION: Act.START_CITY_REVIEW in lacking,
    }
