"""Days that people give beside the day of the act itself: of papers, meetings, the EIA."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from jijuqu.cases.standing import EARLIEST_DAY
from jijuqu.procedure.advance import Refused
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.procedure.acts import Act

DATED_ON = Text("落款日期", "The date of the paper,")
SENT_ON = Text("规划环评报送日期", "The day the EIA report was sent,")
REVIEWED_ON = Text("规划环评审查日期", "The day the EIA report was reviewed,")
MEETS_ON = Text("会议日期", "The day of the meeting,")
FARTHEST = datetime.timedelta(days=366)  # ahead of today, for a meeting; a setting that catches a wrong year


def refuse_odd_days(
    act: Act, days: Mapping[Text, datetime.date | None], ahead: datetime.timedelta = datetime.timedelta(0)
) -> None:
    """Refuse days that are out of sense: before the notice's time, or later than today and so long ahead."""
    today = timezone.localdate()
    faults = [_fault(what, day, today, ahead) for what, day in days.items() if day]
    if reasons := tuple(each for each in faults if each):
        raise Refused(act, reasons)


def _fault(what: Text, day: datetime.date, today: datetime.date, ahead: datetime.timedelta) -> Message | None:
    if day < EARLIEST_DAY:
        return Message("date_too_early", {"what": what, "day": day, "earliest": EARLIEST_DAY})
    if day <= today + ahead:
        return None
    if ahead:
        return Message("date_too_far", {"what": what, "day": day, "latest": today + ahead})
    return Message("date_in_future", {"what": what, "day": day, "today": today})
