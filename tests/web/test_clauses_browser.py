"""The page of clauses in a browser: a link to a clause, a search without JavaScript, the page on paper."""

import pytest
from playwright.sync_api import expect

from jijuqu.policy.notices import NOTICES
from tests.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_link_to_a_clause_leads_to_it(page, live_server):
    page.goto(f"{live_server.url}/clauses/#二（四）2")

    expect(page.locator(".clause:target")).to_be_in_viewport()
    expect(page.locator(".clause:target h2")).to_have_text("二（四）2 推进产城融合")


def test_without_javascript_clauses_are_looked_for(browser, live_server):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/clauses/")

    page.get_by_label("在条文中查找").fill("10亩")
    page.get_by_role("button", name="查找").click()

    expect(page.locator(".clause h2")).to_have_text(["二（四）2 推进产城融合"])
    context.close()


def test_on_paper_every_clause_is_there_and_the_search_is_not(page, live_server):
    page.goto(f"{live_server.url}/clauses/")
    page.emulate_media(media="print")

    expect(page.locator(".clause")).to_have_count(len(NOTICES[-1].clauses))
    expect(page.locator(".clauses-search")).to_be_hidden()
    expect(page.locator(".clauses-contents")).to_be_hidden()
