"""An act that cannot be: who was first, what is missing, where it has its place; nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.cases.actions import district, running
from jijuqu.cases.models import Remark, Review
from jijuqu.cases.queries import whole
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from tests.cases import lives, people
from tests.cases.builders import a_draft, by, complete
from tests.web.desk.at_work import a_day, act, do, form_of, in_review, page, said, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


def test_whoever_comes_second_is_told_who_was_first_and_nothing_is_lost(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    address = act(case, "return_by_district")
    stale = form_of(sit_down(client, who.mayor).get(address)) | {"reason": "选址须再论证"}
    running.extend(case.pk, 3, by(who.drafter, date(2022, 3, 14), reason="等待会议"))

    answer = client.post(address, stale)
    assert answer.status_code == 422
    assert "drafter已先办理“延长时限”" in said(answer)
    assert form_of(answer)["reason"] == "选址须再论证"

    again = client.post(address, form_of(answer))
    assert again.status_code == 302
    assert whole(case.pk).state == State.DRAFTING


def test_the_same_page_sent_twice_does_it_once(client):
    drafter = people.drafter()
    case = complete(a_draft(drafter, date(2022, 3, 14)), drafter, date(2022, 3, 15))
    address = act(case, "start_district_review")
    sent = form_of(sit_down(client, drafter).get(address))

    assert client.post(address, sent).status_code == 302
    second = client.post(address, sent)
    assert second.status_code == 422
    assert "drafter已先办理“发起区县联合审查”，“发起区县联合审查”因此不能再办" in said(second)
    assert Review.objects.count() == 1


def test_an_opinion_on_a_withdrawn_case_is_told_so_in_one_sentence_and_not_lost(client):
    drafter = people.drafter()
    case = in_review(drafter)
    address = act(case, "give_opinion")
    sit_down(client, people.reviewer("500155-ecology"))
    written = form_of(client.get(address)) | {"stance": "disagree", "words": "与红线重叠，请调整"}
    running.withdraw(case.pk, by(drafter, date(2022, 3, 24), reason="不再申请"))

    answer = client.post(address, written)
    assert answer.status_code == 422
    summary = answer.content.decode().split('class="error-summary"', 1)[1].split("</ul>", 1)[0]
    assert summary.count("<li") == 1
    assert "drafter已先办理“撤回”，“填写部门意见”因此不能再办" in summary
    assert form_of(answer)["words"] == "与红线重叠，请调整"
    assert not Remark.objects.exists()


def test_a_day_out_of_sense_is_told_at_the_day(client):
    drafter = people.drafter()
    case = complete(a_draft(drafter, date(2022, 3, 14)), drafter, date(2022, 3, 15))
    sit_down(client, drafter)
    for day, words in (
        ("2022-03-01", "早于前一环节"), ("0001-01-01", "早于"), ("2099-01-01", "晚于今天"), ("2022-02-30", "没有这一天"),
    ):  # fmt: skip
        answer = do(client, act(case, "start_district_review"), on=day)
        assert answer.status_code == 422
        assert answer.content.decode().count("#id_on") == 1
        assert words in said(answer)


def test_an_extension_of_centuries_and_a_name_without_end_are_told_at_their_fields(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 14))
    sit_down(client, drafter)
    body = f"/desk/cases/{case.number}/plan/body/"
    for address, typed, words in (
        (act(in_review(people.a_person("second", "500155-economy", Role.DRAFTER)), "extend"),
         {"days": "99999", "reason": "会议改期"}, "一次延长1至366个工作日，现为99999"),
        (body, {"name": "长" * 5000}, "最多 80 个字，现有 5000 个"),
        (body, {"name": "甲\0乙"}, "看不见的控制字符"),
    ):  # fmt: skip
        answer = do(client, address, **typed)
        assert answer.status_code == 422
        assert words in said(answer)


def test_an_act_out_of_place_says_where_it_has_its_place(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    answer = sit_down(client, drafter).get(act(case, "submit_to_district"))

    assert answer.status_code == 409
    assert "只能在“区县联合审查”时办理，本案现为“编制中”" in said(answer)
    assert client.get(act(case, "no-such-act")).status_code == 404


def test_somebody_elses_act_says_whose_it_is(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    own = people.a_person("own", "500155-ecology", Role.REVIEWER)
    answer = sit_down(client, own).get(act(case, "approve_by_district"))

    assert answer.status_code == 409
    assert "由区县审定人办理" in said(answer)


def test_what_is_missing_is_said_above_the_form_and_sending_it_is_refused(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    sit_down(client, drafter)
    assert "还不能办，尚缺" in page(client, act(case, "start_district_review"))

    answer = do(client, act(case, "start_district_review"))
    assert answer.status_code == 422
    assert "规划尚缺：规划背景" in said(answer)


def test_a_file_too_large_is_named_at_its_field_and_all_that_was_typed_comes_back(client, settings):
    settings.MAX_UPLOAD_BYTES = 1000
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    sit_down(client, drafter)
    scan = SimpleUploadedFile("规划.pdf", b"%PDF-1.4" + bytes(2000))
    answer = do(client, act(case, "add_material"), kind="plan", number="梁平府函〔2022〕9号", reason="附图", file=scan)

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert shown.count("“规划.pdf”没有收下") == 2  # above, with a link, and at the field
    assert "必填" not in shown
    assert 'value="梁平府函〔2022〕9号"' in shown
    assert "附图" in shown


def test_hostile_words_are_text(client):
    drafter = people.drafter()
    case = in_review(drafter)
    sit_down(client, drafter)
    do(client, act(case, "suspend"), reason="<script>alert(1)</script>=cmd|' /C calc'!A0")

    record = client.get(f"/desk/cases/{case.number}/record/").content.decode()
    assert "<script>alert" not in record
    assert "&lt;script&gt;alert(1)" in record
