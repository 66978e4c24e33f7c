"""The letters of a case say what the case says."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import letters
from jijuqu.cases.writing import WRITERS, written
from jijuqu.papers.kinds import KINDS
from jijuqu.papers.produce import docx, manuscript, pdf
from tests.cases import lives
from tests.cases.builders import by

pytestmark = pytest.mark.django_db


def a_draft_of(case, kind, person, **content):
    return letters.draft_letter(case, kind, person.organisation, content, by(person, date(2022, 4, 6)))


def test_every_kind_of_letter_can_be_written_from_a_case():
    assert set(WRITERS) == {code for code, kind in KINDS.items() if "pdf" in kind.formats}


@pytest.fixture
def who():
    return lives.cast()


def test_each_kind_is_set_as_pdf_and_docx_for_a_case_approved_in_part(who):
    case = lives.decided(who, clusters=2, refused=(2,))
    for kind in WRITERS:
        letter = written(a_draft_of(case, kind, who.officer), "https://example.gov.cn/verify/abc/")
        assert pdf(letter).startswith(b"%PDF"), kind
        assert docx(letter).startswith(b"PK"), kind


def test_the_reply_names_what_is_approved_and_why_the_other_is_not(who):
    case = lives.decided(who, clusters=2, refused=(2,))
    said = manuscript(written(a_draft_of(case, "approval_reply", who.officer))).words()
    assert "梁平区智能家居中小企业集聚区" in said
    assert "不符合国土空间规划" in said
    assert "二（二）1" in said


def test_what_the_drafter_adds_stands_in_the_letter(who):
    case = lives.applied(who)
    letter = written(a_draft_of(case, "application", who.drafter, copies=["区财政局"], addressees=["市经济信息委"]))
    said = manuscript(letter).words()
    assert "区财政局" in said
    assert "市经济信息委" in said
