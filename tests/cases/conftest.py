"""People of two districts and the city, and a survey that is measured once for all tests."""

import pytest

from jijuqu.cases.actions import drafting
from tests.cases.city import City, measured


@pytest.fixture
def people():
    return City()


@pytest.fixture
def quick_survey(monkeypatch):
    """Take every boundary for the one that was measured once."""
    land = measured()
    monkeypatch.setattr(drafting, "measure", lambda *_args, **_options: land)
    return land
