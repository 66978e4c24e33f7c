"""The database itself keeps events from being changed, removed, or added anywhere but at the end."""

import pytest
from django.db import IntegrityError, connection, transaction

from jijuqu.journal.models import Event
from tests.journal.entries import acted, behind_the_application, first_fault
from tests.own_database import POSTGRESQL, site_owned_by

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def events():
    return [acted() for _ in range(3)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_event SET act = 'x' WHERE number = 2",
        "UPDATE journal_event SET number = 9 WHERE number = 3",
        "DELETE FROM journal_event WHERE number = 3",
        "DELETE FROM journal_event",
    ],
)
def test_events_are_neither_changed_nor_removed(sql):
    with pytest.raises(IntegrityError, match="只增不改"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert first_fault() is None


def test_postgresql_does_not_empty_the_table_either():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE.")
    connection.check_constraints()
    with pytest.raises(IntegrityError, match="只增不改"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE journal_event CASCADE")


def test_sqlite_does_not_replace_an_event():
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite can replace a row while it inserts one.")
    with pytest.raises(IntegrityError, match="最后一条之后"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO journal_event SELECT * FROM journal_event WHERE number = 2")


@pytest.mark.parametrize("wrong", [{"number": 5}, {"number": 0}, {"previous": ""}, {"previous": "0" * 64}])
def test_an_event_that_does_not_follow_the_last_is_refused(events, wrong):
    following = {"number": 4, "previous": events[-1].digest, "digest": "1" * 64}
    columns = Event.objects.filter(number=3).values().get() | following

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(**columns | wrong)
    Event.objects.create(**columns)


def test_guards_that_were_lifted_stand_again():
    with behind_the_application():
        Event.objects.filter(number=3).delete()

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(number=2).delete()


AS_AN_ORDINARY_OWNER = """
from datetime import date
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from jijuqu.journal.actions import record
with transaction.atomic():
    record("ledger.write", "x", actor=None, on=date(2022, 3, 1))
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE pointing (event bigint REFERENCES journal_event)")
    cursor.execute("INSERT INTO pointing VALUES (1)")  # takes a lock on the event, which wants a right to update
    for sql in ("DELETE FROM journal_event", "UPDATE journal_event SET act = ''", "TRUNCATE journal_event CASCADE"):
        try:
            cursor.execute(sql)
        except ProgrammingError as error:
            print(error)
"""


def test_an_ordinary_owner_of_the_tables_has_no_right_to_change_events(tmp_path):
    """PostgreSQL's superuser is above all rights; a site's own user is not."""
    if not POSTGRESQL:
        pytest.skip("SQLite knows no rights.")
    with site_owned_by("clerk", tmp_path) as site:
        assert site.run(AS_AN_ORDINARY_OWNER).count("permission denied for table journal_event") == 3
