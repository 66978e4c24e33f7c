"""What is wrong with a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError

if TYPE_CHECKING:
    from jijuqu.words.text import Message

# What reading a row, or taking its digest, may raise when somebody wrote nonsense into the database.
UNREADABLE = (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, DatabaseError)


@dataclass(frozen=True, slots=True)
class Fault:
    """The first record that is not as it was recorded.

    `record` names it: "event:12", "cases.case:7", "attachment:66c7…", "table:journal_event".
    """

    record: str
    message: Message
