"""The lines of the inbox in words: why they are there, what comes next, how many days are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from jijuqu.cases.inbox import ListKind, ReviewCounts
from jijuqu.procedure.acts import Act
from jijuqu.procedure.lanes import Way, edges
from jijuqu.procedure.states import FINAL, State
from jijuqu.web.desk.clock_line import ClockLine, due_line
from jijuqu.web.desk.holder import holder_of_it
from jijuqu.web.language import page_language
from jijuqu.words import inbox as words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from jijuqu.cases.inbox import Item
    from jijuqu.cases.models import OpinionRequest
    from jijuqu.procedure.working_days import Calendar


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One line: where it leads, its time limit, why it is there, what comes next."""

    item: Item
    address: str
    state: str
    clock: ClockLine
    why: str
    next_act: str


def inbox_row(
    item: Item, kind: ListKind, on: datetime.date, known: Calendar, reviews: Mapping[int, ReviewCounts]
) -> InboxRow:
    """Put one line into words."""
    case = item.case
    stopped = case.state == State.SUSPENDED
    over = case.position.state in FINAL
    code, why = _why(item, kind, reviews.get(case.pk, ReviewCounts()))
    return InboxRow(
        item,
        reverse("case", args=[case.number]),
        case.position.state.label.say(page_language()),
        due_line(None if over else item.due_on, on, known, stopped=stopped),
        why,
        "" if over else _next_act(case.position.state, code),
    )


def _why(item: Item, kind: ListKind, review: ReviewCounts) -> tuple[str, str]:
    """Say why a line is there, with the code of the sentence."""
    language = page_language()
    if kind is ListKind.TO_DO:
        code, values = _reason(item, review)
        return code, words.TO_DO[code].say(language, **values)
    code, values = _waiting_reason(item, review)
    return code, words.WAITING[code].say(language, **values) if code else ""


def _reason(item: Item, review: ReviewCounts) -> tuple[str, dict[str, object]]:
    state = item.case.position.state
    if item.request:
        code = "opinion_again" if item.request.reopened else "opinion_to_sign" if item.request.stance else ""
        return code or "opinion_to_write", {"department": item.request.department.name}
    if item.seat:
        return "seat", {}
    if state in {State.DISTRICT_REVIEW, State.CITY_REVIEW}:
        if state is State.DISTRICT_REVIEW and not review.has_panel:
            return "experts_to_convene", {}
        return ("opinions_overdue", {"overdue": review.overdue}) if review.overdue else ("opinions_in", {})
    return state.value, {}


def _waiting_reason(item: Item, review: ReviewCounts) -> tuple[str, dict[str, object]]:
    state = item.case.position.state
    if item.request:
        return _waiting_for_colleagues(item.request)
    if item.seat:
        return "seat", {}
    if state in FINAL:
        return "", {}
    if state is State.SUSPENDED:
        return "suspended", {}
    if review.awaited:
        return "opinions", {"awaited": review.awaited}
    return "office", {"who": holder_of_it(item.case), "state": state.label}


def _waiting_for_colleagues(request: OpinionRequest) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"department": request.department.name}
    if request.stance:
        return "opinion_to_sign", values
    if request.handled_by:
        return "opinion_with", {"who": request.handled_by.name}
    return "opinion_to_write", values


def _next_act(state: State, code: str) -> str:
    """Name what comes next: what the reason of the line calls for, else the act that leads on."""
    if code in words.NEXT:
        return Act(words.NEXT[code]).label.say(page_language())
    return next_act(state)


def next_act(state: State) -> str:
    """Name the act that leads on from a state; nothing at the end of the way."""
    act = act_leading_on(state)
    return act.label.say(page_language()) if act else ""


def act_leading_on(state: State) -> Act | None:
    """Give the act that leads on from a state; None at the end of the way."""
    if state is State.SUSPENDED:
        return Act.RESUME
    wanted = Way.ASIDE if state is State.CORRECTION else Way.ON
    return next((each.act for each in edges() if each.source is state and each.way is wanted), None)
