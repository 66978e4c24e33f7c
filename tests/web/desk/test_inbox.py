"""待办: everybody finds what waits for them, most urgent first, with why it is there and what comes next."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jijuqu.accounts.models import Person
from jijuqu.cases.actions import district, reviewing, running, watching
from jijuqu.cases.models import Case, Expert, OpinionRequest, Panel, PanelSeat, Review
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from tests.cases import lives, people
from tests.cases.builders import a_draft, by
from tests.web.desk.at_work import TODAY, a_day, in_review, page, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


def listed(client, person, kind="to-do", **more):
    """Give the numbers of the cases in a list, top to bottom."""
    answer = sit_down(client, person).get("/desk/", {"list": kind, **more})
    assert answer.status_code == 200
    return re.findall(r'<a href="/desk/cases/([\d-]+)/" data-row', answer.content.decode())


def plain_cases(count, state, **columns):
    """Rows of cases as a list reads them, without the acts that lead there."""
    first = Case.objects.count() + 1
    return Case.objects.bulk_create(
        Case(
            number=f"2022-{first + n:04d}", holder_id=people.LIANGPING, title=f"规划{n}", state=state,
            opened_on=TODAY, state_since=TODAY, **columns,
        )
        for n in range(count)
    )  # fmt: skip


def test_what_is_due_first_stands_first_and_what_has_no_day_last(client):
    drafter = people.drafter()
    for day in (date(2022, 4, 8), None, date(2022, 3, 1), date(2022, 3, 25)):
        plain_cases(1, State.CORRECTION, corrected_from=State.RECEIVED, due_on=day)

    assert listed(client, drafter) == ["2022-0003", "2022-0004", "2022-0001", "2022-0002"]


def test_a_line_says_how_many_working_days_are_left_in_word_and_shape(client):
    drafter = people.drafter()
    for day in (TODAY - timedelta(days=3), TODAY + timedelta(days=1), TODAY + timedelta(days=40), None):
        plain_cases(1, State.CORRECTION, corrected_from=State.RECEIVED, due_on=day)

    shown = sit_down(client, drafter).get("/desk/").content.decode()

    assert re.findall(r'class="lamp lamp-(\w+)">([^<]+)<', shown) == [
        ("red", "已超期3个工作日"), ("amber", "还有1个工作日"), ("green", "还有26个工作日"), ("unlit", "未计时限"),
    ]  # fmt: skip


def test_a_draft_waits_for_its_drafter_and_for_nobody_else(client):
    who = lives.cast()
    case = a_draft(who.drafter, date(2022, 3, 1))

    assert listed(client, who.drafter) == [case.number]
    assert [listed(client, each) for each in (who.mayor, who.officer, who.director)] == [[], [], []]
    assert listed(client, who.mayor, "waiting") == [case.number]


def test_while_departments_are_in_time_the_drafter_waits_once_experts_are_called(client):
    drafter = people.drafter()
    case = in_review(drafter)
    assert "尚未召集专家评审会" in page(sit_down(client, drafter), "/desk/")

    Panel.objects.create(case=case, number=1, meets_on=TODAY + timedelta(days=3), quorum=1)
    assert listed(client, drafter) == []
    assert "待5个部门反馈意见" in page(sit_down(client, drafter), "/desk/?list=waiting")

    OpinionRequest.objects.filter(department="500155-ecology").update(due_on=TODAY - timedelta(days=1))
    shown = page(sit_down(client, drafter), "/desk/")
    assert "1个部门逾期未反馈意见" in shown
    assert "催办" in shown


def test_an_opinion_waits_for_the_reviewer_then_for_the_head_of_the_department(client):
    in_review(people.drafter(), drafted=("500155-ecology",))
    reviewer, head = Person.objects.get(username="r-500155-ecology"), people.signatory("500155-ecology")
    other = people.a_person("colleague", "500155-parks", Role.REVIEWER)

    assert "意见待签发" in page(sit_down(client, head), "/desk/")
    assert listed(client, reviewer) == []
    assert "待负责人签发" in page(sit_down(client, reviewer), "/desk/?list=waiting")
    assert "征求梁平区工业园区管理机构意见" in page(sit_down(client, other), "/desk/")


def test_what_was_handed_over_waits_for_the_colleague(client):
    in_review(people.drafter())
    one = people.a_person("one", "500155-ecology", Role.REVIEWER)
    two = people.a_person("two", "500155-ecology", Role.REVIEWER)
    reviewing.hand_over(OpinionRequest.objects.get(department="500155-ecology"), two, by(one, date(2022, 3, 21)))

    assert listed(client, one) == []
    assert "由two填写部门意见" in page(sit_down(client, one), "/desk/?list=waiting")
    assert len(listed(client, two)) == 1


def test_an_expert_finds_the_plan_to_assess(client):
    case = in_review(people.drafter())
    person = people.a_person("zhou", "500155-economy", Role.EXPERT)
    expert = Expert.objects.create(
        name="周", employer="某大学", field="planning", first_day=date(2021, 1, 1), person=person
    )
    panel = Panel.objects.create(case=case, number=1, meets_on=date(2022, 3, 30), quorum=1)
    seat = PanelSeat.objects.create(panel=panel, expert=expert)
    assert "请您评审规划" in page(sit_down(client, person), "/desk/")

    seat.scores = {"二（二）1": 80}
    seat.save()
    assert listed(client, person) == []
    assert listed(client, person, "waiting") == [case.number]


def test_an_officer_of_the_city_sees_their_own_desk_and_what_nobody_has_taken(client):
    one, two = people.city_officer("one"), people.city_officer("two")
    plain_cases(1, State.APPLIED)
    plain_cases(1, State.RECEIVED, city_officer=one, received_on=TODAY)
    plain_cases(1, State.RECEIVED, city_officer=two, received_on=TODAY)

    assert listed(client, one) == ["2022-0001", "2022-0002"]
    assert listed(client, one, officer="all") == ["2022-0001", "2022-0002", "2022-0003"]


def test_each_side_finds_its_decisions(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    plain_cases(1, State.CITY_DECISION, city_officer=who.officer)

    assert listed(client, who.mayor) == [case.number]
    assert listed(client, who.director) == ["2022-0002"]
    assert listed(client, who.officer, "waiting") == ["2022-0002"]


def test_a_suspended_case_is_waited_for(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    running.suspend(case.pk, by(drafter, date(2022, 3, 2), reason="等待批复"))

    assert listed(client, drafter) == []
    assert "已中止" in page(sit_down(client, drafter), "/desk/?list=waiting")


def test_done_is_what_somebody_acted_on_the_latest_first_and_not_to_be_done_again(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    other = a_draft(who.drafter, date(2022, 3, 14))

    assert listed(client, who.drafter, "done") == [case.number]
    assert listed(client, who.drafter) == [other.number]
    assert listed(client, who.mayor, "done") == []


def test_watched_cases_are_listed_until_they_are_let_go(client):
    who = lives.cast()
    case = a_draft(who.drafter, date(2022, 3, 1))
    sit_down(client, who.director).post(f"/desk/cases/{case.number}/watch/", {"watch": "yes"})
    assert listed(client, who.director, "watched") == [case.number]

    client.post(f"/desk/cases/{case.number}/watch/", {"watch": "no"})
    assert listed(client, who.director, "watched") == []


def test_what_changed_since_one_looked_is_bold(client):
    who = lives.cast()
    case = a_draft(who.drafter, date(2022, 3, 1))
    watching.watch(case, who.mayor)
    bold = 'class="is-unread"'
    shown = sit_down(client, who.mayor).get("/desk/?list=watched").content.decode()
    assert bold in shown
    assert "有更新" in shown

    client.get(f"/desk/cases/{case.number}/")
    assert bold not in client.get("/desk/?list=watched").content.decode()

    running.suspend(case.pk, by(who.drafter, date(2022, 3, 2), reason="等待批复"))
    assert bold in client.get("/desk/?list=watched").content.decode()


def test_filters_stand_in_the_address(client):
    drafter = people.drafter()
    plain_cases(2, State.DRAFTING)
    plain_cases(1, State.READY)

    assert listed(client, drafter, q="规划1") == ["2022-0002"]
    assert listed(client, drafter, state="ready") == ["2022-0003"]
    assert listed(client, people.city_officer(), "all", holder="500101") == []
    assert "没有符合条件的案件" in page(client, "/desk/?q=没有这个")


def test_long_lists_come_in_pages(client):
    drafter = people.drafter()
    plain_cases(120, State.DRAFTING)

    first = sit_down(client, drafter).get("/desk/").content.decode()
    assert "99+" in first
    assert "page=2" in first
    pages = [listed(client, drafter, page=n) for n in (1, 2, 3)]
    assert [len(each) for each in pages] == [50, 50, 20]
    assert len({number for each in pages for number in each}) == 120
    assert listed(client, drafter, page="x") == pages[0]


def test_an_empty_list_says_what_will_stand_there(client):
    drafter = people.drafter()
    for kind, words in (("to-do", "没有要您办的事"), ("watched", "点“关注”"), ("done", "还没有办过案件")):
        assert words in page(sit_down(client, drafter), f"/desk/?list={kind}")
    assert "没有要您办的事" in page(client, "/desk/?list=nonsense")


def of_all_trades():
    """Somebody who drafts, reviews, signs and assesses: every part of every list is theirs."""
    return people.a_person(
        "all", "500155-economy", Role.DRAFTER, Role.DISTRICT_LEADER, Role.REVIEWER, Role.SIGNATORY, Role.EXPERT
    )


def everybody():
    who = lives.cast()
    auditor = people.a_person("auditor", "commission", Role.AUDITOR)
    return [*who, auditor, people.reviewer("500155-ecology"), people.signatory("city-ecology"), of_all_trades()]


@pytest.mark.parametrize("kind", ["to-do", "waiting", "done", "watched", "all"])
def test_no_list_of_anybody_asks_more_than_twenty_times(client, kind):
    people_there = everybody()
    for state in State:
        if state not in {State.CORRECTION, State.SUSPENDED}:
            plain_cases(12, state, due_on=TODAY)
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    for case in Case.objects.filter(state__in=[State.DISTRICT_REVIEW, State.CITY_REVIEW]):
        level = "district" if case.state == State.DISTRICT_REVIEW else "city"
        review = Review.objects.create(case=case, level=level, round=1, started_on=TODAY)
        OpinionRequest.objects.bulk_create(
            OpinionRequest(review=review, department=each, asked_on=TODAY, due_on=TODAY) for each in asked
        )

    counts = {}
    for person in people_there:
        sit_down(client, person).get("/desk/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/", {"list": kind})
        counts[person.username] = len(queries)
    assert max(counts.values()) <= 20, counts


def test_english_says_the_same(client):
    drafter = people.drafter()
    in_review(drafter)

    shown = page(sit_down(client, drafter), "/en/desk/")
    assert set(re.findall(r"[\u4e00-\u9fff]+", shown)) == {"梁平区中小企业集聚区建设规划", "渝经信规范", "号"}
