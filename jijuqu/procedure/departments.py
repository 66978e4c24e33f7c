"""The departments by what they do, and those the notice names for each joint review."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.procedure.roles import Level
from jijuqu.words.procedure_names import DUTIES

if TYPE_CHECKING:
    from jijuqu.words.text import Text


class Duty(StrEnum):
    """What a department answers for (三（一）), and the parks' own office of 二（三）3."""

    DEVELOPMENT_REFORM = "development_reform"
    NATURAL_RESOURCES = "natural_resources"
    ECOLOGY = "ecology"
    EMERGENCY = "emergency"
    PARKS = "parks"
    ECONOMY = "economy"
    SCIENCE = "science"
    FINANCE = "finance"

    @property
    def label(self) -> Text:
        """What people call it."""
        return DUTIES[self]


# 二（三）3 and 二（三）5 name these before 等: they are the least that is asked, more may be.
_NAMED_FOR_BOTH = (Duty.DEVELOPMENT_REFORM, Duty.NATURAL_RESOURCES, Duty.ECOLOGY, Duty.EMERGENCY)
ASKED = {
    Level.DISTRICT: (*_NAMED_FOR_BOTH, Duty.PARKS),
    Level.CITY: _NAMED_FOR_BOTH,
}
