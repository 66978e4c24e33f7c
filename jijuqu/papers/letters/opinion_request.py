"""关于征求…意见的函: a plan is sent to departments for their opinions (二（三）3, 二（三）5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose
from jijuqu.papers.letters.demands import want_clusters

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Cluster, Incoming, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRequest:
    """A request for opinions. `application` is what the commission asks about; None where a district asks."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    clusters: tuple[Cluster, ...]
    reply_by: date
    application: Incoming | None = None


def write(letter: OpinionRequest) -> Manuscript:
    """Write the request."""
    want_clusters(letter.clusters)
    return compose("opinion_request", letter.envelope, letter)
