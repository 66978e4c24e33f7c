"""A migration that changes a covered table proves its rows before and records them anew after."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from jijuqu.journal import migrating
from jijuqu.journal.migrating import NotAsRecordedError, prove, restate
from jijuqu.journal.models import Event
from tests.journal.entries import a_page, acted, behind_the_application, first_fault
from tests.journal.ledger.models import Page

pytestmark = pytest.mark.django_db


def run(step):
    step(apps, SimpleNamespace(connection=connection))


def new_column():
    """Stands for a column added by the migration: all rows get another value."""
    Page.objects.update(count=7)


def test_without_the_two_steps_every_row_seems_changed():
    page = a_page()
    new_column()

    assert first_fault() == (f"ledger.page:{page.pk}", "row_changed")


def test_with_them_the_record_is_whole(monkeypatch):
    monkeypatch.setattr(migrating, "ROWS_AN_EVENT", 2)
    pages = [a_page(title) for title in "甲乙丙"]

    run(prove("ledger", "Page"))
    new_column()
    run(restate("ledger", "Page"))

    assert first_fault() is None
    restated = Event.objects.filter(act="journal.restate", subject="table:ledger.page")
    assert [len(event.rows) for event in restated] == [2, 1]
    assert {row for event in restated for row in event.rows} == {f"ledger.page:{page.pk}" for page in pages}


def test_a_change_made_behind_the_application_stops_the_migration():
    page = a_page()
    Page.objects.filter(pk=page.pk).update(title="x")

    with pytest.raises(NotAsRecordedError, match=f"ledger.page:{page.pk}"):
        run(prove("ledger", "Page"))


def test_a_chain_that_is_not_whole_stops_it_too():
    a_page()
    with behind_the_application():
        Event.objects.update(act="x")

    with pytest.raises(NotAsRecordedError, match="Event 1"):
        run(prove("ledger", "Page"))


def test_a_new_database_has_nothing_to_prove_or_to_restate():
    run(prove("ledger", "Page"))
    run(restate("ledger", "Page"))

    assert not Event.objects.exists()


def test_seeds_of_a_migration_are_recorded_through_its_own_models():
    """A data migration knows tables as they were then; what it enters is recorded all the same."""
    then = MigrationExecutor(connection).loader.project_state([("ledger", "0001_ledger")]).apps
    page = then.get_model("ledger", "Page").objects.create(title="甲")
    acted(page, act="ledger.seed")

    assert first_fault() is None
