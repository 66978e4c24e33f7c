"""A table that is not let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.words.text import Message


class NotAdmittedError(Exception):
    """A table that rules cannot be asked of: every reason at once, each naming column, row and mend."""

    def __init__(self, reasons: Sequence[Message]) -> None:
        super().__init__(", ".join(f"{reason.code} {dict(reason.values)}" for reason in reasons))
        self.reasons = tuple(reasons)
