"""People of two districts and the city, and a survey that is measured once for all tests."""

from datetime import date

import pytest

from jijuqu.cases.actions import drafting
from tests.cases.city import LIANGPING, City, hand, measured, under_city_review


@pytest.fixture
def people():
    return City()


@pytest.fixture
def quick_survey(monkeypatch):
    """Take every boundary for the one that was measured once."""
    land = measured()
    monkeypatch.setattr(drafting, "measure", lambda *_args, **_options: land)
    return land


ON = date(2022, 5, 6)


@pytest.fixture
def drafter(people):
    return hand(people.drafter[LIANGPING], ON)


@pytest.fixture
def case(people, drafter):
    return drafting.open_case(people.holder[LIANGPING], "建设规划", drafter)


@pytest.fixture
def cluster(case):
    return case.clusters.get()


@pytest.fixture
def request_(people):
    """The ecology department of the city, asked for its opinion."""
    return under_city_review(people).reviews.get().requests.get(department="city-ecology")
