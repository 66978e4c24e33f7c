"""Pages that are out of date, and people who come second: nothing is doubled, and they are told who was first."""

from dataclasses import replace
from datetime import date

import pytest

from jijuqu.cases.actions import departures, drafting, letters, reviewing, running
from jijuqu.cases.models import (
    Case,
    FileKind,
    OpinionRequest,
)
from jijuqu.procedure.opinions import Stance
from tests.cases.city import (
    LIANGPING,
    hand,
    refusal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)


def test_a_page_sent_twice_counts_once(people, case, drafter):
    seen = replace(drafter, seen=case.edition)
    drafting.add_file(case.pk, FileKind.PLAN, people.scan, "规划.pdf", seen)

    assert refusal(drafting.add_file, case.pk, FileKind.PLAN, people.scan, "规划.pdf", seen) == (
        f"{drafter.person.name}已先办理“增减材料”，本页内容已不是最新；您填写的内容没有丢失，请核对后重新提交。"
    )
    assert case.files.count() == 1


def test_a_letter_drafted_meanwhile_is_not_taken_for_a_step(people, case, drafter):
    letters.draft_letter(case, "application", drafter.person.organisation, {"title": "申请函"}, drafter)
    drafting.add_cluster(case.pk, replace(drafter, seen=case.edition))


def test_departments_write_beside_each_other_but_not_over_their_own_colleagues(people, request_):
    review, edition = request_.review, Case.objects.get(pk=request_.review.case_id).edition
    other = review.requests.exclude(pk=request_.pk).first()
    reviewing.draft_opinion(other, Stance.AGREE, "", [], hand(people.reviewer[other.department_id], ON, seen=edition))
    mine = hand(people.reviewer["city-ecology"], ON, seen=edition)
    reviewing.draft_opinion(request_, Stance.AGREE, "", [], mine)

    told = refusal(reviewing.draft_opinion, request_, Stance.DISAGREE, "", [], mine)
    assert f"{mine.person.name}已先办理" in told
    assert OpinionRequest.objects.get(pk=request_.pk).stance == Stance.AGREE


def test_whoever_comes_after_the_signature_is_told_whose_it_was(people, request_):
    reviewing.draft_opinion(request_, Stance.AGREE, "", [], hand(people.reviewer["city-ecology"], ON))
    again = OpinionRequest.objects.get(pk=request_.pk)
    head = hand(people.signatory["city-ecology"], ON)
    reviewing.sign_opinion(request_, head)

    assert refusal(reviewing.sign_opinion, again, head).endswith(f"{head.person.name}已于2022-05-06签发该部门意见。")


def test_an_opinion_after_the_plan_was_withdrawn_comes_too_late(people, request_):
    drafter = hand(people.drafter[LIANGPING], ON, reason="区县调整")
    running.withdraw(request_.review.case_id, drafter)

    told = refusal(reviewing.draft_opinion, request_, Stance.AGREE, "", [], hand(people.reviewer["city-ecology"], ON))
    assert "本案现为“已撤回”" in told
    assert told.endswith(f"{drafter.person.name}已于2022-05-06先办理“撤回”。")
    request_.review.refresh_from_db()
    assert request_.review.ended_on == ON


def test_what_was_removed_meanwhile_is_said_to_be_gone(cluster, drafter):
    project = drafting.plan_project(cluster, drafter, name="甲项目", industry_code="2110")
    drafting.drop_project(project, drafter)
    project.pk = 1 if project.pk is None else project.pk
    assert refusal(drafting.drop_project, project, drafter).startswith("所办理的内容已被他人删除")


def test_a_departure_is_not_accepted_in_words_that_nobody_read(people, case, drafter):
    departure = departures.justify(case.pk, "keeps_within_district_number", "理由一", drafter)
    departures.justify(case.pk, "keeps_within_district_number", "理由二", drafter)
    assert "已被他人" in refusal(departures.accept_departure, departure, "王某", hand(people.leader[LIANGPING], ON))
