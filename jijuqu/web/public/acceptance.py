"""Whether applications for clusters outside the parks are accepted on a day, in the notice's own words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jijuqu.policy.clauses import CLOSING
from jijuqu.policy.notice import NotGovernedError
from jijuqu.policy.notices import governing

NEW_YEAR_HOLIDAY_BEGAN = date(2022, 12, 31)  # 国办发明电〔2022〕16号


class Acceptance(NamedTuple):
    """The state on a day: `not-yet`, `open` or `over`; days left count the last one."""

    state: str
    first_day: date
    last_day: date | None = None
    days_left: int = 0
    notice: str = ""
    clause: str = CLOSING

    @property
    def falls_on_new_year_holiday(self) -> bool:
        """Whether the last day is the Saturday that began the New Year holiday of 2023 (2022-12-31 to 2023-01-02)."""
        return self.last_day == NEW_YEAR_HOLIDAY_BEGAN


def acceptance(on: date) -> Acceptance:
    """Tell whether an application received on a day is accepted (文末)."""
    try:
        notice = governing(on)
    except NotGovernedError as error:
        return Acceptance("not-yet", error.first_day)
    last_day: date = notice.limits(on).last_day_of_acceptance.value
    state = "open" if on <= last_day else "over"
    return Acceptance(state, notice.first_day, last_day, (last_day - on).days + 1, notice.number)
