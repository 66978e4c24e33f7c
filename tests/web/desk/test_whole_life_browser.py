"""The whole life of a cluster, played on the pages in both languages: from the first draft to the public map.

In Chinese every step is taken here by whoever takes it. In English part of the plan and of the opinions come in on
paper, which makes the play shorter and shows that both ways lead on.
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
    people = People()
    desk, other = a_desk(language), a_desk(language)
    number = opens_a_plan(desk, people)
    two_people_write_it(desk, other, people, number)
    is_reviewed_in_the_district(desk, people, number)
    is_judged_by_experts(desk, people, number)
    is_approved_and_applied_for(desk, people, number)
    is_completed_as_the_city_asks(desk, people, number)
    is_reviewed_by_the_city(desk, people, number)
    is_decided_and_answered(desk, people, number)
    is_shown_to_the_public(desk, a_desk(language), people)
    assert desk.complaints == other.complaints == []
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


def is_reviewed_in_the_district(desk, people, number):
    """Five departments are asked; one gives advice and is answered."""
    let_it_be(date(2022, 3, 2))
    desk.sits_down(people.drafter[LIANGPING])
    desk.takes_up(number)
    desk.does("start_district_review")
    let_it_be(date(2022, 3, 4))
    gives_an_opinion(desk, people, f"{LIANGPING}-ecology", number, "agree_with_advice", "建议明确污水去向。")
    others = [f"{LIANGPING}-{name}" for name in DISTRICT_DEPARTMENTS if name != "ecology"]
    let_others_agree(desk, people, others, number, by=people.drafter[LIANGPING])
    desk.must("answer_opinion")
    desk.sees("建议明确污水去向。")
    desk.fills_in(**{"rows-0-adoption": "adopted", "rows-0-answer": "已补充污水集中处理方案。"})
    desk.sends()


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


def let_others_agree(desk, people, departments, number, by):
    """The last of these departments answers by a stamped paper, in English all of them; the others sign here."""
    on_paper = departments if desk.language == "en" else departments[-1:]
    for department in departments[: -len(on_paper)]:
        gives_an_opinion(desk, people, department, number)
    desk.sits_down(by)
    desk.takes_up(number, waiting_for_others=by == people.officer)
    for department in on_paper:
        desk.may("sign_opinion")
        desk.chooses("request", people.reviewer[department].organisation)
        desk.fills_in(stance="none", **a_paper("征求意见的复函", "2022-03-04", department))
        desk.sends()


def is_judged_by_experts(desk, people, number):
    """An expert is given an account, three are called, one scores at their seat, and the report is recorded."""
    scorer = people.experts[0]
    desk.clicks("nav.desk-bar a[href$='/desk/experts/']")
    desk.clicks(f"a[href$='/experts/{scorer.pk}/account/']")
    desk.sends()
    desk.clicks("nav.desk-bar a[href$='/desk/']")
    desk.takes_up(number)
    desk.must("convene_experts")
    desk.ticks(*(each.name for each in people.experts))
    desk.fills_in(meets_on="2022-03-10", place="三楼会议室")
    desk.sends()
    let_it_be(date(2022, 3, 10))
    desk.sits_down(people.scorer)
    desk.takes_up(number)
    desk.does("score_plan", remarks="用地集中。", **{f"二（二）{n}": str(80 + n) for n in range(1, 5)})
    desk.sits_down(people.drafter[LIANGPING])
    desk.takes_up(number)
    desk.does("record_expert_report", verdict="passed_with_changes", report="选址合理。", advice="细化功能分区。")
    desk.does("submit_to_district", changes="已细化功能分区。")


def is_approved_and_applied_for(desk, people, number):
    """The district's leader approves; the application and its two attachments get number and seal; it goes out."""
    let_it_be(date(2022, 3, 14))
    desk.sits_down(people.leader[LIANGPING])
    desk.takes_up(number)
    desk.does("approve_by_district")
    let_it_be(date(2022, 3, 16))
    desk.sits_down(people.drafter[LIANGPING])
    desk.takes_up(number)
    desk.clicks(".case-waits a[href$='/letters/']")
    letters = {"joint_review_opinion": "建议明确污水去向", "expert_report": "细化功能分区", "application": NAME}
    for n, (kind, says) in enumerate(letters.items(), start=1):
        writes_a_letter(desk, kind, says)
        desk.may("register_letter")
        desk.fills_in(number=f"梁平经信〔2022〕{n}号", signed_on="2022-03-16", scan=scan(kind))
        desk.sends()
    desk.does("apply")


