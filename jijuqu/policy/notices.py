"""The notices that the product knows, and which of them governs a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.notice import NotGovernedError, Notice
from jijuqu.policy.yjx_2021_5 import NOTICE as YJX_2021_5

if TYPE_CHECKING:
    import datetime

NOTICES: tuple[Notice, ...] = (YJX_2021_5,)  # by first day


def governing(on: datetime.date) -> Notice:
    """Give the notice that governs a day, lapsed or not: the latest whose first day has come.

    After its last day a notice still says that nothing new is accepted; `Notice.in_force` tells. Raises
    `NotGovernedError` for a day before the first notice.
    """
    begun = [notice for notice in NOTICES if notice.first_day <= on]
    if not begun:
        raise NotGovernedError(on, NOTICES[0].first_day)
    return begun[-1]
