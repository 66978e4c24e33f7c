"""The whole life of a cluster, played on the pages in both languages: from the first draft to the public map.

In English more comes in on paper: part of the plan, and all opinions but the one that matters at each level. That makes
the play shorter, and shows that both ways lead on.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from playwright.sync_api import expect

from jijuqu.cases.models import BodyKind
from jijuqu.journal.actions import record
from jijuqu.journal.verify import verify
from jijuqu.procedure.roles import Role
from tests.cases.builders import survey
from tests.cases.city import CITY_DEPARTMENTS, DISTRICT_DEPARTMENTS, LIANGPING, City
from tests.web.desk.in_browser import a_desk, a_paper, let_it_be, scan, site

__all__ = ["a_desk", "site"]  # fixtures
pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "梁平区中小企业集聚区建设规划"
NAME = "梁平区智能家居中小企业集聚区"
REPLY = "渝经信函〔2022〕5号"
CLAUSE = "二（二）1"


class People(City):
    """Everybody of one district and the city, a second drafter, and an expert who may sign in."""

    def __init__(self):
        super().__init__(districts=(LIANGPING,))
        before = len(self.rows)
        with transaction.atomic():
            self.second = self.person(f"{LIANGPING}-economy", Role.DRAFTER)
            self.scorer = self.person(f"{LIANGPING}-economy", Role.EXPERT)
            record("test.people", "city", actor=None, on=date(2021, 8, 1), wrote=self.rows[before:])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_cluster_lives_from_the_first_draft_to_the_public_map(a_desk, language):
    people, drafter, officer, desk = People(), a_desk(language), a_desk(language), a_desk(language)
    number = opens_a_plan(drafter, people)
    two_people_write_it(drafter, desk, people, number)
    is_reviewed_in_the_district(drafter, desk, people, number)
    is_judged_by_experts(drafter, desk, people, number)
    is_approved_and_applied_for(drafter, desk, people, number)
    is_completed_as_the_city_asks(officer, drafter, people, number)
    is_reviewed_by_the_city(officer, desk, people, number)
    is_decided_and_answered(officer, desk, people, number)
    is_shown_to_the_public(officer, a_desk(language))
    assert drafter.complaints == officer.complaints == desk.complaints == []
    assert verify().whole


def opens_a_plan(desk, people):
    """The district's officer opens the case, names industry and bodies, and uploads a boundary in zone 36."""
    let_it_be(date(2022, 3, 1))
    desk.sits_down(people.drafter[LIANGPING])
    desk.clicks("nav.desk-bar a[href$='/desk/new/']")
    desk.fills_in(title=TITLE)
    desk.sends()
    number = desk.page.locator(".case-number").inner_text()
    desk.clicks("a[href*='/plan/industry/']")
    desk.fills_in(name_zh="智能家居", name_en="Smart Home", codes="385、387")
    desk.sends()
    desk.clicks("a[href*='/plan/boundary/']")
    desk.fills_in(file={"name": "勘测定界.txt", "mimeType": "text/plain", "buffer": survey()})
    desk.sends()
    desk.sees("260.57")  # mu, from metres in zone 36
    for kind in BodyKind:
        desk.clicks(f"a[href*='/plan/body/'][href$='kind={kind}']")
        desk.fills_in(name=f"梁平区{kind.label}", credit_code="91500000202833182X")
        desk.sends()
    return number


def two_people_write_it(one, two, people, number):
    """Two share the text: who holds a part is told, of what both wrote nothing is lost, and other parts go beside."""
    write, unwritten = "a[href*='/plan/section/']", ".plan-empty a[href*='/plan/section/']"
    two.sits_down(people.second)
    two.takes_up(number)
    two.opens_tab("plan")
    one.clicks(one.page.locator(write).first)
    two.clicks(two.page.locator(write).first)
    two.sees(people.drafter[LIANGPING].name)
    two.fills_in(text="二号写的背景。")
    two.sends()
    one.fills_in(text="一号写的背景。")
    one.presses()
    one.sees("二号写的背景。")
    one.fills_in(text="一号写的背景。二号写的背景。")
    one.sends()
    two.clicks(two.page.locator(unwritten).first)
    one.clicks(one.page.locator(unwritten).last)
    for desk in (two, one):
        desk.fills_in(text="本区现有企业三十家。")
        desk.sends()
    if one.language == "en":
        one.opens_tab("materials")
        one.clicks(".plan-acts a[href$='/acts/add_material/']")
        one.fills_in(kind="plan", file=scan("规划文本"))
        one.sends()
    else:
        while (left := one.page.locator(unwritten)).count():
            one.clicks(left.first)
            one.fills_in(text="按通知要求编写。")
            one.sends()


