"""办文包: one click gives the editable papers of a step."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from jijuqu.cases.actions import drafting
from jijuqu.cases.document_set import KINDS_AT, LACKING, document_set
from jijuqu.cases.sheets import progress_table
from jijuqu.procedure.states import State
from jijuqu.registry.models import QuotaHolder
from tests.cases import lives
from tests.cases.builders import a_draft, by

pytestmark = pytest.mark.django_db


def names(content):
    return set(zipfile.ZipFile(io.BytesIO(content)).namelist())


def test_at_the_decision_it_holds_memo_reply_and_tables():
    who = lives.cast()
    case = lives.decided(who, clusters=2, refused=(2,))
    assert names(document_set(case.pk, date(2022, 4, 2), who.officer)) == {
        "呈批件.docx", "同意的复函.docx", "部门意见及采纳情况表.xlsx", "规划建设进展情况表.xlsx",
    }  # fmt: skip


def districts(content):
    """Name the districts in the table of progress of a set."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    sheet = load_workbook(io.BytesIO(archive.read("规划建设进展情况表.xlsx"))).active
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    return {each.name_zh for each in QuotaHolder.objects.all()} & cells


def test_a_district_finds_its_own_progress_in_it_and_the_commission_everybodys():
    who = lives.cast()
    case, on = a_draft(who.drafter), date(2022, 3, 1)
    assert districts(document_set(case.pk, on, who.drafter)) == {"梁平区"}
    assert len(districts(document_set(case.pk, on, who.officer))) == 41


def test_an_abolished_districts_cases_stand_under_the_one_that_came_after_it():
    drafter, on = lives.people.drafter("yubei", "500112"), date(2025, 10, 20)
    drafting.open_case(QuotaHolder.objects.get(pk="500112"), "渝北区建设规划", by(drafter, on))
    plans = {row.plan: row.district for row in progress_table(date(2026, 1, 5)).rows if row.plan}
    assert plans == {"渝北区建设规划": "两江新区"}


def test_what_cannot_be_written_yet_is_listed_with_the_reason():
    drafter = lives.people.drafter()
    case = a_draft(drafter)
    archive = zipfile.ZipFile(io.BytesIO(document_set(case.pk, date(2022, 3, 1), drafter)))
    missing = set(archive.namelist()) ^ {"呈批件.docx", "部门意见及采纳情况表.xlsx", "规划建设进展情况表.xlsx"}
    assert missing <= {LACKING, "征求意见函.docx"}


def test_every_step_that_goes_on_has_its_papers():
    rest = {State.DECIDED, State.ANSWERED, State.NOT_ACCEPTED, State.WITHDRAWN, State.SUSPENDED}
    assert set(KINDS_AT) | rest == set(State)
