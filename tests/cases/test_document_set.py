"""办文包: one click gives the editable papers of a step."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from jijuqu.cases.document_set import KINDS_AT, LACKING, document_set
from jijuqu.procedure.states import State
from tests.cases import lives
from tests.cases.builders import a_draft

pytestmark = pytest.mark.django_db


def names(content):
    return set(zipfile.ZipFile(io.BytesIO(content)).namelist())


def test_at_the_decision_it_holds_memo_reply_and_tables():
    who = lives.cast()
    case = lives.decided(who, clusters=2, refused=(2,))
    assert names(document_set(case.pk, date(2022, 4, 2), who.officer)) == {
        "呈批件.docx", "同意的复函.docx", "部门意见及采纳情况表.xlsx", "规划建设进展情况表.xlsx",
    }  # fmt: skip


def test_what_cannot_be_written_yet_is_listed_with_the_reason():
    drafter = lives.people.drafter()
    case = a_draft(drafter)
    archive = zipfile.ZipFile(io.BytesIO(document_set(case.pk, date(2022, 3, 1), drafter)))
    missing = set(archive.namelist()) ^ {"呈批件.docx", "部门意见及采纳情况表.xlsx", "规划建设进展情况表.xlsx"}
    assert missing <= {LACKING, "征求意见函.docx"}


def test_every_step_that_goes_on_has_its_papers():
    rest = {State.DECIDED, State.ANSWERED, State.NOT_ACCEPTED, State.WITHDRAWN, State.SUSPENDED}
    assert set(KINDS_AT) | rest == set(State)
