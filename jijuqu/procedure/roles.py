"""The parts people play in the procedure, and the two levels it runs on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.words.procedure_names import LEVELS, ROLES

if TYPE_CHECKING:
    from jijuqu.words.text import Text


class Level(StrEnum):
    """The district prepares and applies (二（三）1–4); the city reviews and decides (二（三）5–6)."""

    DISTRICT = "district"
    CITY = "city"

    @property
    def label(self) -> Text:
        """What people call it."""
        return LEVELS[self]


class Role(StrEnum):
    """A part that a person plays; which organisation and case it holds for is the business of `accounts`."""

    DRAFTER = "drafter"
    DISTRICT_LEADER = "district_leader"
    REVIEWER = "reviewer"
    SIGNATORY = "signatory"
    EXPERT = "expert"
    CITY_OFFICER = "city_officer"
    CITY_LEADER = "city_leader"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDITOR = "auditor"

    @property
    def label(self) -> Text:
        """What people call it."""
        return ROLES[self]

    @property
    def level(self) -> Level | None:
        """The level the role belongs to; None for those that exist on both (departments) or on neither."""
        return _LEVEL_OF.get(self)


_LEVEL_OF = {
    Role.DRAFTER: Level.DISTRICT,
    Role.DISTRICT_LEADER: Level.DISTRICT,
    Role.EXPERT: Level.DISTRICT,
    Role.CITY_OFFICER: Level.CITY,
    Role.CITY_LEADER: Level.CITY,
}

# Who enters the papers of a level (线下件登记): one city officer can run a whole case alone.
REGISTRARS = {
    Level.DISTRICT: frozenset({Role.DRAFTER, Role.CITY_OFFICER}),
    Level.CITY: frozenset({Role.CITY_OFFICER}),
}
