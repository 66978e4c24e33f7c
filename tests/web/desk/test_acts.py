"""Every act of the procedure is done on a page: what it asks, how it refuses, that nothing typed is lost."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.accounts.models import Person
from jijuqu.cases.actions import departures, district, running
from jijuqu.cases.models import (
    Adoption,
    CaseFile,
    Correction,
    Expert,
    FileKind,
    Letter,
    OpinionRequest,
    Outcome,
    Panel,
    Remark,
    Review,
    Settlement,
)
from jijuqu.cases.queries import whole
from jijuqu.journal.models import Attachment, Event, Paper
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.experts import Verdict, draw
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from jijuqu.web.desk.acts.parts import PARTS
from jijuqu.web.desk.acts.table import PAGES
from jijuqu.words.desk import BUTTONS
from tests.cases import lives, people
from tests.cases.builders import PDF, a_draft, by, complete
from tests.web.desk.at_work import TODAY, a_day, do, form_of, in_review, page, said, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]

BEGUN_ELSEWHERE = {Act.OPEN_CASE, Act.REGISTER_APPLICATION}


def scan(name="盖章件.pdf"):
    return SimpleUploadedFile(name, PDF + name.encode())


def paper(title="盖章件", dated_on="2022-03-20", **more):
    """The fields of the fold, as somebody fills them in."""
    return {
        "paper-title": title, "paper-number": "梁平府函〔2022〕9号", "paper-issuer": "梁平区人民政府",
        "paper-dated_on": dated_on, "paper-scan": scan(f"{title}.pdf"), **more,
    }  # fmt: skip


def act(case, name):
    return f"/desk/cases/{case.number}/acts/{name}/"


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
    assert Remark.objects.count() == 0


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
    assert 'class="error-summary"' not in answer.content.decode()


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
    do(client, act(case, "settle_conflict"), words="以规划自然资源局意见为准", on="2022-03-07")

    assert Settlement.objects.get().clause == "二（二）1"


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

    do(client, act(case, "record_expert_report"), verdict="passed", report="同意通过")
    panel.refresh_from_db()
    assert (panel.verdict, panel.seats.filter(is_present=True).count()) == (Verdict.PASS, 5)


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


# --- 线下件 ---


def test_a_stamped_opinion_is_entered_with_what_it_says_by_whoever_keeps_the_papers(client):
    drafter = people.drafter()
    case = in_review(drafter)
    request = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, drafter)
    unsupported = do(client, act(case, "sign_opinion"), request=str(request.pk), stance="agree")
    assert unsupported.status_code == 422
    assert "#id_paper-scan" in unsupported.content.decode()

    answer = do(client, act(case, "sign_opinion"), request=str(request.pk), stance="agree", **paper("生态环境局复函"))
    request.refresh_from_db()
    assert answer.status_code == 302, said(answer)
    assert (request.signed_on, request.signed_by, request.paper.title) == (TODAY, None, "生态环境局复函")


def test_the_paper_and_its_act_are_entered_together_or_not_at_all(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.officer)
    answer = do(client, act(case, "submit_to_district"), **paper("联合审查意见"))

    assert answer.status_code == 422
    assert "专家评审意见" in said(answer)
    assert Paper.objects.count() == 0
    assert whole(case.pk).state == State.DISTRICT_REVIEW


def test_one_officer_runs_the_districts_half_with_scans(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.officer)
    do(client, act(case, "record_expert_report"), verdict="passed", report="同意", **paper("专家评审意见"))
    do(client, act(case, "submit_to_district"), **paper("联合审查意见"))
    do(client, act(case, "approve_by_district"), **paper("常务会纪要"))
    answer = do(client, act(case, "apply"), **paper("申请函"))

    assert answer.status_code == 302, said(answer)
    assert whole(case.pk).state == State.APPLIED
    filed = set(CaseFile.objects.values_list("kind", flat=True))
    assert filed == {FileKind.EXPERT_OPINION, FileKind.JOINT_OPINION, FileKind.APPLICATION}
    assert {each.paper.title for each in Event.objects.filter(act="approve_by_district")} == {"常务会纪要"}


def test_a_paper_entered_once_serves_for_the_next_act(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.officer)
    do(client, act(case, "record_expert_report"), verdict="passed", report="同意", **paper("会议材料汇编"))
    answer = do(client, act(case, "submit_to_district"), **{"paper-known": str(Paper.objects.get().pk)})

    assert answer.status_code == 302, said(answer)
    assert Paper.objects.count() == 1


def test_a_scan_stays_when_the_form_comes_back(client):
    drafter = people.drafter()
    case = in_review(drafter)
    request = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, drafter)
    refused = do(client, act(case, "sign_opinion"), request=str(request.pk), **paper("复函"))
    assert refused.status_code == 422
    assert "沿用已上传的文件：复函.pdf" in said(refused)

    answer = client.post(act(case, "sign_opinion"), form_of(refused) | {"stance": "agree"})
    assert answer.status_code == 302, said(answer)
    assert Paper.objects.get().attachment == Attachment.objects.get(pk=Paper.objects.get().attachment_id)


def test_a_kept_file_that_was_not_ours_is_no_file(client):
    drafter = people.drafter()
    case = in_review(drafter)
    request = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, drafter)
    forged = paper("复函") | {"paper-scan": "", "paper-scan-kept": "forged"}
    answer = do(client, act(case, "sign_opinion"), request=str(request.pk), stance="agree", **forged)

    assert answer.status_code == 422
    assert Paper.objects.count() == 0


def test_a_program_named_pdf_is_refused_with_a_sentence(client):
    drafter = people.drafter()
    case = in_review(drafter)
    sit_down(client, drafter)
    program = SimpleUploadedFile("意见.pdf", b"MZ\x90\x00" + bytes(200))
    answer = do(client, act(case, "add_material"), kind="evidence", file=program)

    assert answer.status_code == 422
    assert "不是可以接收的文件" in said(answer)


# --- refused, stale, out of place ---


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
    assert "drafter已先办理“发起区县联合审查”" in said(second)
    assert Review.objects.count() == 1


def test_a_day_out_of_sense_is_told_at_the_day(client):
    drafter = people.drafter()
    case = complete(a_draft(drafter, date(2022, 3, 14)), drafter, date(2022, 3, 15))
    sit_down(client, drafter)
    for day, words in (("2022-03-01", "早于前一环节"), ("2099-01-01", "晚于今天"), ("三月", "日期")):
        answer = do(client, act(case, "start_district_review"), on=day)
        assert answer.status_code == 422
        assert "#id_on" in answer.content.decode()
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


def test_hostile_words_are_text(client):
    drafter = people.drafter()
    case = in_review(drafter)
    sit_down(client, drafter)
    do(client, act(case, "suspend"), reason="<script>alert(1)</script>=cmd|' /C calc'!A0")

    record = client.get(f"/desk/cases/{case.number}/record/").content.decode()
    assert "<script>alert" not in record
    assert "&lt;script&gt;alert(1)" in record


def test_a_letter_that_was_not_drafted_here_is_entered_with_its_number(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.drafter)
    answer = do(client, act(case, "register_letter"), kind="opinion_request", title="关于征求意见的函",
                number="梁平经信函〔2022〕3号", signed_on="2022-03-20", scan=scan())  # fmt: skip

    assert answer.status_code == 302, said(answer)
    letter = Letter.objects.get()
    assert (letter.kind, letter.number, letter.content["title"]) == (
        "opinion_request",
        "梁平经信函〔2022〕3号",
        "关于征求意见的函",
    )


def test_an_exception_is_accepted_by_a_named_person(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    departures.justify(
        case.pk, "has_enough_industrial_space", "利用老厂房", by(who.drafter, date(2022, 3, 10)), case.clusters.first()
    )
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    do(sit_down(client, who.mayor), act(case, "accept_exception"))

    assert case.departures.get().acceptances.get().accepted_by == "mayor"
