"""The clocks of a case, from its events, the promised time limits (承诺时限) and the calendar of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from jijuqu.journal.models import Event
from jijuqu.journal.queries import history
from jijuqu.procedure.acts import Act
from jijuqu.procedure.clocks import RUNS_IN, Clock, Kind, pauses
from jijuqu.procedure.roles import Level
from jijuqu.procedure.states import State
from jijuqu.procedure.working_days import UnpublishedYear, working_days_between
from jijuqu.reference.models import TimeLimit
from jijuqu.reference.queries import calendar, limit_among, limit_days

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from jijuqu.cases.models import Case

OPINION_CLOCKS = {Level.DISTRICT: Kind.DISTRICT_OPINION, Level.CITY: Kind.CITY_OPINION}
STANDS_STILL_IN = {State.SUSPENDED, State.CORRECTION}
States = list[tuple["datetime.date", State]]


def states_of(events: Iterable[Event]) -> States:
    """Return the states a case came to and the days it came to them, from its events."""
    return [(event.on, State(event.details["state"])) for event in events if "state" in event.details]


def running_clocks(events: Sequence[Event], promised: Sequence[TimeLimit] | None = None) -> list[Clock]:
    """Return the clocks that run, or stand still, in the state that the last event left the case in.

    `promised`: all time limits, where they are at hand.
    """
    runs = {kind: run for kind in Kind if (run := _last_run(kind, events))}
    if promised is None:
        promised = list(TimeLimit.objects.filter(kind__in=runs)) if runs else []
    return [
        Clock(
            kind, run[0].on, limit_among(promised, kind, run[0].on), pauses(kind, states_of(run)),
            extensions(kind, run),
        )
        for kind, run in runs.items()
    ]  # fmt: skip


def _last_run(kind: Kind, events: Sequence[Event]) -> list[Event]:
    """Return the events, up to now, from the move that started a clock on; empty where it does not run."""
    run: list[Event] = []
    for event in reversed(events):
        state = event.details.get("state")
        if state and state not in RUNS_IN[kind] | STANDS_STILL_IN:
            break
        run.append(event)
    run.reverse()
    first = next((n for n, each in enumerate(run) if each.details.get("state") in RUNS_IN[kind]), len(run))
    return run[first:]


def extensions(kind: Kind, run: Iterable[Event]) -> tuple[int, ...]:
    """Return the working days by which a clock was extended while it ran."""
    extended = [each.details for each in run if each.act == Act.EXTEND]
    return tuple(each["days"] for each in extended if each["in_state"] in RUNS_IN[kind])


def days_left(case: Case, on: datetime.date) -> int | None:
    """Count the working days until the case is due, below 0 when overdue; None without a due day or a calendar."""
    try:
        return working_days_between(calendar(), on, case.due_on) if case.due_on else None
    except UnpublishedYear:
        return None


def opinion_due_day(level: Level, asked_on: datetime.date) -> datetime.date | None:
    """Return the last day of a department's clock that starts on a day."""
    return _due_day(OPINION_CLOCKS[level], asked_on)


def correction_due_day(asked_on: datetime.date) -> datetime.date | None:
    """Return the last day for completing the materials."""
    return _due_day(Kind.CORRECTION_ANSWER, asked_on)


def _due_day(kind: Kind, started_on: datetime.date) -> datetime.date | None:
    return Clock(kind, started_on, limit_days(kind, started_on)).due(calendar()).on


def events_of(case: Case) -> list[Event]:
    """Return the events of a case from first to last."""
    return list(history(case.subject))


def moves_of(case: Case) -> list[Event]:
    """Return those events of a case that its clocks are reckoned from, with their acts, days and details alone."""
    return moves_by_case([case])[case.subject]


def moves_by_case(cases: Iterable[Case]) -> dict[str, list[Event]]:
    """Return the same for several cases, by their subjects, in one query."""
    moves: dict[str, list[Event]] = {case.subject: [] for case in cases}
    told = Event.objects.filter(subject__in=moves).filter(Q(details__has_key="state") | Q(act=Act.EXTEND))
    for event in told.order_by("number").only("act", "on", "details", "subject"):
        moves[event.subject].append(event)
    return moves
