"""常务会汇报: the plan put before the district government's executive meeting for approval (二（三）3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import Setting, compose
from jijuqu.papers.letters.demands import want_clusters
from jijuqu.papers.manuscript import Form

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Cluster, DepartmentOpinion, Departure, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveBrief:
    """What the executive meeting is told before it approves a plan."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    clusters: tuple[Cluster, ...]
    departments: tuple[str, ...]  # who reviewed jointly
    opinions: tuple[DepartmentOpinion, ...]
    expert_review_on: date
    expert_verdict: str
    departures: tuple[Departure, ...] = ()


def write(letter: ExecutiveBrief) -> Manuscript:
    """Write the brief."""
    want_clusters(letter.clusters)
    return compose("executive_brief", letter.envelope, letter, Setting(form=Form.PLAIN, sealed=False))