def is_reviewed_in_the_district(drafter, desk, people, number):
    """Five departments are asked; one gives advice and is answered."""
    let_it_be(date(2022, 3, 2))
    drafter.comes_back_to(number)
    drafter.does("start_district_review")
    let_it_be(date(2022, 3, 4))
    gives_an_opinion(desk, people, f"{LIANGPING}-ecology", number, "agree_with_advice", "建议明确污水去向。")
    others = [f"{LIANGPING}-{name}" for name in DISTRICT_DEPARTMENTS if name != "ecology"]
    agree(others, desk, drafter, people, number)
    drafter.may("answer_opinion")  # what must be done first is to convene the experts
    drafter.sees("建议明确污水去向。")
    drafter.fills_in(**{"rows-0-adoption": "adopted", "rows-0-answer": "已补充污水集中处理方案。"})
    drafter.sends()


def gives_an_opinion(desk, people, department, number, stance="agree", words=""):
    """A department's reviewer writes its opinion; its head signs it, and it binds."""
    desk.sits_down(people.reviewer[department])
    desk.takes_up(number)
    desk.must("give_opinion")
    desk.fills_in(stance=stance, words=words)
    if words:
        desk.fills_in(**{"rows-0-clause": CLAUSE, "rows-0-stance": stance, "rows-0-words": words})
    desk.sends()
    desk.sits_down(people.signatory[department])
    desk.takes_up(number)
    desk.must("sign_opinion")
    desk.sees(words)
    desk.sends()


def agree(departments, desk, clerk, people, number):
    """These departments have nothing against it: in Chinese the first signs here, the others answer by stamped papers.

    The papers are entered by whoever waits for the opinions.
    """
    here = departments[:1] if desk.language == "zh" else []
    for department in here:
        gives_an_opinion(desk, people, department, number)
    clerk.reloads()
    for department in departments[len(here) :]:
        clerk.may("sign_opinion")
        clerk.chooses("request", people.reviewer[department].organisation)
        clerk.fills_in(stance="none", **a_paper("征求意见的复函", "2022-03-04", department))
        clerk.sends()


def is_judged_by_experts(drafter, desk, people, number):
    """An expert is given an account, three are called, one scores at their seat, and the report is recorded."""
    drafter.clicks("nav.desk-bar a[href$='/desk/experts/']")
    drafter.clicks(f"a[href$='/experts/{people.experts[0].pk}/account/']")
    drafter.sends()
    drafter.comes_back_to(number)
    drafter.must("convene_experts")
    drafter.ticks(*(each.name for each in people.experts))
    drafter.fills_in(meets_on="2022-03-10", place="三楼会议室")
    drafter.sends()
    let_it_be(date(2022, 3, 10))
    desk.sits_down(people.scorer)
    desk.takes_up(number)
    desk.does("score_plan", remarks="用地集中。", **{f"二（二）{n}": str(80 + n) for n in range(1, 5)})
    drafter.comes_back_to(number)
    drafter.does("record_expert_report", verdict="passed_with_changes", report="选址合理。", advice="细化功能分区。")
    drafter.does("submit_to_district", changes="已细化功能分区。")


def is_approved_and_applied_for(drafter, desk, people, number):
    """The district's leader approves; the application and its two attachments get number and seal; it goes out."""
    let_it_be(date(2022, 3, 14))
    desk.sits_down(people.leader[LIANGPING])
    desk.takes_up(number)
    desk.does("approve_by_district")
    let_it_be(date(2022, 3, 16))
    drafter.comes_back_to(number)
    drafter.clicks(".case-waits a[href$='/letters/']")
    letters = {"joint_review_opinion": "建议明确污水去向", "expert_report": "细化功能分区", "application": NAME}
    for n, (kind, says) in enumerate(letters.items(), start=1):
        writes_a_letter(drafter, kind, says)
        drafter.may("register_letter")
        drafter.fills_in(number=f"梁平经信〔2022〕{n}号", signed_on="2022-03-16", scan=scan(kind))
        drafter.sends()
    drafter.does("apply")


