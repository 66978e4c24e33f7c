"""What cannot be is refused with one sentence to the person, and nothing of it is written."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from jijuqu.accounts.models import Organisation
from jijuqu.cases.actions import city, departures, district, drafting, letters, papers, reviewing, running
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.clocks import events_of, running_clocks
from jijuqu.cases.models import (
    BodyKind,
    Case,
    FileKind,
    OpinionRequest,
    PlannedCluster,
    SectionText,
    Statement,
    Verdict,
)
from jijuqu.journal.attachments import MAX_BYTES, keep
from jijuqu.journal.models import Attachment, Event
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from jijuqu.reference.queries import calendar
from jijuqu.registry.models import Cluster, QuotaHolder
from jijuqu.words.said import say
from tests.cases.city import (
    JIANGJIN,
    LIANGPING,
    an_application,
    before_the_commission,
    describe,
    hand,
    said,
    under_city_review,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)
OVERRIDE = "\u202e"


@pytest.fixture
def drafter(people):
    return hand(people.drafter[LIANGPING], ON)


@pytest.fixture
def case(people, drafter):
    return drafting.open_case(people.holder[LIANGPING], "建设规划", drafter)


@pytest.fixture
def cluster(case):
    return case.clusters.get()


@pytest.fixture
def request_(people):
    """The ecology department of the city, asked for its opinion."""
    return under_city_review(people).reviews.get().requests.get(department="city-ecology")


def refusal(act, *arguments, **more):
    """What somebody is told who tries this; nothing of it is on record."""
    events = Event.objects.count()
    with pytest.raises((Refused, ValidationError, PermissionDenied)) as refused:
        act(*arguments, **more)
    assert Event.objects.count() == events
    return said(refused)


# --- pages that are out of date, and people who come second ---


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


# --- the wrong person, district or department ---


def test_an_act_of_the_wrong_role_says_whose_it_is(people, case):
    assert refusal(running.suspend, case.pk, hand(people.leader[LIANGPING], ON, reason="x")) == (
        "“中止”由编制经办办理，请转其办理。"
    )


def test_another_district_does_nothing_here(people, case, cluster):
    stranger = hand(people.drafter[JIANGJIN], ON, reason="x")
    for act in (
        lambda: drafting.add_cluster(case.pk, stranger),
        lambda: drafting.name_industry(cluster, "五金", [], stranger),
        lambda: drafting.state_fact(case.pk, "plans_shared_facilities", True, stranger),
        lambda: running.withdraw(case.pk, stranger),
        lambda: letters.draft_letter(case, "application", stranger.person.organisation, {}, stranger),
    ):
        assert "请转其" in refusal(act)


def test_nothing_of_another_case_is_taken_into_this_one(people, case, drafter):
    other = drafting.open_case(people.holder[JIANGJIN], "规划", hand(people.drafter[JIANGJIN], ON))
    foreign = other.clusters.get()
    for act in (
        lambda: drafting.state_fact(case.pk, "plans_shared_facilities", True, drafter, cluster=foreign),
        lambda: drafting.add_file(case.pk, FileKind.EVIDENCE, people.scan, "x.pdf", drafter, cluster=foreign),
        lambda: departures.justify(case.pk, "keeps_within_district_number", "理由", drafter, cluster=foreign),
    ):
        assert refusal(act) == f"所选内容不属于本案（{case.number}），请重新选择。"


@pytest.mark.parametrize("code", [f"{LIANGPING}-ecology", f"{JIANGJIN}-ecology", "commission"])
def test_only_departments_of_the_level_are_asked(people, request_, code):
    department = Organisation.objects.get(pk=code)
    told = refusal(reviewing.ask_department, request_.review, department, hand(people.officer, ON))
    assert told == f"{department.name_zh}不是市级联合审查的部门，请改选。"


def test_a_district_does_not_ask_its_neighbours_department(people):
    case = before_the_district_asks(people)
    asked = people.departments(JIANGJIN)
    told = refusal(reviewing.start_district_review, case.pk, asked, hand(people.drafter[LIANGPING], ON))
    assert "不是区县联合审查的部门" in told
    assert not case.reviews.exists()


def before_the_district_asks(people):
    drafter = hand(people.drafter[LIANGPING], ON)
    case = drafting.open_case(people.holder[LIANGPING], "建设规划", drafter)
    describe(case.clusters.get(), drafter, people.scan)
    drafting.add_file(case.pk, FileKind.PLAN, people.scan, "规划文本.pdf", drafter)
    return case


def test_a_department_that_is_no_more_is_not_asked(people, request_):
    gone = Organisation.objects.create(
        code="city-old", name_zh="原某局", name_en="Former bureau", level="city", kind="department", last_day=date(2021, 12, 31),
        first_day=date(2010, 1, 1),
    )  # fmt: skip
    assert refusal(reviewing.ask_department, request_.review, gone, hand(people.officer, ON)) == (
        "原某局在2022-05-06不存在（存续期间：2010-01-01至2021-12-31），请改选承接其职责的单位。"
    )


def test_a_department_is_asked_once_and_not_in_a_round_that_is_over(people, request_):
    officer = hand(people.officer, ON)
    assert "已征求该部门意见" in refusal(reviewing.ask_department, request_.review, request_.department, officer)
    review = request_.review
    review.ended_on = ON
    review.save()
    science = Organisation.objects.get(pk="city-science")
    assert refusal(reviewing.ask_department, review, science, officer).startswith("该轮联合审查已结束")


def test_an_opinion_is_handed_over_inside_the_department_only(people, request_):
    mine = hand(people.reviewer["city-ecology"], ON)
    told = refusal(reviewing.hand_over, request_, people.reviewer["city-emergency"], mine)
    assert "不是" in told
    assert "请改选" in told
    reviewing.hand_over(request_, people.signatory["city-ecology"], mine)


def test_a_district_abolished_opens_no_case_and_its_heir_does(people):
    holder, day = QuotaHolder.objects.get(pk="500112"), date(2025, 11, 7)
    drafter = hand(people.person("500112-economy", Role.DRAFTER), day, entered_on=date(2025, 11, 1))
    told = refusal(drafting.open_case, holder, "规划", drafter)
    assert told == "渝北区在2025-11-07不是申报主体，请核对日期，或者由承接的区县立案。"
    heir = hand(people.person("500157-economy", Role.DRAFTER), day)
    drafting.open_case(QuotaHolder.objects.get(pk="500157"), "规划", heir)


def test_a_letter_of_somebody_elses_office_is_not_drafted(people, case, drafter):
    commission = people.officer.organisation
    assert "不能由您所在单位拟稿" in refusal(letters.draft_letter, case, "approval_reply", commission, {}, drafter)


def test_an_appointment_of_the_day_of_entry_counts_where_a_page_says_so(people, case):
    retired = people.person(f"{LIANGPING}-economy", Role.DRAFTER)
    retired.appointments.update(last_day=date(2022, 6, 1))
    drafting.add_cluster(case.pk, hand(retired, ON))  # entered on the day itself
    assert "由编制经办办理" in refusal(drafting.add_cluster, case.pk, hand(retired, ON, entered_on=date(2022, 7, 1)))


# --- days out of sense ---

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
    case = before_the_district_asks(people)
    running.suspend(case.pk, hand(people.drafter[LIANGPING], day, reason="等待"))
    running.resume(case.pk, hand(people.drafter[LIANGPING], day))
    reviewing.start_district_review(case.pk, people.departments(LIANGPING), hand(people.drafter[LIANGPING], day))
    running.extend(case.pk, 2000, hand(people.drafter[LIANGPING], day, reason="情况复杂"))

    case.refresh_from_db()
    assert case.due_on is None
    due = running_clocks(events_of(case))[0].due(calendar())
    assert str(max(2027, day.year)) in say(due.reason, "zh")


# --- files and texts ---


class _Endless(io.RawIOBase):
    """A file of so many bytes that takes no memory."""

    def __init__(self, size):
        self.left = size

    def read(self, size=-1):
        size = min(self.left, size)
        self.left -= size
        return b"%PDF-1.7" + bytes(size - 8) if size > 8 else bytes(size)


def test_a_file_of_200_mb_is_refused_before_it_is_read_to_its_end():
    file = _Endless(200 * 1024 * 1024)
    assert refusal(keep, file, "规划.pdf") == "“规划.pdf”超过 50 MB，请压缩或者拆分后再上传。"
    assert file.left > 200 * 1024 * 1024 - MAX_BYTES - 2 * 1024 * 1024
    assert not Attachment.objects.exists()


def test_a_program_named_pdf_is_known_for_what_it_is():
    told = refusal(keep, io.BytesIO(b"MZ\x90\x00\x03" + bytes(200)), "规划.pdf")
    assert told.startswith("“规划.pdf”的内容不是可以接收的文件")


@pytest.mark.parametrize("sign", [OVERRIDE, "\u200b", "\x00", "\x07", "\u2066", "\n", "\ud800", "\ufeff"])
def test_what_cannot_be_seen_is_refused_in_names(people, cluster, drafter, sign):
    told = refusal(
        drafting.name_body, cluster, BodyKind.BUILDER, drafter, name=f"某{sign}公司", credit_code="91500000202833182X"
    )
    assert told == f"第2个字符（U+{ord(sign):04X}）看不见或者会改变文字方向，请删去后重新填写。"
    assert refusal(drafting.open_case, people.holder[LIANGPING], f"规划{sign}", drafter)
    assert refusal(papers.enter_paper, f"函{sign}", "某局", ON, people.scan, drafter)
    assert refusal(drafting.add_file, cluster.case_id, FileKind.PLAN, people.scan, f"a{sign}.pdf", drafter)


def test_what_cannot_be_seen_is_taken_out_of_long_texts_and_line_ends_become_one(case, drafter):
    section = case.sections.first()
    text = "一\u202e、\u200b总则\r\n\t（一）\x00本区\u2028下\ud800一行"
    drafting.write_section(section.pk, text, 0, drafter)
    assert SectionText.objects.get().text == "一、总则\n\t（一）本区\n下一行"


def test_reasons_and_letters_are_tidied_too(people, case, drafter):
    running.suspend(case.pk, replace(drafter, reason=f"等{OVERRIDE}批复\x00"))
    assert Event.objects.last().details["reason"] == "等批复"
    letter = letters.draft_letter(
        case, "application", drafter.person.organisation, {"title": f"函{OVERRIDE}", "body": ["\x00甲"]}, drafter
    )
    letter.refresh_from_db()
    assert letter.content == {"title": "函", "body": ["甲"]}


def test_what_looks_like_a_formula_stays_the_text_it_is(cluster, drafter):
    """Pages escape it; workbooks are written so that text stays text (tests/sheets/test_writing)."""
    body = drafting.name_body(
        cluster, BodyKind.BUILDER, drafter, name="=cmd|'/c calc'!A1", credit_code="91500000202833182X"
    )
    body.refresh_from_db()
    assert body.name == "=cmd|'/c calc'!A1"


def test_a_text_beyond_measure_is_refused(case, drafter):
    section = case.sections.first()
    assert refusal(drafting.write_section, section.pk, "字" * 100_001, 0, drafter) == (
        "文字有100001字，超过100000字；请精简，或作为附件上传。"
    )
    assert "超过100000字" in refusal(running.suspend, case.pk, replace(drafter, reason="字" * 3_000_000))
    drafting.write_section(section.pk, "字" * 100_000, 0, drafter)


# --- what the plan says ---


@pytest.mark.parametrize(
    ("industry", "sentence"),
    [
        ("", "缺少主导产业"),
        ("智能家居、五金", "像是多个产业"),
        ("梁平区家居", "名称会重复"),
        (f"家{OVERRIDE}居", "不能用于名称"),
        ("=cmd", "不能用于名称"),
        ("很" * 21, "超过20个字"),
    ],
)
def test_words_that_make_no_name_are_refused(cluster, drafter, industry, sentence):
    assert sentence in refusal(drafting.name_industry, cluster, industry, ["2110"], drafter)
    assert PlannedCluster.objects.get().industry_zh == ""


def test_a_credit_code_with_a_wrong_digit_is_refused(cluster, drafter):
    told = refusal(
        drafting.name_body, cluster, BodyKind.BUILDER, drafter, name="某公司", credit_code="915000002028331820"
    )
    assert "校验位不符" in told
    body = drafting.name_body(cluster, BodyKind.BUILDER, drafter, name="某公司", credit_code=" 91500000202833182x ")
    assert body.credit_code == "91500000202833182X"


@pytest.mark.parametrize(
    ("fact", "value", "sentence"),
    [
        ("no_such_fact", True, "没有名为“no_such_fact”的事实"),
        ("industrial_land_mu", 500, "由界址文件实测"),
        ("parts", 1, "由界址文件实测"),
        ("share_inside_parks", 0.0, "由界址文件实测"),
        ("has_goals", True, "由本案的登记得出"),
        ("received_on", "2022-01-01", "由本案的登记得出"),
        ("other_clusters_approved", 0, "由本案的登记得出"),
        ("industrial_floor_m2", "很多", "应为数字"),
        ("industrial_floor_m2", True, "应为数字"),
        ("industrial_floor_m2", float("nan"), "有限数"),
        ("industrial_floor_m2", -1, "不小于0"),
        ("plans_shared_facilities", "是", "应为 true 或 false"),
    ],
)
def test_only_what_a_rule_asks_and_nobody_measures_is_stated_in_its_kind_and_unit(case, drafter, fact, value, sentence):
    assert sentence in refusal(drafting.state_fact, case.pk, fact, value, drafter)
    assert not Statement.objects.exists()


def test_a_departure_is_justified_from_a_rule_that_knows_one(case, drafter):
    for rule in ("no_such_rule", "plan_has_eight_contents"):
        assert "不能作特殊情况说明" in refusal(departures.justify, case.pk, rule, "理由", drafter)


def test_advice_and_objections_have_words(people, request_):
    mine = hand(people.reviewer["city-ecology"], ON)
    for stance in (Stance.DISAGREE, Stance.AGREE_WITH_ADVICE):
        told = refusal(reviewing.draft_opinion, request_, stance, "", [Said("二（二）1", stance)], mine)
        assert "请写明建议或理由" in told
    assert not request_.remarks.exists()


def test_a_cluster_without_boundary_or_name_is_not_approved(people):
    case = an_application(people, clusters=2)
    officer = hand(people.officer, ON)
    drafting.add_cluster(case.pk, officer)
    bare = case.clusters.get(number=3)
    city.receive(case.pk, officer)
    reviewing.start_city_review(case.pk, people.departments("city"), officer)
    opinion = papers.enter_paper("联合审查意见", "市级部门", ON, people.scan, officer)
    city.submit_to_city(case.pk, replace(officer, paper=opinion))
    director = hand(people.director, ON)
    verdicts = dict.fromkeys((1, 2, 3), (Verdict.APPROVED, ""))

    assert refusal(city.decide, case.pk, verdicts, director)
    assert not Cluster.objects.exists()
    city.decide(case.pk, verdicts | {bare.number: (Verdict.REFUSED, "二（三）2：没有边界")}, director)
    assert Cluster.objects.count() == 2


def test_every_cluster_of_the_case_is_decided_and_no_other(people):
    case = before_the_commission(people, clusters=2)
    director = hand(people.director, ON)
    assert "本案没有第7个集聚区" in refusal(
        city.decide, case.pk, dict.fromkeys((1, 2, 7), (Verdict.APPROVED, "")), director
    )
    assert "尚未审定：第2个集聚区" in refusal(city.decide, case.pk, {1: (Verdict.APPROVED, "")}, director)
    assert "没有写明理由" in refusal(
        city.decide, case.pk, {1: (Verdict.APPROVED, ""), 2: (Verdict.REFUSED, "  ")}, director
    )
    assert Case.objects.get(pk=case.pk).state == State.CITY_DECISION


def test_a_sixth_place_wants_a_reason_and_the_refusal_names_who_holds_the_five(people):
    for clusters in (3, 2):
        first = an_application(people, clusters=clusters)
        city.receive(first.pk, hand(people.officer, ON))
    case = an_application(people)
    told = refusal(city.receive, case.pk, hand(people.officer, ON))
    assert first.number in told
    assert "每个区县原则上不超过5个" in told
    assert Case.objects.get(pk=case.pk).state == State.APPLIED
    city.receive(case.pk, hand(people.officer, ON), slot_reason="市政府专题会议纪要")


def test_a_quota_holder_is_asked_by_its_own_row():
    assert QuotaHolder.objects.get(pk="500112").is_in_force_on(date(2025, 11, 5))
    assert not QuotaHolder.objects.get(pk="500112").is_in_force_on(date(2025, 11, 6))


def test_a_plan_is_applied_for_by_its_district_alone(people):
    case = before_the_district_asks(people)
    assert "只能在" in refusal(district.apply, case.pk, hand(people.drafter[LIANGPING], ON))
