"""Promised time limits (承诺时限, not of the notice) as pure functions of what happened and of the calendar.

No clock depends on a job that ran at night: asked on any day, it gives the answer of that day.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.procedure.states import State
from jijuqu.procedure.working_days import ONE_DAY, UnpublishedYear
from jijuqu.words.procedure_names import CLOCKS, LAMPS
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jijuqu.procedure.working_days import Calendar

AMBER_DAYS = 3  # working days left from which a lamp is amber; a setting, not of the notice


class Kind(StrEnum):
    """What is waited for."""

    DISTRICT_OPINION = "district_opinion"
    CITY_CHECK = "city_check"  # of the materials: everything that is missing is named at once
    CORRECTION_ANSWER = "correction_answer"
    CITY_OPINION = "city_opinion"
    CITY_DECISION = "city_decision"
    REPLY_PROMPT = "reply_prompt"  # 及时函复: runs against the commission, the notice sets no limit

    @property
    def label(self) -> Text:
        """What people call it."""
        return CLOCKS[self]


RUNS_IN = {
    Kind.DISTRICT_OPINION: {State.DISTRICT_REVIEW},
    Kind.CITY_CHECK: {State.RECEIVED},
    Kind.CORRECTION_ANSWER: {State.CORRECTION},
    Kind.CITY_OPINION: {State.CITY_REVIEW},
    Kind.CITY_DECISION: {State.RECEIVED, State.CITY_REVIEW, State.CITY_DECISION},
    Kind.REPLY_PROMPT: {State.DECIDED},
}


class Lamp(StrEnum):
    """How a clock looks: time enough, due soon, overdue, stopped; or no lamp, with the reason in words."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    STOPPED = "stopped"
    UNLIT = "unlit"

    @property
    def label(self) -> Text:
        """What people call it."""
        return LAMPS[self]


def lamp_of(days_left: int | None, amber_days: int = AMBER_DAYS) -> Lamp:
    """Give the lamp of a clock that runs, by the working days left after a day."""
    if days_left is None:
        return Lamp.UNLIT
    if days_left < 0:
        return Lamp.RED
    return Lamp.AMBER if days_left <= amber_days else Lamp.GREEN


@dataclass(frozen=True, slots=True)
class Pause:
    """The days a clock stands still: those after `since`, up to and with `until`; None: it has not gone on yet."""

    since: datetime.date
    until: datetime.date | None = None

    def covers(self, day: datetime.date) -> bool:
        """Tell whether the day is not counted."""
        return self.since < day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day in time, or None with the reason why there is none."""

    on: datetime.date | None
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit that began on a day, which is not counted itself. `days` and `extensions` are working days.

    `days` None: no limit is set; the clock shows how long it has run.
    """

    kind: Kind
    started_on: datetime.date
    days: int | None
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[int, ...] = ()

    @property
    def limit(self) -> int | None:
        """All the working days granted, with extensions."""
        return None if self.days is None else self.days + sum(self.extensions)

    def due(self, calendar: Calendar) -> Due:
        """Give the last day in time, or why it cannot be said."""
        if self.limit is None:
            return Due(None, Message("clock_without_limit", {"started_on": self.started_on}))
        day, left = self.started_on, self.limit
        try:
            while left > 0:
                stopped = self._stopped_for_good(day)
                if stopped:
                    return Due(None, Message("clock_stopped", {"since": stopped, "left": left}))
                day += ONE_DAY
                left -= self._counts(day, calendar)
        except UnpublishedYear as unpublished:
            return Due(None, unpublished.message)
        return Due(day)

    def used(self, on: datetime.date, calendar: Calendar) -> int:
        """Count the working days that have run by the end of a day. Raises UnpublishedYear."""
        days = (self.started_on + datetime.timedelta(days=n) for n in range(1, (on - self.started_on).days + 1))
        return sum(self._counts(day, calendar) for day in days)

    def days_left(self, on: datetime.date, calendar: Calendar) -> int | None:
        """Count the working days left after a day; below 0 when overdue; None without a limit or a calendar."""
        if self.limit is None:
            return None
        try:
            return self.limit - self.used(on, calendar)
        except UnpublishedYear:
            return None

    def stopped_since(self, on: datetime.date) -> datetime.date | None:
        """Give the day on which the clock stopped, where it stands still at the end of the day asked about."""
        standing = [p.since for p in self.pauses if p.since <= on and (p.until is None or on < p.until)]
        return min(standing, default=None)

    def lamp(self, on: datetime.date, calendar: Calendar, amber_days: int = AMBER_DAYS) -> Lamp:
        """Give the lamp at the end of a day. A clock already overdue when it stopped stays red."""
        left = self.days_left(on, calendar)
        if left is not None and left < 0:
            return Lamp.RED
        if self.stopped_since(on):
            return Lamp.STOPPED
        return lamp_of(left, amber_days)

    def _counts(self, day: datetime.date, calendar: Calendar) -> bool:
        return not any(pause.covers(day) for pause in self.pauses) and calendar.is_working_day(day)

    def _stopped_for_good(self, day: datetime.date) -> datetime.date | None:
        return min((p.since for p in self.pauses if p.until is None and p.since <= day), default=None)


def pauses(kind: Kind, history: Iterable[tuple[datetime.date, State]]) -> tuple[Pause, ...]:
    """Find when a clock stood still, from the states a case came to and the days it came to them, in order.

    A suspension stops every clock; a correction in the midst of the city's review stops those of its opinions.
    """
    found: list[Pause] = []
    since: datetime.date | None = None
    for on, state in history:
        if state in RUNS_IN[kind]:
            if since is not None and on > since:
                found.append(Pause(since, on))
            since = None
        elif since is None:
            since = on
    return (*found, Pause(since)) if since is not None else tuple(found)
