"""The letters of a case say what the case says."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import letters, reviewing
from jijuqu.cases.writing import OPEN_CONCLUSION, WRITERS, written
from jijuqu.papers.kinds import KINDS
from jijuqu.papers.produce import docx, manuscript, pages_svg, pdf
from jijuqu.papers.refusal import CannotBeWrittenError
from tests.cases import lives, people
from tests.cases.builders import a_draft, by, complete

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
        added = {"points": ["二（二）1：不在受理范围"]} if kind == "non_acceptance" else {}
        letter = written(a_draft_of(case, kind, who.officer, **added), "https://example.gov.cn/verify/abc/")
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


def test_an_application_that_came_in_time_is_not_declined_as_late(who):
    draft = a_draft_of(lives.applied(who), "non_acceptance", who.officer)
    with pytest.raises(CannotBeWrittenError) as refused:
        manuscript(written(draft))
    assert refused.value.message.code == "non_acceptance_without_ground"


def test_papers_of_a_meeting_wait_until_it_is_called(who):
    case = a_draft(who.drafter)
    for kind in ("meeting_notice", "sign_in_sheet", "minutes", "expert_report"):
        with pytest.raises(CannotBeWrittenError) as refused:
            written(a_draft_of(case, kind, who.drafter))
        assert refused.value.message.code == "meeting_not_called"


def test_a_joint_opinion_concludes_only_once_every_opinion_is_in_and_answered(who):
    case = complete(a_draft(who.drafter), who.drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, asked, by(who.drafter, date(2022, 3, 2)))
    draft = a_draft_of(case, "joint_review_opinion", who.drafter)

    assert OPEN_CONCLUSION in manuscript(written(draft)).words()
    lives.give_all(review, date(2022, 3, 4), objecting=("500155-ecology",))
    assert OPEN_CONCLUSION in manuscript(written(draft)).words()
    done = a_draft_of(lives.applied(lives.cast()), "joint_review_opinion", who.drafter)
    assert "符合报审条件" in manuscript(written(done)).words()


def test_a_sheet_that_goes_to_nobody_names_no_contact_and_takes_one_page(who):
    said = written(a_draft_of(lives.applied(who), "submission_memo", who.officer))
    assert "联系人" not in manuscript(said).words()
    assert len(pages_svg(said)) == 1
