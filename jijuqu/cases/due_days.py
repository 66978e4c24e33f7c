"""The days by which a case, the departments it asks and its correction are due, from its clocks.

They are kept with the rows so that lists can be sorted; they follow every act that moves or stretches a clock, and
every change of the calendar and of the promised time limits (`actions.following`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.clocks import OPINION_CLOCKS, extensions, running_clocks
from jijuqu.cases.models import OpinionRequest
from jijuqu.procedure.clocks import Clock, Kind
from jijuqu.reference.models import TimeLimit
from jijuqu.reference.queries import calendar, limit_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.cases.models import Case, Correction
    from jijuqu.journal.models import Event
    from jijuqu.procedure.working_days import Calendar

    Asked = OpinionRequest | Correction


def refresh_due_days(
    case: Case, moves: Sequence[Event], known: Calendar | None = None, promised: Sequence[TimeLimit] | None = None
) -> list[Asked]:
    """Set the day by which the case has to move on, and those of its requests and its correction; none is saved here.

    `moves` are `clocks.moves_of` the case up to now. The case is due with the nearest of the clocks that run, None
    where none is known. Requests and corrections that are due on another day now are returned; one whose clock stands
    still keeps its day. `known` and `promised`: the calendar and all time limits, where they are at hand.
    """
    known = calendar() if known is None else known
    promised = list(TimeLimit.objects.all()) if promised is None else promised
    running = [each for each in running_clocks(moves, promised) if each.stopped_since(moves[-1].on) is None]
    case.due_on = min((day for clock in running if (day := clock.due(known).on)), default=None)
    changed: list[Asked] = []
    for clock in running:
        for each, own in _asked_by(case, clock, moves, promised):
            if each.due_on != (day := own.due(known).on):
                each.due_on = day
                changed.append(each)
    return changed


def _asked_by(
    case: Case, clock: Clock, moves: Sequence[Event], promised: Sequence[TimeLimit]
) -> list[tuple[Asked, Clock]]:
    """Give what follows a clock of the case: its correction, or its requests, each from the day it was asked on."""
    if clock.kind is Kind.CORRECTION_ANSWER:
        return [(each, clock) for each in case.corrections.filter(answered_on=None)]
    if clock.kind not in OPINION_CLOCKS.values():
        return []
    asked = OpinionRequest.objects.filter(review__case=case, review__ended_on=None, signed_on=None)
    return [(each, _own_clock(each, clock, moves, promised)) for each in asked]


def _own_clock(
    request: OpinionRequest, of_review: Clock, moves: Sequence[Event], promised: Sequence[TimeLimit]
) -> Clock:
    kind, asked_on = of_review.kind, request.asked_on
    granted = extensions(kind, [each for each in moves if each.on >= asked_on])
    return Clock(kind, asked_on, limit_among(promised, kind, asked_on), of_review.pauses, granted)
