"""Why somebody is told of something."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.words.accounts import REASONS

if TYPE_CHECKING:
    from jijuqu.words.text import Text


class Reason(StrEnum):
    """The reasons for a notification."""

    TO_DO = "to_do"
    TAKES_PART = "takes_part"
    ORGANISATION = "organisation"
    DEPUTY = "deputy"
    WATCHED = "watched"
    ACCOUNT = "account"

    @property
    def label(self) -> Text:
        """What the person is told."""
        return REASONS[self]
