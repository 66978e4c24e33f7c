"""A prepared query gives what the query itself gives, whatever values it is asked with."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jijuqu.registry.models import QuotaHolder
from jijuqu.tables.dated import in_force_on
from jijuqu.tables.prepared import ByKey, Prepared


def holders(kind, day):
    in_force = QuotaHolder.objects.filter(in_force_on(day), kind=kind).exclude(code="500157")
    return in_force.order_by("code").values_list("code", "first_day", "last_day")


prepared = Prepared(holders, "x", date(1900, 1, 1))
days = st.dates(date(2021, 1, 1), date(2026, 12, 31))


class PreparedQueries(TestCase):
    @given(st.sampled_from(["district", "county", "committee", "'; --"]), days)
    def test_rows_are_those_of_the_query_itself(self, kind, day):
        assert list(prepared(kind, day)) == list(holders(kind, day))


@pytest.mark.django_db
def test_a_row_by_its_key_is_that_of_get():
    fetched = ByKey(QuotaHolder, example="x")("500116")
    asked = QuotaHolder.objects.get(pk="500116")
    assert {field.attname: getattr(fetched, field.attname) for field in QuotaHolder._meta.concrete_fields} == {
        field.attname: getattr(asked, field.attname) for field in QuotaHolder._meta.concrete_fields
    }
    assert fetched == asked
    assert not fetched._state.adding


@pytest.mark.django_db
def test_a_column_left_out_is_fetched_when_it_is_asked_for(django_assert_num_queries):
    by_key = ByKey(QuotaHolder, but=("outline_wkb",), example="x")
    with django_assert_num_queries(1):
        holder = by_key("500116")
    with django_assert_num_queries(1):
        assert holder.outline is not None


@pytest.mark.django_db
def test_a_key_that_is_not_there_raises_what_get_raises():
    with pytest.raises(QuotaHolder.DoesNotExist, match="999999"):
        ByKey(QuotaHolder, example="x")("999999")


@pytest.mark.django_db
def test_a_value_that_the_query_never_asks_for_is_refused():
    with pytest.raises(ValueError, match="asked for"):
        Prepared(lambda _day: QuotaHolder.objects.values_list("code"), date(1900, 1, 1))(date(2022, 1, 1))
