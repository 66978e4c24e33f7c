"""专家评审意见: the one report that the panel signs (二（三）3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import Setting, compose
from jijuqu.papers.manuscript import Form

if TYPE_CHECKING:
    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Expert, Meeting, Plan

LEADER_SIGNS = "专家组组长（签名）："


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertReport:
    """The panel's report. `verdict` in the notice's practice: 通过, 修改后通过 or 不通过; others present by office."""

    envelope: Envelope
    plan: Plan
    meeting: Meeting
    experts: tuple[Expert, ...]
    present: tuple[str, ...]
    findings: tuple[str, ...]  # what the panel holds of the plan
    advice: tuple[str, ...]  # what it asks to be changed
    verdict: str


def write(letter: ExpertReport) -> Manuscript:
    """Write the report; the leader signs, the others sign in the table."""
    setting = Setting(form=Form.PLAIN, signed=f"{LEADER_SIGNS}　　　　　　", sealed=False)
    return compose("expert_report", letter.envelope, letter, setting)