def writes_a_letter(desk, kind, says):
    """A letter is read on its own page, drafted there, and then stands among those of the case."""
    desk.clicks(f"a[href$='/letters/{kind}/']")
    desk.sees_in_the_letter(says)
    desk.sends()
    desk.clicks("h1 a[href$='/letters/']")


def is_completed_as_the_city_asks(officer, drafter, people, number):
    """The commission registers the receipt and sends back two items; the district answers both and sends again."""
    let_it_be(date(2022, 3, 18))
    officer.sits_down(people.officer)
    officer.takes_up(number)
    officer.does("receive")
    officer.may("request_correction")
    for row, wanted in enumerate(("补充用地说明", "补充规划环评报送凭证")):
        item = {"clause": CLAUSE, "wanted": wanted, "reason": "材料中未见", "would_do": "附说明"}
        officer.fills_in(**{f"rows-{row}-{name}": value for name, value in item.items()})
    officer.sends()
    let_it_be(date(2022, 3, 22))
    drafter.comes_back_to(number)
    drafter.clicks(".case-acts > a.btn-primary[href$='/plan/answers/']")
    drafter.fills_in(**{"rows-0-answer": "已附用地说明。", "rows-1-answer": "已附报送函。"})
    drafter.sends()
    drafter.does("resubmit")


def is_reviewed_by_the_city(officer, desk, people, number):
    """Four departments of the city are asked; one disagrees and is answered, and all goes before the leader."""
    let_it_be(date(2022, 3, 24))
    officer.comes_back_to(number)
    officer.does("start_city_review")
    let_it_be(date(2022, 3, 28))
    words = "部分用地与城镇开发边界不一致。"
    gives_an_opinion(desk, people, "city-natural-resources", number, "disagree", words)
    others = [f"city-{name}" for name in CITY_DEPARTMENTS if name != "natural-resources"]
    agree(others, desk, officer, people, number)
    officer.must("answer_opinion")
    officer.sees(words)
    officer.fills_in(**{"rows-0-adoption": "partly", "rows-0-answer": "不一致的部分不作集聚区用地。"})
    officer.sends()
    officer.does("submit_to_city")


def is_decided_and_answered(officer, desk, people, number):
    """The commission's leader approves; the reply bears the right name, gets its number and closes the case."""
    let_it_be(date(2022, 4, 1))
    desk.sits_down(people.director)
    desk.takes_up(number)
    desk.does("decide", **{"rows-0-verdict": "approved"})
    let_it_be(date(2022, 4, 6))
    officer.comes_back_to(number)
    officer.opens_tab("letters")
    writes_a_letter(officer, "approval_reply", NAME)
    officer.does("register_reply", number=REPLY, signed_on="2022-04-06", scan=scan("复函"))


def is_shown_to_the_public(officer, public):
    """Nothing is public until an officer publishes it; then map, table and page tell of it, and the letter verifies."""
    named = NAME if public.language == "zh" else "Liangping District Smart Home SME Cluster"
    public.goes_to("/")
    assert named not in public.page.content()
    officer.clicks("nav.desk-bar a[href$='/desk/publication/']")
    officer.clicks("td a[href*='/desk/publication/']")
    officer.fills_in(map_review_number="渝S（2022）001号")
    officer.sends()

    public.goes_to("/")
    expect(public.page.locator(".clusters a", has_text=named)).to_have_count(1)
    public.clicks(public.page.locator("#clusters").get_by_role("link", name=named))
    public.sees(NAME)
    public.sees(REPLY)
    public.clicks("nav.site-nav a[href$='/verify/']")
    public.page.fill("#code", "渝经信函[2022]5号")
    public.clicks("main form button[type=submit]")
    public.sees(public.words("该公文已登记发出"))
    public.sees(TITLE)
