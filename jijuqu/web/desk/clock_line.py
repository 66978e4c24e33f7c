"""Time limits in words: how many working days are left, until when, and the lamp: a word, a shape, a colour."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jijuqu.procedure.clocks import Lamp, lamp_of
from jijuqu.procedure.working_days import UnpublishedYear, working_days_between
from jijuqu.web.language import page_language
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.procedure.clocks import Clock
    from jijuqu.procedure.working_days import Calendar


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One time limit. `lamp` names shape and colour, `words` tell what is left, `of` what is waited for."""

    lamp: str
    words: str
    of: str = ""
    due_on: datetime.date | None = None
    started_on: datetime.date | None = None


def clock_line(clock: Clock, on: datetime.date, calendar: Calendar) -> ClockLine:
    """Put a running or stopped clock into words."""
    language, lamp = page_language(), clock.lamp(on, calendar)
    due, left = clock.due(calendar), clock.days_left(on, calendar)
    if since := clock.stopped_since(on):
        words = _stopped_words(since, left)
    elif due.reason or left is None:
        words = say(due.reason, language) if due.reason else ""
    else:
        words = days_left_words(left)
    return ClockLine(lamp, words, clock.kind.label.say(language), None if since else due.on, clock.started_on)


def most_urgent_first(lines: list[ClockLine]) -> list[ClockLine]:
    """Put running clocks first, the nearest last day before all; those that stand still come last."""
    return sorted(lines, key=lambda each: (each.lamp in {Lamp.STOPPED, Lamp.UNLIT}, each.due_on or datetime.date.max))


def due_line(
    due_on: datetime.date | None, on: datetime.date, calendar: Calendar, *, stopped: bool = False
) -> ClockLine:
    """Put a day by which something is due into words."""
    if stopped:
        return ClockLine(Lamp.STOPPED, Lamp.STOPPED.label.say(page_language()))
    if due_on is None:
        return ClockLine(Lamp.UNLIT, Lamp.UNLIT.label.say(page_language()))
    try:
        left = working_days_between(calendar, on, due_on)
    except UnpublishedYear as unpublished:
        return ClockLine(Lamp.UNLIT, say(unpublished.message, page_language()), due_on=due_on)
    return ClockLine(lamp_of(left), days_left_words(left), due_on=due_on)


def _stopped_words(since: datetime.date, left: int | None) -> str:
    """Say since when a clock stands still, and what was left then or by how much it was overdue."""
    if left is None:
        return Lamp.STOPPED.label.say(page_language())
    if left < 0:
        words = ngettext(
            "自%(since)s起停止计时，当时已超期%(days)s个工作日。",
            "自%(since)s起停止计时，当时已超期%(days)s个工作日。",
            -left,
        )
        return words % {"since": since, "days": -left}
    return say(Message("clock_stopped", {"since": since, "left": left}), page_language())


def days_left_words(left: int) -> str:
    """Say how many working days are left, or by how many it is overdue."""
    if left < 0:
        return ngettext("已超期%(days)s个工作日", "已超期%(days)s个工作日", -left) % {"days": -left}
    if left == 0:
        return _("今天到期")
    return ngettext("还有%(days)s个工作日", "还有%(days)s个工作日", left) % {"days": left}
