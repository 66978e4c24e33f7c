"""会议通知: who is asked to a meeting, when, where and about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNotice:
    """A notice of a meeting; `attendees` are offices or persons, `requests` what they are asked to do."""

    envelope: Envelope
    meeting: Meeting
    agenda: tuple[str, ...]
    attendees: tuple[str, ...]
    requests: tuple[str, ...] = ()
    answer_by: date | None = None  # names of those who come are asked for by this day


def write(letter: MeetingNotice) -> Manuscript:
    """Write the notice."""
    return compose("meeting_notice", letter.envelope, letter)
