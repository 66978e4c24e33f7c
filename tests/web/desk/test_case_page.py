"""案件: where it is, with whom, since when, what next, by when; what this person must do, and what is still missing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jijuqu.cases.actions import city, departures, district, drafting, experts, reviewing, running
from jijuqu.cases.models import Boundary
from jijuqu.cases.queries import whole
from jijuqu.procedure.lanes import stages
from jijuqu.procedure.roles import Role
from tests.cases import lives, people
from tests.cases.builders import a_boundary, a_draft, a_paper, a_scan, by, complete
from tests.web.desk.at_work import TODAY, a_day, in_review, page, said, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]

TABS = ("", "plan/", "materials/", "opinions/", "letters/", "record/")


def primary(client, person, case):
    """Give what the one primary button says, "" where there is none."""
    shown = sit_down(client, person).get(f"/desk/cases/{case.number}/").content.decode()
    found = re.findall(r'<a class="btn btn-primary" href="[^"]*">([^<]*)</a>', shown.split("case-tabs")[0])
    assert len(found) <= 1
    return found[0] if found else ""


def test_the_title_line_names_number_district_state_and_days_left(client):
    drafter = people.drafter()
    case = in_review(drafter)

    shown = page(sit_down(client, drafter), f"/desk/cases/{case.number}/")
    line = shown.split("其他办理")[0]
    for words in (case.number, "梁平区", "区县联合审查", "个工作日", case.title):
        assert words in line
    for words in (
        "由谁办理 梁平区编制主管部门 drafter",
        "自何日 2022-03-18",
        "下一步 报请区县审定",
        "承诺时限，非通知规定",
    ):
        assert words in shown


def test_the_primary_button_names_act_and_effect_and_follows_the_case(client):
    who = lives.cast()
    case = a_draft(who.drafter, date(2022, 3, 1))
    assert primary(client, who.drafter, case) == "编制规划"
    assert primary(client, who.mayor, case) == ""

    case = complete(case, who.drafter, date(2022, 3, 2))
    assert primary(client, who.drafter, case) == "发出联合审查，5个部门"

    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, asked, by(who.drafter, date(2022, 3, 2)))
    assert primary(client, who.drafter, case) == "召集专家评审会"
    own = people.a_person("own", "500155-ecology", Role.REVIEWER)
    assert primary(client, own, case) == "保存部门意见，交负责人签发"

    lives.give_all(review, date(2022, 3, 4), objecting=("500155-ecology",))
    assert primary(client, own, case) == ""
    assert primary(client, who.drafter, case) == "召集专家评审会"
    hand = by(who.drafter, date(2022, 3, 5))
    experts.convene_experts(case.pk, lives.five_experts(), hand, meets_on=TODAY + timedelta(days=7))
    assert primary(client, who.drafter, case) == "答复部门意见，1条待答复"


def test_each_decider_finds_the_decision(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    assert primary(client, who.drafter, case) == "报请区县政府审定"
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    assert primary(client, who.mayor, case) == "审定同意，可提出申请"

    district.approve_by_district(case.pk, by(who.mayor, date(2022, 3, 14)))
    assert primary(client, who.officer, case) == ""
    assert primary(client, who.drafter, case) == ""


def test_what_leads_on_but_lacks_something_says_what_instead_of_nothing_to_do(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    district.approve_by_district(case.pk, by(who.mayor, date(2022, 3, 14)))
    shown = page(sit_down(client, who.drafter), f"/desk/cases/{case.number}/").split("其他办理")[0]
    for words in (
        "“向市经济信息委提出申请”还不能办",
        "尚缺：区县的申请函",
        "尚缺：区县联合审查意见",
        "尚缺：专家评审意见",
    ):
        assert words in shown
    assert "没有必须办的事" not in shown

    letters = client.get(f"/desk/cases/{case.number}/letters/").content.decode()
    for kind in ("application", "joint_review_opinion", "expert_report"):
        assert f"/letters/{kind}/" in letters


def test_what_lacks_may_stand_on_a_paper_where_one_proves_it(client):
    who = lives.cast()
    case = lives.corrected(who)
    asked = people.departments("city", people.CITY_DEPARTMENTS)
    reviewing.start_city_review(case.pk, asked, by(who.officer, date(2022, 3, 24)))
    menu = page(sit_down(client, who.officer), f"/desk/cases/{case.number}/").split("凭线下件登记")[1]
    assert "报请市级审定" in menu.split("慎重办理")[0]

    form = page(client, f"/desk/cases/{case.number}/acts/submit_to_city/")
    assert "待反馈意见" in form
    assert "按线下件登记，即可办理" in form


def test_the_city_receives_checks_decides_and_answers(client):
    who = lives.cast()
    case = lives.applied(who, clusters=2)
    assert primary(client, who.officer, case) == "收文登记，占用2个名额"
    city.receive(case.pk, by(who.officer, date(2022, 3, 18)))
    assert primary(client, who.officer, case) == "发出联合审查，4个部门"
    city.request_correction(
        case.pk, [city.Wanted("二（二）2", "用地说明", "面积不清", "附报告")], by(who.officer, date(2022, 3, 21))
    )
    assert primary(client, who.officer, case) == ""
    assert primary(client, who.drafter, case) == "逐项答复，1项待答复"
    city.answer_item(whole(case.pk).corrections.get().items.get(), "已附", by(who.drafter, date(2022, 3, 22)))
    assert primary(client, who.drafter, case) == "重新报送，回到市级核对材料"


def test_what_cannot_be_done_yet_says_everything_that_is_missing(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))

    shown = page(sit_down(client, drafter), f"/desk/cases/{case.number}/")
    menu = shown.split("还不能办")[1].split("慎重办理")[0]
    for words in ("发出联合审查，5个部门", "规划尚缺：规划背景", "主导产业", "用地边界", "尚缺责任主体"):
        assert words in menu


def test_the_city_officer_is_offered_the_papers_of_the_district(client):
    who = lives.cast()
    case = in_review(who.drafter)

    shown = page(sit_down(client, who.officer), f"/desk/cases/{case.number}/")
    by_paper = shown.split("凭线下件登记")[1]
    assert "登记专家评审意见" in by_paper
    assert "转交本部门同事" not in shown


def drawing(client, case):
    shown = client.get(f"/desk/cases/{case.number}/").content.decode()
    svg = re.search(r"<svg viewBox.*?</svg>", shown.split('class="swim-lane"')[1], re.DOTALL)[0]
    return ElementTree.fromstring(svg)


def texts(root, look):
    groups = [each for each in root.iter() if each.get("class", "").split()[:1] == ["stage"]]
    return {
        " ".join(t.text for t in each.iter() if t.tag.endswith("text"))
        for each in groups
        if look in each.get("class").split()
    }


def test_the_swim_lane_has_every_stage_and_marks_where_the_case_is_and_what_is_next(client):
    who = lives.cast()
    case = lives.applied(who)
    sit_down(client, who.drafter)

    root = drawing(client, case)
    drawn = {
        " ".join(t.text for t in each.iter() if t.tag.endswith("text"))
        for each in root.iter()
        if each.get("class", "").startswith("stage ")
    }
    assert all(any(stage.state.label.zh in words for words in drawn) for stage in stages())
    assert texts(root, "now") == {"待市级收文 03-16"}
    assert texts(root, "next") == {"市级核对材料"}
    assert "区县联合审查 03-02" in texts(root, "past")
    assert "意见 5/5" in texts(root, "past")


def test_boxes_of_the_swim_lane_do_not_overlap(client):
    who = lives.cast()
    case = lives.applied(who)
    sit_down(client, who.drafter)

    boxes = [
        each.find("{http://www.w3.org/2000/svg}rect")
        for each in drawing(client, case).iter()
        if each.get("class", "").startswith("stage ")
    ]
    places = [tuple(float(box.get(name)) for name in ("x", "y", "width", "height")) for box in boxes]
    for n, (x1, y1, w1, h1) in enumerate(places):
        for x2, y2, w2, h2 in places[n + 1 :]:
            assert x1 + w1 <= x2 or x2 + w2 <= x1 or y1 + h1 <= y2 or y2 + h2 <= y1


def test_the_same_way_is_told_in_words(client):
    drafter = people.drafter()
    case = in_review(drafter)

    steps = page(sit_down(client, drafter), f"/desk/cases/{case.number}/").split("逐步查看")[2]
    assert "编制中 编制主管部门 2022-03-14" in steps
    assert "区县联合审查 编制主管部门 2022-03-18 现在" in steps


def test_a_suspended_case_shows_where_it_goes_on_and_that_the_clock_stands(client):
    drafter = people.drafter()
    case = in_review(drafter)
    running.suspend(case.pk, by(drafter, date(2022, 3, 21), reason="等待批复"))

    shown = page(sit_down(client, drafter), f"/desk/cases/{case.number}/")
    assert "已中止" in shown
    assert "起停止计时" in shown
    assert texts(drawing(client, case), "now") == {"区县联合审查 03-18", "意见 0/5", "专家评审"}


def test_a_withdrawn_case_stands_nowhere_and_nothing_comes_next(client):
    drafter = people.drafter()
    case = in_review(drafter)
    running.withdraw(case.pk, by(drafter, date(2022, 3, 21), reason="重新编制"))

    assert "由谁办理" not in page(sit_down(client, drafter), f"/desk/cases/{case.number}/")
    drawn = drawing(client, case)
    assert texts(drawn, "now") == texts(drawn, "next") == set()
    assert texts(drawn, "past") == {"编制中 03-14", "区县联合审查 03-18", "意见 0/5", "专家评审"}


def test_a_finding_of_the_principle_kind_asks_for_a_reason_and_is_shown_with_it(client):
    who = lives.cast()
    case = complete(a_draft(who.drafter, date(2022, 3, 1)), who.drafter, date(2022, 3, 1), mu=150)
    hand = by(who.drafter, date(2022, 3, 1))
    drafting.state_fact(case.pk, "industrial_floor_m2", 60_000, hand, cluster=case.clusters.get())
    address = f"/desk/cases/{case.number}/"
    shown = page(sit_down(client, who.drafter), address)
    assert "需作特殊情况说明" in shown
    assert "不少于200亩" in shown

    departures.justify(
        case.pk,
        "has_enough_industrial_space",
        "周边无可扩展的用地",
        by(who.drafter, date(2022, 3, 2)),
        case.clusters.get(),
    )
    shown = page(client, address)
    assert "周边无可扩展的用地" in shown
    assert "尚无人认可" in shown


def test_a_value_says_where_it_comes_from(client):
    drafter = people.drafter()
    case = complete(a_draft(drafter, date(2022, 3, 1)), drafter, date(2022, 3, 1))

    shown = page(sit_down(client, drafter), f"/desk/cases/{case.number}/")
    assert "边界文件第1版量算（plot.txt）" in shown
    assert "本案的规划内容" in shown


def test_boundary_editions_stand_side_by_side_with_the_difference(client):
    drafter = people.drafter()
    case = complete(a_draft(drafter, date(2022, 3, 1)), drafter, date(2022, 3, 1), mu=210)
    a_boundary(case.clusters.get(), by(drafter, date(2022, 3, 2)), mu=250)

    shown = page(sit_down(client, drafter), f"/desk/cases/{case.number}/plan/")
    first, second = Boundary.objects.order_by("edition")
    change = (second.area_m2 - first.area_m2) / (2000 / 3)
    assert "第2版 现行" in shown
    assert f"比上一版+{change:,.2f} 亩" in shown
    for boundary in (first, second):
        picture = client.get(f"/desk/cases/{case.number}/map/{boundary.pk}.svg")
        assert picture["Content-Type"] == "image/svg+xml"
        assert ElementTree.fromstring(picture.content).tag.endswith("svg")


def test_materials_say_what_is_required_and_corrections_what_was_answered(client):
    who = lives.cast()
    case = lives.corrected(who)

    shown = page(sit_down(client, who.officer), f"/desk/cases/{case.number}/materials/")
    assert "附勘测定界报告 已附" in shown
    assert re.search(r"区县联合审查意见 必须", shown)
    assert re.search(r"规划文本 建议", shown)
    assert re.search(r"复函 办理中形成", shown)


def test_the_matrix_shows_agreement_contradiction_and_silence(client):
    who = lives.cast()
    case = complete(a_draft(who.drafter, date(2022, 3, 1)), who.drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, asked[:3], by(who.drafter, date(2022, 3, 2)))
    lives.give_all(review, date(2022, 3, 4), objecting=("500155-ecology",))
    reviewing.ask_department(review, asked[3], by(who.drafter, date(2022, 3, 7)))
    address = f"/desk/cases/{case.number}/opinions/"

    shown = page(sit_down(client, who.drafter), address)
    assert "4个部门，已反馈3个" in shown
    assert "二（二）1 同意 2 不同意 1 意见不一致" in shown
    assert "梁平区应急管理局 待反馈意见" in shown

    reviewing.settle(review, "二（二）1", "以规划自然资源局意见为准", by(who.drafter, date(2022, 3, 8)))
    shown = page(client, address)
    assert "分歧已协调" in shown
    assert "以规划自然资源局意见为准" in shown


def test_the_record_keeps_event_day_entry_day_and_paper_apart(client):
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    paper = a_paper(who.drafter, date(2022, 3, 11), "联合审查意见", "梁平府函〔2022〕9号")
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 12), paper=paper, reason="常务会议题"))

    answer = sit_down(client, who.officer).get(f"/desk/cases/{case.number}/record/")
    shown = said(answer)
    line = shown.split("录入时间")[2]
    assert line.lstrip().startswith(
        "2022-03-12 报请区县审定 → 报请区县审定 drafter 梁平区经济和信息化委员会 编制经办 常务会议题 联合审查意见 "
        "梁平府函〔2022〕9号 2022-03-11"
    )
    assert "第2版，2022-03-12，报请区县审定" in shown
    assert "编制规划 编写规划内容 · 规划背景" in shown.split("存档版本")[0].split("录入时间")[2]
    assert "编制规划 上传边界 · 第1个集聚区" in shown
    assert "编制规划" not in page(client, f"/desk/cases/{case.number}/record/?edits=0").split("录入时间")[1]


def test_a_case_of_anybody_asks_the_database_at_most_twenty_times(client):
    who = lives.cast()
    case = lives.corrected(who, clusters=3)
    reviewing.start_city_review(
        case.pk, people.departments("city", people.CITY_DEPARTMENTS), by(who.officer, date(2022, 3, 23))
    )
    lives.give_all(whole(case.pk).reviews.get(level="city"), date(2022, 3, 23), objecting=("city-ecology",))
    for n in range(12):
        drafting.add_file(case.pk, "evidence", a_scan(f"依据{n}"), f"依据{n}.pdf", by(who.officer, date(2022, 3, 24)))

    counts = {}
    for person in who:
        for tab in TABS:
            address = f"/desk/cases/{case.number}/{tab}"
            sit_down(client, person).get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts[person.username, tab] = len(queries)
    assert max(counts.values()) <= 20, counts


@pytest.mark.parametrize("tab", TABS)
def test_english_pages_are_english(client, tab):
    who = lives.cast()
    case = lives.corrected(who)

    shown = page(sit_down(client, who.officer), f"/en/desk/cases/{case.number}/{tab}")
    chrome = shown.split("Log")[0]
    for words in ("由谁办理", "下一步", "其他办理", "材料清单", "办理记录", "关注", "待核", "规划内容"):
        assert words not in chrome
