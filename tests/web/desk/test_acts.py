"""Every act of the procedure is done on a page: joint review, opinions, experts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from jijuqu.accounts.models import Person
from jijuqu.cases.models import (
    Adoption,
    Expert,
    OpinionRequest,
    Panel,
    Remark,
    Review,
    Settlement,
)
from jijuqu.cases.queries import whole
from jijuqu.journal.models import Event
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.experts import Verdict, draw
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from jijuqu.web.desk.acts.parts import PARTS
from jijuqu.web.desk.acts.table import PAGES
from jijuqu.words.desk import BUTTONS
from tests.cases import lives, people
from tests.cases.builders import a_draft, complete
from tests.web.desk.at_work import TODAY, a_day, act, do, form_of, in_review, page, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]

BEGUN_ELSEWHERE = {Act.OPEN_CASE, Act.REGISTER_APPLICATION}


def test_every_act_has_its_page_and_its_button():
    written = {each for part in PARTS.values() for each in part.acts}
    assert set(PAGES) | BEGUN_ELSEWHERE | written == set(Act) == set(TRANSITIONS)
    assert set(BUTTONS) == {each.value for each in Act}


def test_a_review_is_sent_to_the_departments_that_the_notice_names_and_one_more(client):
    drafter = people.drafter()
    case = complete(a_draft(drafter, date(2022, 3, 14)), drafter, date(2022, 3, 15))
    opened = sit_down(client, drafter).get(act(case, "start_district_review"))
    assert len(form_of(opened)["departments"]) == 5

    answer = do(client, act(case, "start_district_review"), on="2022-03-16")

    assert answer.status_code == 302
    assert {each.department_id for each in OpinionRequest.objects.all()} == {
        f"500155-{n}" for n in people.DISTRICT_DEPARTMENTS
    }
    assert whole(case.pk).state == State.DISTRICT_REVIEW
    assert Event.objects.last().on == date(2022, 3, 16)


def test_an_opinion_by_clause_takes_one_page_and_its_head_signs_it(client):
    case = in_review(people.drafter())
    sit_down(client, people.a_person("r", "500155-ecology", Role.REVIEWER))
    do(client, act(case, "give_opinion"), **{
        "stance": "agree_with_advice", "words": "建议补充污水去向", "rows-0-clause": "二（二）1", "rows-0-cluster": "1",
        "rows-0-stance": "agree_with_advice", "rows-0-words": "补充污水集中处理",
    })  # fmt: skip
    request = OpinionRequest.objects.get(department="500155-ecology")
    assert (request.stance, request.remarks.get().cluster.number) == (Stance.AGREE_WITH_ADVICE, 1)

    sit_down(client, people.signatory("500155-ecology"))
    assert "补充污水集中处理" in page(client, act(case, "sign_opinion"))
    assert do(client, act(case, "sign_opinion")).status_code == 302
    request.refresh_from_db()
    assert request.signed_on == TODAY


def test_a_drafted_opinion_is_opened_as_it_stands_and_rows_may_be_emptied(client):
    case = in_review(people.drafter(), drafted=("500155-ecology",))
    sit_down(client, Person.objects.get(username="r-500155-ecology"))
    fields = form_of(client.get(act(case, "give_opinion")))
    assert (fields["stance"], fields["words"], fields["rows-0-clause"]) == (
        "agree_with_advice",
        "500155-ecology的话",
        "二（二）1",
    )

    do(client, act(case, "give_opinion"), **{"rows-0-clause": "", "rows-0-stance": "", "rows-0-words": ""})
    remark = Remark.objects.get()  # advice under no clause is about the plan as a whole
    assert (remark.clause, remark.words) == ("", "500155-ecology的话")
    assert form_of(client.get(act(case, "give_opinion")))["rows-0-clause"] == ""


def test_advice_without_words_comes_back_with_a_link_to_the_field(client):
    case = in_review(people.drafter())
    sit_down(client, people.a_person("r", "500155-ecology", Role.REVIEWER))
    answer = do(
        client, act(case, "give_opinion"), stance="disagree", **{"rows-0-clause": "二（二）1", "rows-0-stance": "agree"}
    )

    body = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r'role="alert".*<a href="#id_words">意见内容</a>', body, re.DOTALL)
    assert 'id="id_words"' in body
    assert form_of(answer)["rows-0-clause"] == "二（二）1"
    assert form_of(answer)["stance"] == "disagree"


def test_more_rows_come_without_scripts_and_keep_what_was_typed(client):
    case = in_review(people.drafter())
    sit_down(client, people.a_person("r", "500155-ecology", Role.REVIEWER))
    answer = do(client, act(case, "give_opinion"), more_rows="1", words="先写一点")

    assert answer.status_code == 200
    assert "rows-5-clause" in form_of(answer)
    assert form_of(answer)["words"] == "先写一点"
    assert "error-summary" not in answer.content.decode()


def test_remarks_are_answered_one_by_one_and_the_rest_stays_open(client):
    who = lives.cast()
    case = in_review(who.drafter, signed=("500155-ecology", "500155-emergency"))
    sit_down(client, who.drafter)
    assert "500155-ecology的话" in page(client, act(case, "answer_opinion"))

    refused = do(client, act(case, "answer_opinion"), **{"rows-0-adoption": "not-adopted"})
    assert refused.status_code == 422
    do(client, act(case, "answer_opinion"), **{"rows-0-adoption": "adopted", "rows-0-answer": "已补充"})

    assert [each.adoption for each in Remark.objects.order_by("pk")] == [Adoption.ADOPTED, Adoption.OPEN]


def test_a_contradiction_is_settled(client):
    who = lives.cast()
    case = complete(a_draft(who.drafter, date(2022, 3, 1)), who.drafter, date(2022, 3, 1))
    do(sit_down(client, who.drafter), act(case, "start_district_review"), on="2022-03-02")
    lives.give_all(Review.objects.get(), date(2022, 3, 4), objecting=("500155-ecology",))
    shown = page(client, act(case, "settle_conflict"))
    assert "梁平区生态环境局 不同意" in shown
    assert "梁平区应急管理局 同意" in shown
    do(client, act(case, "settle_conflict"), words="以规划自然资源局意见为准", on="2022-03-07")

    assert Settlement.objects.get().clause == "二（二）1"


def test_an_objection_to_the_plan_as_a_whole_is_answered_and_settled_too(client):
    drafter = people.drafter()
    case = in_review(drafter)
    for department, stance in (("500155-ecology", "disagree"), ("500155-emergency", "agree")):
        sit_down(client, people.a_person(department, department, Role.REVIEWER, Role.SIGNATORY))
        do(client, act(case, "give_opinion"), stance=stance, words="不宜在此建设" if stance == "disagree" else "")
        assert do(client, act(case, "sign_opinion")).status_code == 302

    opinions = page(sit_down(client, drafter), f"/desk/cases/{case.number}/opinions/")
    assert "规划整体 不同意 1" in opinions
    assert "未答复 去答复" in opinions
    assert "待协调 去协调" in opinions
    do(client, act(case, "answer_opinion"), **{"rows-0-adoption": "adopted"})
    do(client, act(case, "settle_conflict"), words="另行选址")
    assert Settlement.objects.get().clause == ""
    opinions = page(client, f"/desk/cases/{case.number}/opinions/")
    assert "分歧已协调" in opinions
    assert "去答复" not in opinions


def test_departments_are_reminded_asked_and_a_request_handed_over(client):
    who = lives.cast()
    case = in_review(who.drafter)
    OpinionRequest.objects.filter(department="500155-parks").update(due_on=date(2022, 3, 21))
    sit_down(client, who.drafter)
    do(client, act(case, "remind_department"))
    assert [each.department_id for each in OpinionRequest.objects.filter(reminded_on=TODAY)] == ["500155-parks"]

    one, two = (people.a_person(name, "500155-parks", Role.REVIEWER) for name in ("one", "two"))
    do(sit_down(client, one), act(case, "hand_over_opinion"), colleague=str(two.pk))
    assert OpinionRequest.objects.get(department="500155-parks").handled_by == two


def pool(count=5):
    return [
        Expert.objects.create(name=f"专家{n}", employer="某大学", field="planning", first_day=date(2021, 1, 1))
        for n in range(count)
    ]


def test_experts_are_named_meet_and_report(client):
    who = lives.cast()
    case = in_review(who.drafter)
    named = [str(each.pk) for each in pool()]
    sit_down(client, who.drafter)
    do(client, act(case, "convene_experts"), named=named, meets_on="2022-03-24", place="三楼会议室")
    panel = Panel.objects.get()
    assert (panel.seats.count(), panel.place) == (5, "三楼会议室")

    do(client, act(case, "record_expert_report"), verdict="passed", report="同意通过", advice="细化功能分区")
    panel.refresh_from_db()
    assert (panel.verdict, panel.seats.filter(is_present=True).count()) == (Verdict.PASS, 5)
    assert panel.advice == "细化功能分区"


def test_a_draw_is_made_from_those_ticked_and_can_be_made_again_from_its_seed(client):
    who = lives.cast()
    case = in_review(who.drafter)
    named = [str(each.pk) for each in pool(8)]
    sit_down(client, who.drafter)
    assert do(client, act(case, "convene_experts"), named=named, meets_on="2022-03-28", draw="3").status_code == 422
    do(client, act(case, "convene_experts"), named=named, meets_on="2022-03-28", draw="3", seed="20220324")

    assert {str(each.expert_id) for each in Panel.objects.get().seats.all()} == set(draw(named, "20220324", 3))


def test_an_expert_scores_at_their_own_seat(client):
    who = lives.cast()
    case = in_review(who.drafter)
    person = people.a_person("zhou", "500155-economy", Role.EXPERT)
    expert = Expert.objects.create(
        name="周", employer="某大学", field="land", first_day=date(2021, 1, 1), person=person
    )
    do(sit_down(client, who.drafter), act(case, "convene_experts"), named=[str(expert.pk)], meets_on="2022-03-24")
    do(
        sit_down(client, person),
        act(case, "score_plan"),
        **{f"二（二）{n}": 70 + n for n in range(1, 5)},
        remarks="用地集中",
    )

    assert expert.seats.get().scores == {"二（二）1": 71, "二（二）2": 72, "二（二）3": 73, "二（二）4": 74}


def test_a_plan_passed_with_changes_says_what_was_changed_before_it_goes_up(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    Panel.objects.update(verdict=Verdict.PASS_WITH_CHANGES)
    sit_down(client, who.drafter)
    assert do(client, act(case, "submit_to_district")).status_code == 422
    assert do(client, act(case, "submit_to_district"), changes="已缩减边界", on="2022-03-11").status_code == 302

    assert Panel.objects.get().changes_made == "已缩减边界"
    assert whole(case.pk).state == State.DISTRICT_DECISION
