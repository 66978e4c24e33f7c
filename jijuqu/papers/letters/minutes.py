"""会议纪要: what a meeting dealt with and settled (GB/T 9704-2012, 10.3)."""

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
class Minutes:
    """The minutes of a meeting; `settled` are its conclusions, a sentence or more each."""

    envelope: Envelope
    meeting: Meeting
    chair: str
    heard: str  # what was reported and discussed
    settled: tuple[str, ...]
    present: tuple[Attendee, ...]
    excused: tuple[Attendee, ...] = ()


def write(letter: Minutes) -> Manuscript:
    """Write the minutes; they bear no seal."""
    mark = f"{letter.envelope.sender}专题会议纪要"
    return compose("minutes", letter.envelope, letter, Setting(form=Form.MINUTES, mark=mark, signed="", sealed=False))
