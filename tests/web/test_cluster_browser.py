"""集聚区详情 in a browser: both languages, both widths, by keyboard from the first page, on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import PHONE, WIDE
from tests.web.test_home_browser import city

__all__ = ["city"]  # a fixture

PAGES = ["/clusters/demo-c06/", "/en/clusters/demo-c15/"]


@pytest.mark.parametrize("path", PAGES)
def test_the_page_has_no_accessibility_fault_and_fits(page, axe, complaints, city, path):
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        page.goto(city + path)

        assert axe(page) == []
        assert complaints == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_table_of_the_first_page_leads_there_by_keyboard_and_back(page, city):
    page.goto(city)
    table = page.get_by_role("region", name="已公开的中小企业集聚区")
    table.get_by_role("link", name="永川区智能家居中小企业集聚区").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("永川区智能家居中小企业集聚区")
    page.get_by_role("article").get_by_role("link", name="首页一张图").click()
    expect(page).to_have_url(f"{city}/#demo-c06")


def test_it_is_one_page_of_paper(page, city):
    page.goto(city + PAGES[0])

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
