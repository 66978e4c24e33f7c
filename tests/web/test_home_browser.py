"""The first page in a browser: both languages, both widths, with and without JavaScript, on paper."""

import pytest
from playwright.sync_api import expect

from jijuqu.demo.load import load_land
from tests.conftest import PHONE, WIDE


@pytest.fixture
def city(transactional_db, live_server):
    from jijuqu.registry.holders import holder_rows  # noqa: PLC0415
    from jijuqu.registry.models import QuotaHolder  # noqa: PLC0415

    if not QuotaHolder.objects.exists():  # an earlier test of this kind emptied the tables
        QuotaHolder.objects.bulk_create(QuotaHolder(**row) for row in holder_rows())
    load_land()
    return live_server.url


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_the_first_page_has_no_accessibility_fault_and_fits(page, axe, complaints, city, path):
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        page.goto(city + path)

        assert axe(page) == []
        assert complaints == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_one_click_leads_to_real_time_and_one_back(page, city):
    page.goto(city)
    page.get_by_role("button", name="切换到实时").click()
    expect(page.get_by_text("逾期不再受理")).to_be_visible()

    page.get_by_role("button", name="回到展示日期 2022-09-15").click()
    expect(page.get_by_text("受理至 2022-12-31")).to_be_visible()


def test_the_map_to_zoom_takes_the_place_of_the_drawing(page, complaints, city):
    page.goto(city)
    drawing = page.locator(".city-svg")
    expect(drawing).to_be_visible()

    page.get_by_role("button", name="打开可缩放地图").click()

    expect(page.locator("[data-map-state=ready]")).to_be_visible(timeout=30_000)
    expect(drawing).to_be_hidden()
    assert complaints == []


def test_without_javascript_everything_but_the_map_to_zoom_is_there(browser, city):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(city)

    expect(page.locator(".city-svg")).to_be_visible()
    expect(page.locator("tr[id^=holder-]")).to_have_count(41)
    expect(page.get_by_role("button", name="打开可缩放地图")).to_be_hidden()
    page.get_by_role("link", name="已批复").click()
    expect(page.locator("tr[id^=holder-]").first).to_contain_text("江津区")
    context.close()


def test_on_paper_the_drawing_and_all_rows_are_there_and_buttons_are_not(page, city):
    page.goto(city)
    page.emulate_media(media="print")

    expect(page.locator(".city-svg")).to_be_visible()
    expect(page.locator("tr[id^=holder-]").last).to_be_visible()
    expect(page.get_by_text("演示数据，均为虚构")).to_be_visible()
    expect(page.get_by_role("button", name="打开可缩放地图")).to_be_hidden()
    expect(page.get_by_role("button", name="切换到实时")).to_be_hidden()
