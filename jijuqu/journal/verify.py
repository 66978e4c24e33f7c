"""Whether the record is whole: chain, rows, files, and what guards them; and if not, where it first is not."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from jijuqu.journal import guards
from jijuqu.journal.faults import Fault
from jijuqu.journal.head import head_fault
from jijuqu.journal.keys import public_key
from jijuqu.journal.models import Event
from jijuqu.journal.verify_attachments import first_attachment_fault
from jijuqu.journal.verify_events import walk
from jijuqu.journal.verify_rows import first_row_fault
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from jijuqu.journal.head import Head


class Verdict(NamedTuple):
    """Whether the record is whole, how many events it has, and its first fault."""

    whole: bool
    events: int
    first_fault: Fault | None


def verify(head: Head | None = None) -> Verdict:
    """Verify everything as of one moment; officers may go on working meanwhile.

    First the chain from its first event on and against the exported `head`, then the rows in the order of the events
    that last spoke of them, then the files, then the guards. Raises KeyFileError where events stand and no key.
    """
    with _one_moment():
        events = Event.objects.count()
        fault = _first_fault(head, public_key() if events or head else None)
    return Verdict(fault is None, events, fault)


def _first_fault(head: Head | None, key: Ed25519PublicKey | None) -> Fault | None:
    chain = walk(key)
    return (
        chain.fault
        or (head and head_fault(head, chain, key))
        or first_row_fault(chain.rows)
        or first_attachment_fault(chain.rows)
        or _guards_fault()
    )


def _guards_fault() -> Fault | None:
    if guards.are_as_installed(connection):
        return None
    return Fault("table:journal_event", Message("guards_altered"))


@contextmanager
def _one_moment() -> Iterator[None]:
    """See the database as of one moment without stopping writers, as `transaction.atomic` would on SQLite."""
    if connection.in_atomic_block:
        yield
        return
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY" if postgresql else "BEGIN")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
