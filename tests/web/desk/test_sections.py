"""A plan's text written by two at once: other parts go beside each other, and of the same part nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from jijuqu.cases.models import Section
from tests.cases import people
from tests.cases.builders import a_draft
from tests.web.desk.at_work import a_day, form_of, said, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


@pytest.fixture
def two():
    """Two officers of one district, each at a desk, and the addresses of the first two parts of their plan."""
    one, other = people.drafter(), people.drafter("second")
    case = a_draft(one, date(2022, 3, 14))
    parts = [f"/desk/cases/{case.number}/plan/section/?section={each.pk}" for each in case.sections.order_by("pk")[:2]]
    return sit_down(Client(), one), sit_down(Client(), other), parts


def test_two_write_different_parts_and_neither_is_stopped(two):
    one, other, parts = two
    mine, theirs = form_of(one.get(parts[0])), form_of(other.get(parts[1]))

    assert other.post(parts[1], theirs | {"text": "现状"}).status_code == 302
    assert one.post(parts[0], mine | {"text": "背景"}).status_code == 302
    assert list(Section.objects.exclude(text="").order_by("pk").values_list("text", flat=True)) == ["背景", "现状"]


def test_who_comes_second_sees_both_texts_and_saves_them_as_one(two):
    one, other, (part, _) = two
    mine = form_of(one.get(part))
    answer = other.get(part)
    assert "drafter正在编写这一部分" in said(answer)
    other.post(part, form_of(answer) | {"text": "第二人写的"})

    refused = one.post(part, mine | {"text": "第一人写的"})
    assert refused.status_code == 422
    for words in ("second已先保存了第1版", "第一人写的", "第二人写的"):
        assert words in said(refused)
    assert one.post(part, form_of(refused) | {"text": "两人写的"}).status_code == 302
    assert Section.objects.get(text="两人写的").edition == 2
