"""选址筛查 in a browser: a layer is sent, groups follow a slider on map and list, and one becomes a plan."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from jijuqu.cases.models import Case
from tests.cases import people
from tests.conftest import PHONE, WIDE
from tests.land.screening.ground import write_parcels
from tests.web.desk.at_work import TODAY
from tests.web.desk.in_browser import let_it_be, site
from tests.web.desk.screened import ADDRESS, PLOTS, here

__all__ = ["site"]
pytestmark = pytest.mark.django_db(transaction=True)
WORDS = {
    "": ("开始筛查", "：1 组", "：2 组", "以梁平区第 2 组立案", "162.51"),
    "/en": ("Screen", "20 m: 1,", "20 m: 2,", "Open a case with group 2 of Liangping", "162.51"),
}


@pytest.mark.parametrize(("language", "size"), [("", WIDE), ("/en", PHONE)])
def test_a_layer_is_sent_a_slider_is_moved_and_a_group_becomes_a_plan(
    page, context, client, site, axe, complaints, tmp_path, language, size
):
    screen, one, two, take_over, area = WORDS[language]
    let_it_be(TODAY)
    client.force_login(people.drafter())
    context.add_cookies([{"name": "sessionid", "value": client.session.session_key, "url": site}])
    page.set_viewport_size(size)
    page.goto(f"{site}{language}{ADDRESS}")
    assert axe(page) == []
    layer = write_parcels(tmp_path / "地块.parquet", here(PLOTS), district=["500155"] * len(PLOTS))
    page.locator("[name=parcels]").set_input_files(layer)
    page.get_by_role("button", name=screen, exact=True).click()

    expect(page.locator("#summary")).to_contain_text(one)
    expect(page.locator("#screening-live-map")).to_have_attribute("data-groups", "1")
    slider = page.locator("[data-slides=id_min_mu]")
    slider.fill("100")
    expect(page.locator("#summary")).to_contain_text(two)
    expect(page.locator("#screening-live-map")).to_have_attribute("data-groups", "2")
    rows = page.locator(".screening-groups tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text(area)
    assert page.url.endswith("?min_mu=100")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]

    page.get_by_role("button", name=take_over).click()
    case = Case.objects.get()
    expect(page).to_have_url(f"{site}{language}/desk/cases/{case.number}/plan/")
    expect(page.locator("main")).to_contain_text("地块")
    assert complaints == []
