"""Everything that can be written here, by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.papers.letters import (
    application,
    approval_reply,
    completion_request,
    executive_brief,
    expert_report,
    joint_review_opinion,
    meeting_notice,
    minutes,
    non_acceptance,
    opinion_request,
    refusal_reply,
    sign_in_sheet,
    submission_memo,
)
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.papers.tables import opinions_table, progress_table
from jijuqu.words.papers import KINDS as LABELS
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.words.text import Text

Letter = (
    opinion_request.OpinionRequest
    | joint_review_opinion.JointReviewOpinion
    | expert_report.ExpertReport
    | application.Application
    | non_acceptance.NonAcceptance
    | completion_request.CompletionRequest
    | approval_reply.ApprovalReply
    | refusal_reply.RefusalReply
    | submission_memo.SubmissionMemo
    | meeting_notice.MeetingNotice
    | sign_in_sheet.SignInSheet
    | minutes.Minutes
    | executive_brief.ExecutiveBrief
)
Sheet = opinions_table.OpinionsTable | progress_table.ProgressTable


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter or table: its code, its name in both languages, the dataclass that holds it, what it becomes."""

    code: str
    label: Text
    holds: type
    formats: tuple[str, ...]
    write: Callable[[Any], Any]


def _letter(code: str, holds: type, write: Callable[[Any], Manuscript]) -> Kind:
    return Kind(code, LABELS[code], holds, ("pdf", "docx"), write)


def _sheet(code: str, holds: type, write: Callable[[Any], bytes]) -> Kind:
    return Kind(code, LABELS[code], holds, ("xlsx",), write)


KINDS: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        _letter("opinion_request", opinion_request.OpinionRequest, opinion_request.write),
        _letter("joint_review_opinion", joint_review_opinion.JointReviewOpinion, joint_review_opinion.write),
        _letter("expert_report", expert_report.ExpertReport, expert_report.write),
        _letter("application", application.Application, application.write),
        _letter("non_acceptance", non_acceptance.NonAcceptance, non_acceptance.write),
        _letter("completion_request", completion_request.CompletionRequest, completion_request.write),
        _letter("approval_reply", approval_reply.ApprovalReply, approval_reply.write),
        _letter("refusal_reply", refusal_reply.RefusalReply, refusal_reply.write),
        _letter("submission_memo", submission_memo.SubmissionMemo, submission_memo.write),
        _letter("meeting_notice", meeting_notice.MeetingNotice, meeting_notice.write),
        _letter("sign_in_sheet", sign_in_sheet.SignInSheet, sign_in_sheet.write),
        _letter("minutes", minutes.Minutes, minutes.write),
        _letter("executive_brief", executive_brief.ExecutiveBrief, executive_brief.write),
        _sheet("opinions_table", opinions_table.OpinionsTable, opinions_table.write),
        _sheet("progress_table", progress_table.ProgressTable, progress_table.write),
    )
}
_BY_TYPE = {kind.holds: kind for kind in KINDS.values()}


def kind_of(letter: Letter | Sheet) -> Kind:
    """Give the kind of a letter or table."""
    return _BY_TYPE[type(letter)]


def kind_named(code: str) -> Kind:
    """Give the kind of this code. Raises CannotBeWrittenError that lists the kinds."""
    if code not in KINDS:
        raise CannotBeWrittenError(Message("no_such_letter_kind", {"kind": code, "kinds": ", ".join(KINDS)}))
    return KINDS[code]
