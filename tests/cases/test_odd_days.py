"""Days out of sense: refused with one sentence, nothing written; a calendar that is not out yet says so."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from jijuqu.cases.actions import drafting, letters, papers, reviewing, running
from jijuqu.cases.clocks import events_of, running_clocks
from jijuqu.cases.models import (
    FileKind,
    OpinionRequest,
)
from jijuqu.procedure.opinions import Stance
from jijuqu.reference.queries import calendar
from jijuqu.words.said import say
from tests.cases.city import (
    LIANGPING,
    a_plan_to_review,
    hand,
    refusal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)


TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(9999, 12, 31), "办理日期9999-12-31晚于今天"),
        (TOMORROW, "晚于今天"),
        (ON - timedelta(days=1), "办理日期2022-05-05早于前一环节的2022-05-06"),
        (date(1921, 8, 1), "早于2020-01-01，请核对年份"),
    ],
)
def test_an_act_is_done_on_a_day_in_sense(people, case, day, sentence):
    assert sentence in refusal(
        running.suspend, case.pk, hand(people.drafter[LIANGPING], day, reason="x", entered_on=ON)
    )


@pytest.mark.parametrize("day", [date(9999, 1, 1), date(1921, 1, 1)])
def test_no_case_is_opened_and_no_letter_drafted_in_a_wrong_year(people, case, day):
    wrong = hand(people.drafter[LIANGPING], day, entered_on=ON)
    assert refusal(drafting.open_case, people.holder[LIANGPING], "规划", wrong)
    assert refusal(letters.draft_letter, case, "application", wrong.person.organisation, {}, wrong)


def test_the_days_of_papers_and_of_the_eia_are_in_sense(people, case, drafter):
    far = date(9999, 1, 1)
    assert "落款日期9999-01-01晚于今天" in refusal(papers.enter_paper, "函", "某局", far, people.scan, drafter)
    assert "落款日期1921-01-01早于" in refusal(
        drafting.add_file, case.pk, FileKind.EVIDENCE, people.scan, "x.pdf", drafter, dated_on=date(1921, 1, 1)
    )
    assert "规划环评报送日期" in refusal(drafting.report_eia, case.pk, drafter, sent_on=far)
    assert "早于报送日期" in refusal(
        drafting.report_eia, case.pk, drafter, sent_on=ON, reviewed_on=ON - timedelta(days=1)
    )


def test_an_opinion_is_not_older_than_the_question(people, request_):
    OpinionRequest.objects.filter(pk=request_.pk).update(asked_on=ON + timedelta(days=3))
    told = refusal(reviewing.draft_opinion, request_, Stance.AGREE, "", [], hand(people.reviewer["city-ecology"], ON))
    assert "早于前一环节的2022-05-09" in told


def test_a_year_whose_calendar_is_not_published_has_no_due_day_and_says_why(people):
    day = timezone.localdate()
    case = a_plan_to_review(people)
    running.suspend(case.pk, hand(people.drafter[LIANGPING], day, reason="等待"))
    running.resume(case.pk, hand(people.drafter[LIANGPING], day))
    reviewing.start_district_review(case.pk, people.departments(LIANGPING), hand(people.drafter[LIANGPING], day))
    running.extend(case.pk, 366, hand(people.drafter[LIANGPING], day, reason="情况复杂"))

    case.refresh_from_db()
    assert case.due_on is None
    due = running_clocks(events_of(case))[0].due(calendar())
    assert str(max(2027, day.year)) in say(due.reason, "zh")
