"""A table that is not let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Sequence


class NotAdmittedError(Exception):
    """A table that rules cannot be asked of: every reason at once, each naming column, row and mend."""

    def __init__(self, reasons: Sequence[Message]) -> None:
        super().__init__(", ".join(f"{reason.code} {dict(reason.values)}" for reason in reasons))
        self.reasons = tuple(reasons)


def not_read(error: Exception) -> Message:
    """Say that a file cannot be read as a table, with the first line of the reason."""
    return Message("table_not_read", {"reason": (str(error) or type(error).__name__).splitlines()[0]})
