"""条文: every clause and rule has its place and address, in both languages."""

import html
import re

import pytest

from jijuqu.policy.notices import NOTICES
from tests.conftest import PHONE, WIDE

pytestmark = pytest.mark.django_db
NOTICE = NOTICES[-1]


@pytest.mark.parametrize("address", ["/clauses/", "/en/clauses/"])
def test_every_clause_and_every_rule_has_one_anchor_and_its_words(client, address):
    page = html.unescape(client.get(address).content.decode())
    for citation in NOTICE.clauses:
        assert page.count(f'id="{citation}"') == 1
    for rule in NOTICE.rules:
        assert page.count(f'id="{rule.name}"') == 1
        assert rule.quote in page


def test_english_readers_get_an_unofficial_translation_and_the_official_words(client):
    page = html.unescape(client.get("/en/clauses/").content.decode())
    assert NOTICE.translation["文末"].text in page
    assert NOTICE.clauses["文末"].text in page


def test_what_is_looked_for_is_kept_in_the_address_and_the_rest_left_out(client):
    page = client.get("/clauses/", {"q": "10亩"}).content.decode()
    assert 'id="二（四）2"' in page
    assert 'id="二（一）1"' not in page
    assert 'value="10亩"' in page


def test_nothing_found_says_what_to_do(client):
    assert "显示全部条文" in client.get("/clauses/", {"q": "没有这样的字"}).content.decode()


def test_settings_of_the_product_are_marked_as_not_the_notices(client):
    assert "非通知规定" in client.get("/clauses/").content.decode()


@pytest.mark.parametrize(("address", "language"), [("/clauses/", "zh"), ("/en/clauses/", "en")])
def test_words_that_no_rule_asks_about_stand_under_their_clause_with_the_reason(client, address, language):
    page = html.unescape(client.get(address).content.decode())
    for each in NOTICE.uncovered:
        clause = page.split(f'id="{each.clause}"')[1].split("</section>")[0]
        assert f"“{each.quote}”" in clause
        assert each.text.say(language) in clause
    assert all(doubt.text.say(language) in page for doubt in NOTICE.doubts)


@pytest.mark.parametrize("address", ["/clauses/", "/en/clauses/"])
def test_each_place_on_the_page_has_an_address_of_its_own_and_the_contents_lead_to_every_clause(client, address):
    page = html.unescape(client.get(address).content.decode())
    places = re.findall(r'\bid="([^"]+)"', page)
    assert len(places) == len(set(places))
    contents = page[page.index('class="clauses-contents') :].partition("</nav>")[0]
    assert re.findall(r'href="#([^"]+)"', contents) == list(NOTICE.clauses)


@pytest.mark.parametrize("address", ["/clauses/", "/en/clauses/"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desk", "phone"])
def test_readers_meet_no_accessibility_fault_and_nothing_runs_over_the_edge(
    live_server, page, axe, complaints, address, viewport
):
    page.set_viewport_size(viewport)
    page.goto(live_server.url + address)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []
