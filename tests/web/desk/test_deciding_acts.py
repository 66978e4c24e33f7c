"""The acts that decide, send back, end or stop a case."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import departures, district
from jijuqu.cases.models import (
    Correction,
    Letter,
    Outcome,
)
from jijuqu.cases.queries import whole
from jijuqu.journal.models import Event
from jijuqu.procedure.states import State
from tests.cases import lives, people
from tests.cases.builders import a_draft, by
from tests.web.desk.at_work import a_day, act, do, form_of, in_review, page, said, scan, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


def test_a_reason_is_wanted_where_the_procedure_wants_one(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    sit_down(client, who.mayor)
    refused = do(client, act(case, "return_by_district"))
    assert refused.status_code == 422
    assert "#id_reason" in refused.content.decode()

    do(client, act(case, "return_by_district"), reason="选址须再论证")
    assert whole(case.pk).state == State.DRAFTING
    assert Event.objects.last().details["reason"] == "选址须再论证"


def test_the_city_decides_cluster_by_cluster_and_registers_the_reply(client):
    who = lives.cast()
    case = lives.corrected(who, clusters=2)
    sit_down(client, who.officer)
    do(client, act(case, "start_city_review"), on="2022-03-24")
    lives.give_all(case.reviews.get(level="city"), date(2022, 3, 24))
    do(client, act(case, "submit_to_city"))
    sit_down(client, who.director)
    refused = do(client, act(case, "decide"), **{"rows-0-verdict": "approved", "rows-1-verdict": "refused"})
    assert refused.status_code == 422
    assert "#id_rows-1-reason" in refused.content.decode()
    do(
        client,
        act(case, "decide"),
        **{"rows-0-verdict": "approved", "rows-1-verdict": "refused", "rows-1-reason": "二（二）1"},
    )
    assert whole(case.pk).outcome == Outcome.PARTLY

    sit_down(client, who.officer)
    answer = do(client, act(case, "register_reply"), kind="approval_reply", title="关于同意的复函", number="渝经信函[2022]5号",
                signed_on="2022-03-24", scan=scan())  # fmt: skip
    assert answer.status_code == 302, said(answer)
    assert Letter.objects.get(kind="approval_reply").number == "渝经信函〔2022〕5号"
    assert whole(case.pk).state == State.ANSWERED


def test_a_request_to_complete_lists_everything_at_once_and_wants_each_item_whole(client):
    who = lives.cast()
    case = lives.applied(who)
    sit_down(client, who.officer)
    do(client, act(case, "receive"), on="2022-03-18")
    half = {"rows-0-clause": "二（二）2", "rows-0-wanted": "用地说明"}
    refused = do(client, act(case, "request_correction"), **half)
    assert refused.status_code == 422
    assert form_of(refused)["rows-0-wanted"] == "用地说明"
    nothing = do(client, act(case, "request_correction"))
    assert "没有列出需补充完善的内容" in said(nothing)

    full = half | {"rows-0-reason": "面积不清", "rows-0-would_do": "附报告"}
    do(client, act(case, "request_correction"), **full)
    assert Correction.objects.get().items.get().would_do == "附报告"


def test_an_act_that_ends_a_case_is_confirmed_by_typing_its_number(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    sit_down(client, drafter)
    refused = do(client, act(case, "withdraw"), reason="不再推进", confirmed="2022")
    assert refused.status_code == 422
    assert whole(case.pk).state == State.DRAFTING

    do(client, act(case, "withdraw"), reason="不再推进", confirmed=case.number)
    assert whole(case.pk).state == State.WITHDRAWN


def test_a_case_is_extended_suspended_and_taken_up_again(client):
    drafter = people.drafter()
    case = in_review(drafter)
    sit_down(client, drafter)
    due_on = whole(case.pk).due_on
    do(client, act(case, "extend"), days="5", reason="部门集中出差")
    assert whole(case.pk).due_on > due_on
    do(client, act(case, "suspend"), reason="等待批复")
    assert "恢复办理，回到区县联合审查" in page(client, act(case, "resume"))
    do(client, act(case, "resume"))
    assert whole(case.pk).state == State.DISTRICT_REVIEW


def test_the_eia_runs_beside_and_its_days_are_in_order(client):
    drafter = people.drafter()
    case = in_review(drafter)
    sit_down(client, drafter)
    refused = do(client, act(case, "record_eia"), sent_on="2022-03-22", reviewed_on="2022-03-21")
    assert "早于报送日期" in said(refused)
    do(client, act(case, "record_eia"), sent_on="2022-03-22")
    assert whole(case.pk).eia_sent_on == date(2022, 3, 22)


def test_an_exception_is_accepted_by_a_named_person(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    departures.justify(
        case.pk, "has_enough_industrial_space", "利用老厂房", by(who.drafter, date(2022, 3, 10)), case.clusters.first()
    )
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    do(sit_down(client, who.mayor), act(case, "accept_exception"))

    assert case.departures.get().acceptances.get().accepted_by == "mayor"
