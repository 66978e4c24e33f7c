"""The tables of what decisions refer to."""

from jijuqu.reference.models.access import AccessEntry, Restriction
from jijuqu.reference.models.calendar import SpecialDay, WorkingYear
from jijuqu.reference.models.industry import Industry, IndustryLevel
from jijuqu.reference.models.parameter import EnteredParameter
from jijuqu.reference.models.screening import KeptScreening
from jijuqu.reference.models.time_limit import TimeLimit
from jijuqu.reference.models.trial import KeptTrial

__all__ = [
    "AccessEntry",
    "EnteredParameter",
    "Industry",
    "IndustryLevel",
    "KeptScreening",
    "KeptTrial",
    "Restriction",
    "SpecialDay",
    "TimeLimit",
    "WorkingYear",
]