def writes_a_letter(desk, kind, says):
    """A letter is read on its own page, drafted there, and found among those of the case."""
    desk.opens_tab("letters")
    desk.clicks(f"a[href$='/letters/{kind}/']")
    desk.sees_in_the_letter(says)
    desk.sends()
    desk.clicks("h1 a[href$='/letters/']")


def is_completed_as_the_city_asks(desk, people, number):
    """The commission registers the receipt and sends back two items; the district answers both and sends again."""
    let_it_be(date(2022, 3, 18))
    desk.sits_down(people.officer)
    desk.takes_up(number)
    desk.does("receive")
    desk.may("request_correction")
    for row, wanted in enumerate(("补充用地说明", "补充规划环评报送凭证")):
        item = {"clause": CLAUSE, "wanted": wanted, "reason": "材料中未见", "would_do": "附说明"}
        desk.fills_in(**{f"rows-{row}-{name}": value for name, value in item.items()})
    desk.sends()
    let_it_be(date(2022, 3, 22))
    desk.sits_down(people.drafter[LIANGPING])
    desk.takes_up(number)
    desk.clicks(".case-acts > a.btn-primary[href$='/plan/answers/']")
    desk.fills_in(**{"rows-0-answer": "已附用地说明。", "rows-1-answer": "已附报送函。"})
    desk.sends()
    desk.does("resubmit")


def is_reviewed_by_the_city(desk, people, number):
    """Four departments of the city are asked; one disagrees and is answered, and all goes before the leader."""
    let_it_be(date(2022, 3, 24))
    desk.sits_down(people.officer)
    desk.takes_up(number)
    desk.does("start_city_review")
    let_it_be(date(2022, 3, 28))
    words = "部分用地与城镇开发边界不一致。"
    gives_an_opinion(desk, people, "city-natural-resources", number, "disagree", words)
    others = [f"city-{name}" for name in CITY_DEPARTMENTS if name != "natural-resources"]
    let_others_agree(desk, people, others, number, by=people.officer)
    desk.must("answer_opinion")
    desk.sees(words)
    desk.fills_in(**{"rows-0-adoption": "partly", "rows-0-answer": "不一致的部分不作集聚区用地。"})
    desk.sends()
    desk.does("submit_to_city")


def is_decided_and_answered(desk, people, number):
    """The commission's leader approves; the reply bears the right name, gets its number and closes the case."""
    let_it_be(date(2022, 4, 1))
    desk.sits_down(people.director)
    desk.takes_up(number)
    desk.does("decide", **{"rows-0-verdict": "approved"})
    let_it_be(date(2022, 4, 6))
    desk.sits_down(people.officer)
    desk.takes_up(number)
    writes_a_letter(desk, "approval_reply", NAME)
    desk.does("register_reply", number=REPLY, signed_on="2022-04-06", scan=scan("复函"))


def is_shown_to_the_public(desk, public, people):
    """Nothing is public until an officer publishes it; then map, table and page tell of it, and the letter verifies."""
    named = NAME if desk.language == "zh" else "Liangping District Smart Home SME Cluster"
    public.goes_to("/")
    assert named not in public.page.content()
    desk.clicks("nav.desk-bar a[href$='/desk/publication/']")
    desk.clicks("td a[href*='/desk/publication/']")
    desk.fills_in(map_review_number="渝S（2022）001号")
    desk.sends()

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
