"""A case to which nothing is wanting, and the positions it can stand at."""

from __future__ import annotations

from datetime import date
from typing import Any

from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.roles import Role
from jijuqu.procedure.standing import Standing
from jijuqu.procedure.states import Position, State
from jijuqu.words.text import Text

DAY = date(2022, 3, 1)
FIRST_DAY, LAST_DAY = date(2021, 8, 1), date(2022, 12, 31)
EVERYONE = frozenset(Role)

WHOLE: dict[str, Any] = {
    "on": DAY, "today": DAY, "follows_on": DAY, "first_day": FIRST_DAY, "last_day": LAST_DAY, "received_on": DAY,
    "paper_scanned": True, "paper_dated_on": DAY,
    "came_on_paper": True, "drafting_authority_named": True, "clusters": 2, "clusters_outside_parks": 2, "has_boundary": True,
    "request_open": True, "opinion_written": True, "handed_to": "李某",
    "experts_named": 5, "panel_convened": True, "experts_present": 5, "quorum": 4, "report_signed": True,
    "expert_report": Verdict.PASS,
    "application_letter": True, "district_opinion_attached": True, "expert_opinion_attached": True,
    "correction_items": 2,
    "letter_number": "渝经信函〔2022〕5号", "letter_signed_on": DAY, "letter_scanned": True,
    "reason": "情况属实", "accepted_by": "王某", "extension_days": 5,
}  # fmt: skip
# What is there to be dealt with is wanted by one act and stands in the way of another.
TO_DEAL_WITH = {"opinions_unanswered": 1, "conflicts_open": 1}
NAMES = (Text("甲", "A"), Text("乙", "B"))


def standing(**told: Any) -> Standing:
    """A standing to which nothing is wanting, but for what is told."""
    return Standing(**WHOLE | told)


def at(state: State, *, corrected_from: State = State.CITY_REVIEW, suspended_from: State = State.DRAFTING) -> Position:
    """The position of a state; a correction came from the city's review, a suspension from drafting, unless told."""
    suspended = suspended_from if state is State.SUSPENDED else None
    corrected = corrected_from if State.CORRECTION in {state, suspended} else None
    return Position(state, corrected, suspended)
