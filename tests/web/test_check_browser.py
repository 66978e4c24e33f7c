"""The check page as a person uses it: upload, read the findings, mend, print; in both languages and at both widths."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from jijuqu.demo.samples import complying_txt, short_txt
from tests.cli.test_check import write_square
from tests.conftest import PHONE, WIDE

SUBMIT = "form[data-check-form] .check-acts [type=submit]"


@pytest.fixture
def site(transactional_db, live_server):
    return live_server.url


@pytest.mark.parametrize(
    ("address", "apart", "again"),
    [
        ("/check/", "互不相连的部分数", "重新核查"),
        ("/en/check/", "Separate parts of the land", "Check again"),
    ],
)
def test_upload_read_mend_and_print(page, site, complaints, tmp_path, address, apart, again):
    short = tmp_path / "short.txt"
    short.write_bytes(write_square(tmp_path / "p.txt", 250, gap_m=15).read_bytes())
    page.goto(site + address)
    page.set_input_files("#id_survey_file", short)
    page.click(SUBMIT)
    finding = page.locator("li.finding", has_text=apart).first
    expect(finding).to_contain_text("2")
    assert page.evaluate("document.activeElement.id") == "verdict"

    page.fill("#id_gap_m", "16")
    page.select_option("#id_industrial", "all")
    page.fill("#id_industrial_floor_m2", "120000")
    page.get_by_role("button", name=again).first.click()
    expect(page.locator("li.finding", has_text=apart).first.locator(".verdict-met")).to_be_visible()

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("form[data-check-form]")).to_be_hidden()
    expect(page.locator("svg.plot")).to_be_visible()
    expect(page.locator("details[data-print-open]")).to_have_attribute("open", "")
    assert complaints == []


@pytest.mark.parametrize("address", ["/check/", "/en/check/", "/clauses/", "/en/clauses/"])
def test_the_pages_have_no_accessibility_fault_and_fit(page, site, axe, address):
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        page.goto(site + address)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_map_that_is_still_to_come_is_no_accessibility_fault(page, site, axe):
    page.route("**/map/data/**", lambda _route: None)  # never answered
    page.goto(site + "/check/")
    expect(page.locator("#drawing-map[data-map-state=starting]")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("address", ["/check/", "/en/check/"])
def test_the_findings_have_no_accessibility_fault_and_fit(page, site, axe, tmp_path, address):
    plot = tmp_path / "plot.txt"
    plot.write_bytes(short_txt())
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        page.goto(site + address)
        page.set_input_files("#id_survey_file", plot)
        page.click(SUBMIT)
        expect(page.locator("[data-result]")).to_be_visible()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_link_brings_plot_and_answers_back_without_the_server(page, site, tmp_path):
    plot = tmp_path / "plot.txt"
    plot.write_bytes(complying_txt())
    page.goto(site + "/check/")
    page.set_input_files("#id_survey_file", plot)
    page.fill("#id_leading_industry", "智能家居")
    page.click(SUBMIT)
    page.locator("[data-share]").click()
    expect(page.locator("[data-share]")).to_have_attribute("data-link", re.compile("#plot="))
    link = page.locator("[data-share]").get_attribute("data-link")
    assert link.startswith(site + "/check/#plot=")

    requests = []
    other = page.context.browser.new_page()
    other.on("request", lambda request: requests.append(request.url))
    other.goto(link)
    expect(other.locator("#id_leading_industry")).to_have_value("智能家居")
    assert json.loads(other.input_value("#id_coordinates"))["type"] == "FeatureCollection"
    assert not [url for url in requests if "plot=" in url]
    other.click(SUBMIT)
    expect(other.locator("[data-result]")).to_be_visible()
    other.close()


def test_what_was_typed_outlives_a_reload_and_can_be_cleared(page, site):
    page.goto(site + "/check/")
    page.fill("#id_leading_industry", "智能家居")
    page.reload()
    expect(page.locator("#id_leading_industry")).to_have_value("智能家居")
    page.locator("[data-clear]").click()
    expect(page.locator("#id_leading_industry")).to_have_value("")


def test_a_refusal_leads_from_the_summary_to_the_field(page, site):
    page.goto(site + "/check/")
    page.fill("#id_coordinates", "not coordinates")
    page.click(SUBMIT)
    expect(page.locator("[data-errors]")).to_be_focused()
    page.locator("[data-errors] a").first.click()
    assert re.search("#id_coordinates$", page.url)
    expect(page.locator("#id_coordinates")).to_have_value("not coordinates")


def test_a_plot_drawn_on_the_map_needs_no_file(page, site, complaints):
    page.goto(site + "/check/")
    canvas = page.locator("#drawing-map .maplibregl-canvas")
    expect(page.locator("#drawing-map[data-map-state=ready]")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="绘制地块").click()
    for x, y in ((300, 200), (320, 200), (320, 220)):
        canvas.click(position={"x": x, "y": y})
    page.get_by_role("button", name="闭合").click()
    expect(page.locator("#id_crs")).to_have_value("4490")
    assert len(page.input_value("#id_coordinates").splitlines()) == 3

    page.select_option("#id_industrial", "all")
    page.click(SUBMIT)
    expect(page.locator("[data-result]")).to_be_visible()
    assert complaints == []


def test_the_map_to_zoom_takes_the_place_of_the_plan(page, site, tmp_path):
    plot = tmp_path / "plot.txt"
    plot.write_bytes(short_txt())
    page.goto(site + "/check/")
    page.set_input_files("#id_survey_file", plot)
    page.click(SUBMIT)
    expect(page.locator("svg.plot")).to_be_visible()
    expect(page.locator("#plot-map[data-map-state=ready]")).to_be_visible(timeout=30_000)
    expect(page.locator("svg.plot")).to_be_hidden()


def test_everything_works_without_javascript(browser, site, tmp_path):
    plot = tmp_path / "plot.txt"
    plot.write_bytes(short_txt())
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site + "/check/")
    page.set_input_files("#id_survey_file", plot)
    page.click(SUBMIT)
    expect(page.locator("svg.plot")).to_be_visible()

    page.fill("#id_gap_m", "20")  # the file travels with the page
    page.click(SUBMIT)
    expect(page.locator("li.finding", has_text="互不相连的部分数").first.locator(".verdict-met")).to_be_visible()
    page.context.close()


def test_the_keyboard_alone_checks_a_plot(page, site, tmp_path):
    page.goto(site + "/check/")
    page.focus("#id_coordinates")
    page.keyboard.insert_text(complying_txt().decode("gbk"))
    for _ in range(40):
        if page.evaluate("document.activeElement.matches('.check-acts [type=submit]')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_be_focused()


def test_a_text_too_long_for_a_form_goes_as_a_file(page, site):
    page.goto(site + "/check/")
    page.locator("#id_coordinates").evaluate("(field, text) => { field.value = text }", "[" * 3_000_000)
    page.fill("#id_leading_industry", "智能家居")
    page.click(SUBMIT)
    expect(page.locator("[data-errors]")).to_be_visible()
    expect(page.locator("#id_leading_industry")).to_have_value("智能家居")


def test_on_a_phone_the_verdict_comes_first(page, site, tmp_path):
    plot = tmp_path / "plot.txt"
    plot.write_bytes(short_txt())
    page.set_viewport_size(PHONE)
    page.goto(site + "/check/")
    page.set_input_files("#id_survey_file", plot)
    page.click(SUBMIT)
    tops = [
        page.locator(part).bounding_box()["y"] for part in ("#verdict", ".check-findings", ".plot-map", "#check-form")
    ]
    assert tops == sorted(tops)


def test_a_share_link_cut_short_is_told(page, site):
    page.goto(site + "/check/#plot=eJx")
    expect(page.locator("[data-form-note]")).to_contain_text("链接不完整")
