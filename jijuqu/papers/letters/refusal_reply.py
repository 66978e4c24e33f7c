"""The reply that approves no cluster, with the reasons for each by clause (二（三）6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose
from jijuqu.papers.letters.demands import want, want_reasons

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Incoming, Plan, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalReply:
    """A refusal. `may_apply_until`: the notice's last day, where a new application could still be received."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    application: Incoming
    departments: tuple[str, ...]
    refused: tuple[Refused, ...]
    may_apply_until: date | None = None


def write(letter: RefusalReply) -> Manuscript:
    """Write the reply."""
    want(letter.refused, "refusal_without_clusters")
    want_reasons(letter.refused)
    return compose("refusal_reply", letter.envelope, letter)
