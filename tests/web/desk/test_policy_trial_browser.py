"""政策测算 in a browser: a slider is moved, the table follows, the trial is kept and exported; without scripts a draft."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.cases import people
from tests.conftest import PHONE, WIDE
from tests.population.test_draft import LAND
from tests.population.test_laid_drafts import lay
from tests.registry import entries
from tests.web.desk.in_browser import let_it_be
from tests.web.desk.test_policy_trial import ADDRESS, LESS_LAND, M2_IN_MU, TODAY

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = {
    "": ("工业用地下限", "降低用地门槛", "保存这次测算", "导出文档（DOCX）", "待核", "→ 符合"),
    "/en": (
        "Least industrial land ",
        "Less land",
        "Keep this trial",
        "Export document (DOCX)",
        "Not yet known",
        "→ Met",
    ),
}


@pytest.fixture
def session(client, live_server):
    let_it_be(TODAY)
    entries.under_review("larger", shape=entries.square(0.01), industrial_land_m2=180 * M2_IN_MU, name_zh="较大集聚区")
    client.force_login(people.city_officer())
    return {"name": "sessionid", "value": client.session.session_key, "url": live_server.url}


@pytest.mark.parametrize(("language", "size"), [("", WIDE), ("/en", PHONE)])
def test_a_slider_is_moved_and_what_follows_is_kept_and_exported(
    page, context, live_server, session, axe, complaints, language, size
):
    number, name, keep, export, before, after = WORDS[language]
    context.add_cookies([session])
    page.set_viewport_size(size)
    page.goto(f"{live_server.url}{language}{ADDRESS}")
    page.locator("[data-slides=id_min_industrial_land_mu]").press("Home")
    flips = page.locator(".trial-flips tbody tr")
    expect(flips).to_have_count(1)
    expect(flips).to_contain_text("较大集聚区")
    expect(flips).to_contain_text(before)
    expect(flips).to_contain_text(after)
    expect(page.get_by_label(number).and_(page.locator("input[type=text]"))).to_have_value("0")
    assert page.url == f"{live_server.url}{language}{ADDRESS}?on={TODAY}&min_industrial_land_mu=0"
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]

    with page.expect_download() as taken:
        page.get_by_role("link", name=export).click()
    assert taken.value.suggested_filename.endswith(f"{TODAY}.docx")
    page.locator("#id_name").fill(name)
    page.get_by_role("button", name=keep).click()
    expect(page.locator(".trial-kept tbody tr")).to_contain_text(name)
    page.get_by_role("link", name=name).click()
    expect(flips).to_have_count(1)
    assert complaints == []


def test_without_scripts_a_number_is_typed_and_a_draft_is_chosen(browser, live_server, session, settings, tmp_path):
    settings.DRAFTS = tmp_path
    lay(tmp_path, "征求意见稿", parameters=LAND)
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    context.add_cookies([session])
    page = context.new_page()
    page.goto(live_server.url + ADDRESS)
    expect(page.locator("[data-slides]").first).to_be_hidden()
    page.locator("#id_min_industrial_land_mu").fill("170")
    page.locator("#id_min_industrial_land_mu").press("Enter")
    expect(page.locator(".trial-flips tbody tr")).to_contain_text("较大集聚区")
    assert page.url == live_server.url + LESS_LAND
    page.get_by_role("link", name="草案“征求意见稿”").click()
    expect(page.locator("#id_min_industrial_land_mu")).to_have_value("150")
    expect(page.locator(".trial-flips tbody tr")).to_contain_text("150亩")
    expect(page.get_by_role("link", name="草案“征求意见稿”")).to_have_attribute("aria-current", "true")
    context.close()
