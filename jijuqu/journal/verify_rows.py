"""Holds every row of the covered tables against what the chain last said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.journal.covered import coverage, covered_models
from jijuqu.journal.faults import UNREADABLE, Fault
from jijuqu.journal.models import PersonalSalt
from jijuqu.journal.stored import columns, readable_rows, row_digest
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import Model

    from jijuqu.journal.stored import Values
    from jijuqu.journal.verify_events import Recorded

Found = tuple[int, Fault]
NEVER = 1 << 63  # sorts rows that no event speaks of behind all others


def first_row_fault(recorded: dict[str, Recorded], models: Iterable[type[Model]] | None = None) -> Fault | None:
    """Return the fault of the row that the earliest event speaks of; rows that none speaks of come last."""
    faults = [found for model in models or covered_models() for found in _table_faults(model, recorded)]
    return min(faults, key=lambda found: found[0])[1] if faults else None


def _table_faults(model: type[Model], recorded: dict[str, Recorded]) -> Iterator[Found]:
    """Yield the faults of one table's rows, each with the number of the event that last spoke of the row."""
    label = model._meta.label_lower
    missing = {row for row, last in recorded.items() if row.startswith(f"{label}:") and last.digest is not None}
    salts = _salts() if coverage(model).personal else {}
    for name, values in readable_rows(model, columns(model)):
        missing.discard(name)
        last = recorded.get(name)
        if last is None:
            if not coverage(model).loose:
                yield NEVER, Fault(name, Message("row_added", {"row": name}))
        elif code := _wrong_with(name, values, salts.get(name), last):
            yield last.event, Fault(name, Message(code, {"row": name, "event": last.event}))
    for name in sorted(missing):
        yield recorded[name].event, Fault(name, Message("row_removed", {"row": name, "event": recorded[name].event}))


def _salts() -> dict[str, bytes]:
    return {row: bytes(salt) for row, salt in PersonalSalt.objects.values_list("row", "salt")}


def _wrong_with(name: str, values: Values | None, salt: bytes | None, last: Recorded) -> str | None:
    """Return the code of what is wrong with a row that an event speaks of."""
    if last.digest is None:
        return "row_is_back"
    try:
        same = values is not None and row_digest(name, values, salt, last.algorithm) == last.digest
    except UNREADABLE:
        same = False
    return None if same else "row_changed"
