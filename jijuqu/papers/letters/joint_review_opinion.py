"""联合审查意见: what the departments said of a plan, what became of it, and the conclusion (二（三）3, 二（三）5)."""

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
    from jijuqu.papers.matter import Citation, Cluster, DepartmentOpinion, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class JointReviewOpinion:
    """The joint review's opinion; `conclusion` is its last sentence or sentences."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    clusters: tuple[Cluster, ...]
    departments: tuple[str, ...]  # who reviewed jointly
    opinions: tuple[DepartmentOpinion, ...]
    conclusion: str
    first_day: date
    last_day: date


def write(letter: JointReviewOpinion) -> Manuscript:
    """Write the opinion."""
    want_clusters(letter.clusters)
    return compose("joint_review_opinion", letter.envelope, letter, Setting(form=Form.PLAIN))
