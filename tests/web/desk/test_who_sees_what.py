"""Whoever is not signed in is asked to; a case that may not be seen is not there."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases import people
from tests.cases.builders import a_draft

pytestmark = pytest.mark.django_db


def test_a_stranger_is_asked_to_sign_in(client):
    answer = client.get("/desk/")

    assert answer.status_code == 302
    assert "next=/desk/" in answer["Location"]


def test_a_drafter_of_another_district_finds_no_such_case(client):
    case = a_draft(people.drafter(), date(2022, 3, 1))
    client.force_login(people.drafter("other", "500101"))

    assert client.get(f"/desk/cases/{case.number}/").status_code == 404


def test_the_districts_own_drafter_sees_it(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    client.force_login(drafter)

    assert case.title in client.get(f"/desk/cases/{case.number}/").content.decode()
