"""呈批件: the sheet on which a matter is put before a leader, with room for opinions by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import Setting, compose
from jijuqu.papers.manuscript import Form

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionMemo:
    """A matter put before a leader. `due_on` is the promised day (承诺时限), None where there is none."""

    envelope: Envelope
    subject: str  # 事由
    office: str  # 主办处室
    drafted_by: str  # 承办人
    summary: str  # 内容摘要
    proposal: str  # 拟办意见
    incoming: Incoming | None = None
    incoming_from: str = ""
    due_on: date | None = None


def write(letter: SubmissionMemo) -> Manuscript:
    """Write the memo; nobody signs under it, the leader writes in its last row."""
    return compose("submission_memo", letter.envelope, letter, Setting(form=Form.PLAIN, signed="", sealed=False))
