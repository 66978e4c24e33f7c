"""请补充完善材料的函: everything that is lacking, at once, with clause, reason and what would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose
from jijuqu.papers.letters.demands import want

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Incoming, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to complete: what, by which clause, why, and what would do."""

    what: str
    clause: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionRequest:
    """A request to complete the materials by a day."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    application: Incoming
    items: tuple[Item, ...]
    answer_by: date


def write(letter: CompletionRequest) -> Manuscript:
    """Write the request."""
    want(letter.items, "completion_without_items")
    return compose("completion_request", letter.envelope, letter)
