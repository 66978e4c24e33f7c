"""What is final is kept by the database itself: it is neither changed, removed, replaced nor emptied."""

import pytest
from django.db import IntegrityError, connection, transaction

from jijuqu.journal import guards, seals
from jijuqu.journal.actions import record
from tests.journal.entries import DAY, acted, behind_the_application, first_fault
from tests.journal.ledger.models import Deed

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    deed = Deed.objects.create(text="草稿")
    acted(deed, subject="deed:1")
    return deed


@pytest.fixture
def final(draft):
    draft.number, draft.text = "5号", "定稿"
    draft.save()
    acted(draft, subject="deed:1")
    return draft


def refused(sql):
    with pytest.raises(IntegrityError, match="已定稿"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_draft_is_changed_and_removed_like_any_row(draft):
    Deed.objects.update(text="改稿")
    Deed.objects.all().delete()
    assert not Deed.objects.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_deed SET text = 'x'",
        "UPDATE ledger_deed SET number = ''",
        "UPDATE ledger_deed SET text = text",
        "DELETE FROM ledger_deed",
    ],
)
def test_what_is_final_is_neither_changed_nor_removed(final, sql):
    refused(sql)
    assert first_fault() is None


def test_sqlite_does_not_replace_what_is_final(final):
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite can replace a row while it inserts one.")
    refused(f"INSERT OR REPLACE INTO ledger_deed (id, number, text) VALUES ({final.pk}, '5号', 'x')")


def test_postgresql_does_not_empty_the_table(final):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE.")
    connection.check_constraints()
    refused("TRUNCATE ledger_deed")


def test_seals_that_were_taken_away_are_missed(final):
    connection.check_constraints()
    seals.unseal(connection)

    assert first_fault() == ("table:journal_event", "guards_altered")

    seals.seal(connection)
    assert first_fault() is None


def test_a_seal_whose_condition_was_weakened_is_found(final):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's triggers are told by their names.")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_deed_sealed_update")
        cursor.execute(
            "CREATE TRIGGER ledger_deed_sealed_update BEFORE UPDATE ON ledger_deed WHEN 0 BEGIN SELECT 1; END"
        )

    assert not guards.are_as_installed(connection)


def test_what_is_changed_while_the_seals_are_lifted_is_found(final):
    with behind_the_application():
        Deed.objects.update(text="x")

    assert first_fault() == (f"ledger.deed:{final.pk}", "row_changed")
    refused("UPDATE ledger_deed SET text = '定稿'")


def test_acts_go_on_recording_rows_that_are_final(final):
    record("ledger.read", "deed:1", actor=None, on=DAY, wrote=[final])
    assert first_fault() is None
