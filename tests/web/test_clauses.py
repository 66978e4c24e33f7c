"""条文: every clause and rule has its place and address, in both languages."""

import html

import pytest

from jijuqu.policy.notices import NOTICES

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
