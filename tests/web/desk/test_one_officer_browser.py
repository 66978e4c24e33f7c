"""One officer of the city alone runs a case of two clusters from the letter that came to the public map, with scans."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from jijuqu.journal.verify import verify
from jijuqu.registry.models import Cluster, Slot
from tests.cases.builders import survey
from tests.cases.city import LIANGPING, City
from tests.web.desk.in_browser import a_desk, a_paper, let_it_be, scan, site

__all__ = ["a_desk", "site"]  # fixtures
pytestmark = pytest.mark.django_db(transaction=True)
INDUSTRIES = {1: ("智能家居", "Smart Home"), 2: ("塑料制品", "Plastics")}
REPLY = "渝经信函〔2022〕8号"


@pytest.mark.parametrize(("language", "with_what"), [("zh", "mouse"), ("en", "scripts")])
def test_one_officer_alone_runs_two_clusters_with_scans_and_one_is_approved(a_desk, language, with_what):
    """In Chinese without scripts, in English without a mouse."""
    people = City(districts=(LIANGPING,))
    desk = a_desk(language, scripts=with_what == "scripts", mouse=with_what == "mouse")
    let_it_be(date(2022, 5, 20))
    desk.sits_down(people.officer)
    number = registers_the_application(desk)
    enters_the_plan_from_its_papers(desk)
    desk.does("receive", on="2022-05-09")
    desk.does("start_city_review", on="2022-05-10")
    desk.may("submit_to_city")
    desk.fills_in(on="2022-05-18", **a_paper("市级部门联合审查意见", "2022-05-18", "渝经信审〔2022〕3号"))
    desk.sends()
    decides_as_the_minutes_say(desk)
    sends_the_reply(desk)
    shows_the_approved_one_to_the_public(desk, number)

    assert [each.name_zh for each in Cluster.objects.all()] == ["梁平区智能家居中小企业集聚区"]
    assert [each.standing for each in Slot.objects.filter(released_on=None)] == ["approved"]
    assert desk.complaints == []
    assert verify().whole


def registers_the_application(desk):
    """The district's letter opens the case at the commission."""
    desk.clicks("nav.desk-bar a[href$='/desk/new-application/']")
    desk.fills_in(holder=LIANGPING, title="梁平区中小企业集聚区建设规划", clusters="2", on="2022-05-06",
                  **a_paper("关于申请规划建设中小企业集聚区的函", "2022-05-06", "梁平府函〔2022〕7号"))  # fmt: skip
    desk.sends()
    return desk.page.locator(".case-number").inner_text()


def enters_the_plan_from_its_papers(desk):
    """Industry and boundary of both clusters, and the two opinions that the application has to bring."""
    for cluster, (chinese, english) in INDUSTRIES.items():
        desk.clicks(f"#plan-{cluster} a[href*='/plan/industry/']")
        desk.fills_in(name_zh=chinese, name_en=english)
        desk.sends()
        desk.clicks(f"#plan-{cluster} a[href*='/plan/boundary/']")
        desk.fills_in(file={"name": f"{cluster}.txt", "mimeType": "text/plain", "buffer": survey(east=0.01 * cluster)})
        desk.sends()
    desk.opens_tab("materials")
    for kind in ("joint-opinion", "expert-opinion"):
        desk.clicks(".plan-acts a[href$='/acts/add_material/']")
        desk.fills_in(kind=kind, file=scan(kind))
        desk.sends()


def decides_as_the_minutes_say(desk):
    """The leader's decision is entered from the minutes: one cluster approved, the other refused with its clause."""
    desk.may("decide")
    desk.fills_in(on="2022-05-19", **{
        "rows-0-verdict": "approved", "rows-1-verdict": "refused", "rows-1-reason": "二（二）1：不符合国土空间规划",
        **a_paper("主任办公会纪要", "2022-05-19", "渝经信纪〔2022〕5号"),
    })  # fmt: skip
    desk.sends()


def sends_the_reply(desk):
    """The reply approves one and refuses the other; with its number and seal the case is over."""
    desk.opens_tab("letters")
    desk.clicks("a[href$='/letters/approval_reply/']")
    desk.sees_in_the_letter("梁平区智能家居中小企业集聚区")
    desk.sees_in_the_letter("不符合国土空间规划")
    desk.sends()
    desk.clicks("h1 a[href$='/letters/']")
    desk.does("register_reply", number=REPLY, signed_on="2022-05-20", scan=scan("复函"))
    desk.sees(desk.words("本案已办结。"))


def shows_the_approved_one_to_the_public(desk, number):
    """Of the two only the approved one can be published, and is on the map."""
    desk.clicks("nav.desk-bar a[href$='/desk/publication/']")
    expect(desk.page.locator("td a[href*='/desk/publication/']")).to_have_count(1)
    desk.clicks(f"td a[href$='/desk/publication/{number}-1/']")
    desk.sends()
    desk.goes_to("/")
    expect(desk.page.locator(f".clusters a[href='#{number}-1']")).to_have_count(1)
    expect(desk.page.locator("#clusters tbody tr")).to_have_count(1)
