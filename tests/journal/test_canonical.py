"""A row has one text, whatever database gave it back; two different rows have two."""

import json
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.journal.canonical import canonical
from jijuqu.journal.stored import columns, row_digest, stored_rows
from tests.journal.ledger.models import Page

CHONGQING = timezone(timedelta(hours=8))

# PostgreSQL keeps neither NUL nor half of a surrogate pair in JSON.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)

A_PAGE = {
    "id": 7,
    "title": "集聚区 𠀀 “x”",
    "count": -3,
    "share": 0.1 + 0.2,
    "price": Decimal("1234567890.50"),
    "day": date(2022, 2, 28),
    "moment": datetime(2022, 3, 1, 7, 59, 59, 1, tzinfo=CHONGQING),
    "hour": time(9, 30),
    "span": timedelta(days=3, microseconds=1),
    "open": True,
    "data": {"b": [1.0, 1e16, 1e-7, -0.0, 9007199254740993], "a": {"甲": None}, "": "\u2028"},
    "shape": b"\x00\x01\xff",
    "mark": UUID("12345678123456781234567812345678"),
}

A_PAGES_DIGEST = "ae16fcab0f8b8b1570b47e1e530492d31515a231903fb12c6f03e8d5b5c53b2b"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (1, "1"),
        (1.0, "1"),
        (-0.0, "0"),
        (1e16, "10000000000000000"),
        (1e-7, "0.0000001"),
        (Decimal("12.50"), "12.5"),
        (Decimal("0E-2"), "0"),
        (100, "100"),
        ("1", '"1"'),
        ("亩", r'"\u4ea9"'),
        (b"ok", 'x"6f6b"'),
        (date(2022, 3, 1), '"2022-03-01"'),
        (datetime(2022, 3, 1, 8, tzinfo=CHONGQING), '"2022-03-01T00:00:00.000000+00:00"'),
        (time(9, 30), '"09:30:00"'),
        (timedelta(seconds=1), "1000000"),
        ({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}'),
    ],
)
def test_every_kind_of_value_has_a_text(value, text):
    assert canonical(value) == text


def test_a_kind_without_a_text_is_refused():
    with pytest.raises(TypeError, match="complex has no canonical form"):
        canonical(1j)


def exact(value):
    """The value with numbers as the decimals they are written as, and with true told from 1 and "1"."""
    match value:
        case bool():
            return f"is {value}"
        case int() | float():
            return Decimal(repr(value))
        case str():
            return f"“{value}”"
        case list():
            return [exact(each) for each in value]
        case dict():
            return {key: exact(each) for key, each in value.items()}
    return value


@given(VALUES)
def test_the_text_is_json_that_says_the_same(value):
    read = json.loads(canonical(value), parse_int=Decimal, parse_float=Decimal)

    assert canonical(read) == canonical(value)
    assert exact(json.loads(canonical(value))) == exact(value)


@given(VALUES, VALUES)
def test_different_values_have_different_texts(one, other):
    assert (canonical(one) == canonical(other)) == (exact(one) == exact(other))


@pytest.mark.django_db
@given(VALUES)
def test_json_comes_back_from_this_database_with_the_text_it_went_in_with(value):
    with transaction.atomic():
        page = Page.objects.create(title="x", data={"value": value})
        assert canonical(stored(page)["data"]) == canonical({"value": value})
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_row_has_the_same_digest_on_every_database():
    """The digest was taken once, on SQLite; PostgreSQL must come to it as well."""
    page = Page.objects.create(**A_PAGE)

    assert canonical(stored(page)) == canonical(A_PAGE | {"scan_id": None})
    assert row_digest("ledger.page:7", stored(page), None, "SM3") == A_PAGES_DIGEST


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "spelling"),
    [
        ("day", "'2022-2-28'"),
        ("moment", "'2022-02-28 23:59:59.0000010'"),
        ("hour", "'09:30'"),
        ("data", """'{"b": 1,"b": 2}'"""),
        ("title", "x'6f6b'"),
        ("count", "'three'"),
        ("open", "2"),
        ("share", "'0.3x'"),
    ],
)
def test_another_spelling_of_the_same_value_is_another_value(column, spelling):
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite keeps what is written as it was spelt.")
    page = Page.objects.create(**A_PAGE)
    before = canonical(stored(page))

    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_page SET {column} = {spelling}")

    assert canonical(stored(page)) != before


def stored(page):
    ((_name, values),) = stored_rows(Page, columns(Page), [page.pk])
    return values
