"""Expert review of a plan, which the district organises (二（三）3)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.words.procedure_names import VERDICTS

if TYPE_CHECKING:
    from jijuqu.words.text import Text


class Verdict(StrEnum):
    """What the experts' one signed report says: 通过, 修改后通过, 不通过."""

    PASS = "passed"  # noqa: S105 - a verdict
    PASS_WITH_CHANGES = "passed_with_changes"  # noqa: S105 - a verdict
    FAIL = "failed"

    @property
    def label(self) -> Text:
        """What people call it."""
        return VERDICTS[self]
