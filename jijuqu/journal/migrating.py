"""For migrations that change the columns of a covered table, and with them the digests of all its rows.

    operations = [
        migrations.RunPython(prove("cases", "Case"), migrations.RunPython.noop),
        migrations.AddField("case", …),
        migrations.RunPython(restate("cases", "Case"), migrations.RunPython.noop),
    ]

`prove` refuses to go on where the rows are not as they were recorded, so that a change made behind the application is
not taken over; `restate` then records every row as it is now; of a table whose rows may stand there before an act
speaks of them, those that one spoke of. Without them `verify` finds every row changed.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from django.utils import timezone

from jijuqu.journal.actions import record
from jijuqu.journal.covered import coverage
from jijuqu.journal.keys import public_key
from jijuqu.journal.models import Event
from jijuqu.journal.stored import row_key
from jijuqu.journal.verify_events import walk
from jijuqu.journal.verify_rows import first_row_fault
from jijuqu.words.said import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.models import Model

    Step = Callable[[Apps, BaseDatabaseSchemaEditor], None]

ROWS_AN_EVENT = 1000


class NotAsRecordedError(Exception):
    """A table that is to be migrated is not as it was recorded."""


def prove(app_label: str, model_name: str) -> Step:
    """Return the step that stops a migration where the chain or a row of the table is not as recorded."""

    def step(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
        model = apps.get_model(app_label, model_name)
        chain = walk(public_key() if Event.objects.exists() else None)
        if fault := chain.fault or first_row_fault(chain.rows, [model]):
            raise NotAsRecordedError(f"{say(fault.message, 'zh')}\n{say(fault.message, 'en')}")

    return step


def restate(app_label: str, model_name: str) -> Step:
    """Return the step that records every row of a table, or every one that an act spoke of, as it is now."""

    def step(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
        model = apps.get_model(app_label, model_name)
        subject, day = f"table:{model._meta.label_lower}", timezone.localdate()
        rows = _to_restate(model)
        while chunk := list(islice(rows, ROWS_AN_EVENT)):
            record("journal.restate", subject, actor=None, on=day, wrote=chunk)

    return step


def _to_restate(model: type[Model]) -> Iterator[Model]:
    rows = model._base_manager.order_by("pk").iterator()
    if not coverage(model).loose:
        return rows
    spoken_of = walk(public_key() if Event.objects.exists() else None).rows
    return (row for row in rows if row_key(row) in spoken_of)
