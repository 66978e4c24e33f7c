"""园外集聚区数量控制 and 园区集聚区用地占比 on the desk."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import city
from jijuqu.cases.models import Case
from tests.cases import lives, people
from tests.cases.builders import by
from tests.registry.entries import a_park, recorded, under_review

pytestmark = pytest.mark.django_db


def page(client, person, address):
    client.force_login(person)
    return client.get(address)


def test_places_are_shown_with_their_cases_and_what_is_left(client):
    who = lives.cast()
    case = lives.decided(who, clusters=2, refused=(2,))
    said = page(client, who.officer, "/desk/slots/").content.decode()
    assert case.number in said
    assert "梁平区智能家居中小企业集聚区" in said
    assert "已用 1/5" in said
    assert "还有 4 个名额" in said


def test_a_place_under_review_bears_the_name_that_the_cluster_is_to_have(client):
    who = lives.cast()
    lives.applied(who)
    city.receive(Case.objects.get().pk, by(who.officer, date(2022, 3, 18)))
    said = page(client, who.officer, "/desk/slots/").content.decode()
    assert "梁平区智能家居中小企业集聚区" in said
    assert "梁平区" not in said.split("尚未占用名额的区县")[1]
    assert "江津区" in said.split("尚未占用名额的区县")[1]


def test_a_district_sees_its_own_places_alone(client):
    under_review("c1")
    other = people.drafter("elsewhere", holder="500116")
    said = page(client, other, "/desk/slots/").content.decode()
    assert "江津区" in said
    assert "梁平区" not in said


def test_departments_do_not_compare_districts(client):
    assert page(client, people.reviewer("city-ecology"), "/desk/slots/").status_code == 403


def test_parks_below_the_share_say_by_how_much(client):
    park = a_park(industrial_land_m2=1_000_000.0)
    recorded(park, industrial_land_m2=60_000.0)
    said = page(client, people.city_officer(), "/desk/park-shares/").content.decode()
    assert "需作特殊情况说明，差 60.00 亩" in said
    assert "6.0%" in said


def test_both_pages_speak_english(client):
    client.force_login(people.city_officer())
    for address in ("/en/desk/slots/", "/en/desk/park-shares/"):
        assert client.get(address).status_code == 200
