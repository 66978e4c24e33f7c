"""签到表: those expected, with room to sign, and empty rows for others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import Setting, compose
from jijuqu.papers.manuscript import Form

if TYPE_CHECKING:
    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Attendee, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """A sheet to sign at the door."""

    envelope: Envelope
    meeting: Meeting
    expected: tuple[Attendee, ...]
    empty_rows: int = 5


def write(letter: SignInSheet) -> Manuscript:
    """Write the sheet."""
    return compose("sign_in_sheet", letter.envelope, letter, Setting(form=Form.PLAIN, signed="", sealed=False))
