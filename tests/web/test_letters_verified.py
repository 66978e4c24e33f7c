"""公文核验 and 进度查询: what the public may learn of letters and plans, and what not."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import letters, reviewing
from jijuqu.cases.queries import whole
from tests.cases import lives, people
from tests.cases.builders import a_draft, a_scan, by, complete

pytestmark = pytest.mark.django_db


@pytest.fixture
def who():
    return lives.cast()


@pytest.fixture
def case(who):
    return a_draft(who.drafter)


def drafted(case, who, **rest):
    return letters.draft_letter(
        case, "opinion_request", who.drafter.organisation, {}, by(who.drafter, date(2022, 3, 2)), **rest
    )


def sent(case, who, number, **rest):
    letter = drafted(case, who, **rest)
    letters.register_letter(letter, number, date(2022, 3, 3), a_scan(number), by(who.drafter, date(2022, 3, 3)))
    return letter


def test_a_letter_that_was_sent_is_confirmed_by_its_code_and_by_its_number_however_it_is_typed(client, case, who):
    letter = sent(case, who, "梁平经信〔2022〕9号")
    for address in (f"/verify/{letter.token}/", "/verify/?code=梁平经信[2022]第009号"):
        page = client.get(address).content.decode()
        assert "该公文已登记发出" in page
        assert "梁平区经济和信息化委员会" in page
        assert "2022-03-03" in page


def test_a_draft_is_not_confirmed(client, case, who):
    response = client.get(f"/verify/{drafted(case, who).token}/")
    assert response.status_code == 404
    assert "没有查到" in response.content.decode()


@pytest.mark.parametrize("typed", ["梁平经信〔2022〕99号", "不是文号", "x" * 500, "'; drop table", "\u202e"])
def test_what_was_never_sent_is_said_to_be_unknown(client, typed):
    response = client.get("/verify/", {"code": typed})
    assert (response.status_code, "没有查到" in response.content.decode()) == (404, True)


def test_a_letter_that_was_corrected_says_by_which(client, case, who):
    first = sent(case, who, "梁平经信〔2022〕9号")
    sent(whole(case.pk), who, "梁平经信〔2022〕10号", replaces=first)
    assert "已由 梁平经信〔2022〕10号 更正" in client.get(f"/verify/{first.token}/").content.decode()


def test_a_draft_plan_is_not_followed_by_the_public_but_one_under_review_is(client, who):
    case = a_draft(who.drafter)
    assert case.title not in client.get("/progress/").content.decode()
    complete(case, who.drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    reviewing.start_district_review(case.pk, asked, by(who.drafter, date(2022, 3, 2)))
    assert case.title in client.get("/progress/").content.decode()


def test_a_decision_is_not_told_before_the_reply(client, who):
    case = lives.decided(who)
    page = client.get("/progress/", {"q": case.number}).content.decode()
    assert case.title in page
    assert "市级审查" in page
    assert "全部同意" not in page


def test_the_pages_speak_english(client, case, who):
    letter = sent(case, who, "梁平经信〔2022〕9号")
    assert client.get(f"/en/verify/{letter.token}/").status_code == 200
    assert client.get("/en/progress/").status_code == 200
