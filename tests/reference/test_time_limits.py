"""Promised time limits: settings with source and days, none of them the notice's own."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from jijuqu.journal.models import Event
from jijuqu.procedure.clocks import Kind
from jijuqu.reference.actions import change_time_limit
from jijuqu.reference.models import TimeLimit
from jijuqu.reference.queries import limit_days, time_limits_on

pytestmark = pytest.mark.django_db
DAY = date(2022, 9, 15)


def test_every_clock_but_the_prompt_reply_has_a_promise_from_the_first_day_of_the_notice():
    promised = {kind: limit_days(kind, date(2021, 8, 1)) for kind in Kind}

    assert promised.pop(Kind.REPLY_PROMPT) is None
    assert all(promised.values())
    assert limit_days(Kind.CITY_CHECK, date(2021, 7, 31)) is None


def test_every_promise_says_in_both_languages_that_it_is_not_the_notices():
    for limit in time_limits_on(DAY):
        assert "非通知规定" in limit.source_zh
        assert "not from the notice" in limit.source_en


def test_a_change_holds_from_its_day_and_leaves_the_past_as_it_was():
    before = limit_days(Kind.CITY_OPINION, DAY)

    change_time_limit(Kind.CITY_OPINION, 5, "渝经信办〔2022〕1号", actor=None, on=DAY)

    assert limit_days(Kind.CITY_OPINION, date(2022, 9, 14)) == before
    assert limit_days(Kind.CITY_OPINION, DAY) == 5
    assert Event.objects.get().details == {"working_days": 5, "source": "渝经信办〔2022〕1号"}


@pytest.mark.parametrize(
    ("kind", "days", "source", "on", "sentence"),
    [
        (Kind.CITY_OPINION, 0, "文", DAY, "1至366个工作日"),
        (Kind.CITY_OPINION, 367, "文", DAY, "1至366个工作日"),
        (Kind.CITY_OPINION, 5, "", DAY, "."),
        (Kind.CITY_OPINION, 5, "文", date(2021, 8, 1), "须从其后的日期起执行"),
        (Kind.REPLY_PROMPT, 5, "文", DAY, "及时函复"),
    ],
)
def test_what_cannot_be_promised_is_refused_and_leaves_the_standing_promise(kind, days, source, on, sentence):
    before = list(TimeLimit.objects.values())

    with pytest.raises(ValidationError, match=sentence), transaction.atomic():
        change_time_limit(kind, days, source, actor=None, on=on)

    assert list(TimeLimit.objects.values()) == before


def test_the_database_itself_holds_one_standing_promise_a_kind():
    with pytest.raises(IntegrityError), transaction.atomic():
        TimeLimit.objects.create(kind="city_check", working_days=3, source_zh="文")
    with pytest.raises(IntegrityError), transaction.atomic():
        TimeLimit.objects.update(working_days=0)
