"""The base page and its map in the machine's Chromium: on a desk and on a phone, with a mouse and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pyproj import Transformer

from tests.conftest import PHONE, WIDE

pytestmark = [pytest.mark.urls("tests.web.sample_urls"), pytest.mark.django_db(transaction=True)]

SIZES = [pytest.param(WIDE, id="desk"), pytest.param(PHONE, id="phone")]
PAGES = ["/sample/", "/en/sample/", "/no-such-page/", "/en/no-such-page/"]


def open_map(page, live_server, language=""):
    page.goto(f"{live_server.url}{language}/sample/map/")
    page.wait_for_selector("[data-map-state=ready]", timeout=20_000)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_the_base_page_is_accessible_and_fits(page, live_server, axe, size, path):
    page.set_viewport_size(size)
    page.goto(live_server.url + path)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_a_phone_still_has_the_menu(browser, live_server):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/sample/")

    page.get_by_text("Menu", exact=True).click()
    expect(page.locator(".site-menu nav")).to_be_visible()
    expect(page.locator(".site-nav")).to_be_hidden()
    context.close()


def test_the_first_key_press_offers_to_skip_to_the_content(page, live_server):
    page.goto(f"{live_server.url}/sample/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("#content$"))
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("size", SIZES)
def test_a_map_obeys_the_policy_and_is_accessible(page, live_server, complaints, axe, size):
    page.set_viewport_size(size)
    open_map(page, live_server)

    assert complaints == []
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_text("审图号")).to_be_visible()
    expect(page.locator(".map-north")).to_have_text("▲北")
    expect(page.locator(".maplibregl-ctrl-scale")).to_be_visible()


def test_the_coordinate_under_the_pointer_agrees_with_proj(page, live_server):
    open_map(page, live_server, "/en")
    page.locator(".map").hover(position={"x": 200, "y": 150})

    words = page.locator(".map-coordinates").inner_text()
    found = re.fullmatch(r"([\d.]+)°E ([\d.]+)°N \(EPSG:4490\) · 3° zone (\d+) +X (\d+) +Y (\d+)", words)
    assert found, words
    longitude, latitude, zone, northing, easting = map(float, found.groups())
    to_zone = Transformer.from_crs(4490, 4523 + int(zone) - 35, always_xy=True)
    assert to_zone.transform(longitude, latitude) == pytest.approx((easting, northing), abs=0.7)  # 0.5 m and 6 decimals


def test_a_click_opens_what_is_known_and_shows_markup_as_text(page, live_server):
    open_map(page, live_server)
    page.get_by_role("button", name="看集聚区").click()

    box = page.locator(".maplibregl-popup")
    expect(box).to_contain_text("clusters <b>1</b>")
    expect(box).to_contain_text("205.37 亩")


def test_a_layer_can_be_hidden_from_the_legend(page, live_server):
    open_map(page, live_server)
    before = page.locator(".map canvas").screenshot()
    page.get_by_label("forbidding").uncheck()
    page.wait_for_timeout(500)

    assert page.locator(".map canvas").screenshot() != before


def test_a_plot_drawn_with_the_mouse_is_written_as_coordinates(page, live_server):
    open_map(page, live_server)
    page.get_by_role("button", name="绘制地块").click()
    for x, y in ((100, 60), (300, 60), (320, 200), (300, 220)):
        page.locator(".map").click(position={"x": x, "y": y})
        page.wait_for_timeout(350)  # two quick clicks would be a double click, which closes the ring
    page.get_by_role("button", name="撤销一点").click()
    page.get_by_role("button", name="闭合").click()

    lines = page.get_by_label("拐点坐标").input_value().splitlines()
    assert len(lines) == 3
    assert all(re.fullmatch(r"106\.\d{7}, 29\.\d{7}", line) for line in lines)
    expect(page.get_by_role("status")).to_have_text("已绘制 3 个拐点。")


def test_coordinates_that_are_typed_are_drawn(page, live_server):
    open_map(page, live_server, "/en")
    corners = page.get_by_label("拐点坐标")
    corners.press_sequentially("106.55, 29.55\n106.56, 29.55\n106.56, 29.56")

    expect(page.get_by_role("status")).to_have_text("3 corners drawn.")
    expect(page.locator(".map-coordinates")).to_contain_text("106.55")


def test_the_map_is_on_paper_too(page, live_server):
    open_map(page, live_server)
    page.emulate_media(media="print")

    expect(page.locator(".map canvas")).to_be_visible()
    expect(page.locator(".site-nav")).to_be_hidden()
    expect(page.locator(".map-draw")).to_be_hidden()
