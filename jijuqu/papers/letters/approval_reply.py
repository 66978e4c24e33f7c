"""关于同意…的复函: the commission approves all clusters of a plan, or some with reasons for the others (二（三）6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose
from jijuqu.papers.letters.demands import want, want_reasons

if TYPE_CHECKING:
    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Cluster, Incoming, Plan, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalReply:
    """An approval in whole or, with `refused`, in part. `smallest_supply_mu`: the notice's floor for one project."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    application: Incoming
    departments: tuple[str, ...]  # who reviewed jointly
    approved: tuple[Cluster, ...]
    smallest_supply_mu: float
    refused: tuple[Refused, ...] = ()
    conditions: tuple[str, ...] = ()  # what this approval asks beyond the notice, a sentence each


def write(letter: ApprovalReply) -> Manuscript:
    """Write the reply."""
    want(letter.approved, "approval_without_clusters")
    want_reasons(letter.refused)
    return compose("approval_reply", letter.envelope, letter)
