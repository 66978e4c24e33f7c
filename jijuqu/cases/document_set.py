"""办文包: the editable papers of the step a case is at, as one ZIP: letters as DOCX, tables as XLSX."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from jijuqu.accounts.permissions import reach
from jijuqu.cases.at_hand import letter_at_hand
from jijuqu.cases.models import Outcome
from jijuqu.cases.queries import whole
from jijuqu.cases.sheets import opinions_table, progress_table
from jijuqu.cases.writing import written
from jijuqu.papers.kinds import KINDS
from jijuqu.papers.produce import docx, xlsx
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.procedure.states import State
from jijuqu.words.said import say

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person
    from jijuqu.cases.models import Case

REVIEWS = ("opinion_request", "joint_review_opinion")
MEETING = ("meeting_notice", "sign_in_sheet", "minutes", "expert_report")
# What an office writes at each step; 呈批件 goes with every one.
KINDS_AT: dict[State, tuple[str, ...]] = {
    State.DRAFTING: ("opinion_request",),
    State.DISTRICT_REVIEW: (*REVIEWS, *MEETING),
    State.DISTRICT_DECISION: ("executive_brief", "joint_review_opinion", "expert_report"),
    State.READY: ("application", "joint_review_opinion", "expert_report"),  # with its two attachments, 二（三）4
    State.APPLIED: (),
    State.RECEIVED: ("opinion_request",),
    State.CORRECTION: ("completion_request",),
    State.CITY_REVIEW: REVIEWS,
    State.CITY_DECISION: ("joint_review_opinion",),
    State.NOT_ACCEPTED: ("non_acceptance",),
}
LACKING = "未能成文.txt"


def document_set(case_pk: int, on: datetime.date, person: Person) -> bytes:
    """Write the set for somebody; what cannot be written yet is listed in a text with the reason of each.

    The table of progress holds the districts that they may see.
    """
    case, lacking, out = whole(case_pk), [], io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in kinds_at(case):
            letter = letter_at_hand(case, kind, on, person)
            try:
                content = docx(written(letter)) if letter else b""
            except CannotBeWrittenError as error:
                lacking.append(f"{KINDS[kind].label.zh}：{say(error.message, 'zh')}")
                continue
            archive.writestr(f"{KINDS[kind].label.zh}.docx", content)
        opinions = opinions_table(case, case.position.side, on)
        archive.writestr(f"{KINDS['opinions_table'].label.zh}.xlsx", xlsx(opinions))
        archive.writestr(f"{KINDS['progress_table'].label.zh}.xlsx", xlsx(progress_table(on, reach(person, on))))
        if lacking:
            archive.writestr(LACKING, "\r\n".join(lacking))
    return out.getvalue()


def kinds_at(case: Case) -> tuple[str, ...]:
    """Return the letters that go with the step a case is at."""
    state = case.position.suspended_from or case.position.state
    replies = ("refusal_reply",) if case.outcome == Outcome.REFUSED else ("approval_reply",)
    own = replies if state in {State.DECIDED, State.ANSWERED} else KINDS_AT.get(state, ())
    return ("submission_memo", *own)
