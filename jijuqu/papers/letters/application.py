"""申请函: the district applies to the commission (二（三）4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose
from jijuqu.papers.letters.demands import want_clusters

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Cluster, Departure, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A district's application, with the way it took at home. `expert_verdict`: 通过 or 修改后通过."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    clusters: tuple[Cluster, ...]
    departments: tuple[str, ...]  # who reviewed jointly
    expert_review_on: date
    expert_verdict: str
    approved_on: date  # the district's own approval
    approved_by: str = ""  # 区政府常务会议; "" says 区人民政府 as such
    departures: tuple[Departure, ...] = ()


def write(letter: Application) -> Manuscript:
    """Write the application."""
    want_clusters(letter.clusters)
    return compose("application", letter.envelope, letter)
