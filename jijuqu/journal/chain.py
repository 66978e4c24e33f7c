"""How an event is bound to the one before it: its digest, what is signed, and who may append next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from jijuqu.journal import hashing
from jijuqu.journal.canonical import canonical
from jijuqu.journal.keys import make_signing_key, signing_key
from jijuqu.journal.models import Event
from jijuqu.tables.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_end = Prepared(lambda: Event.objects.order_by("-number").values_list("number", "digest")[:1])
CHAIN_LOCK = 0x6A_6A_71  # PostgreSQL's advisory lock on the end of the chain; the number spells "jjq"

# The columns of an event that its digest covers: all but the digest itself and the signature on it.
COVERED = ("number", "act", "subject", "on", "entered_at", "actor_id", "details", "rows", "paper_id", "algorithm",
           "previous")  # fmt: skip


def event_digest(values: Mapping[str, Any]) -> str:
    """Return the digest of an event's columns under the algorithm that it names (ValueError for an unknown one)."""
    text = canonical({"event": {column: values[column] for column in COVERED}})
    return hashing.digest(text.encode(), values["algorithm"])


def signed_event(digest: str) -> bytes:
    """Return what the journal's key signs for an event; the word in front keeps it apart from the head of a chain."""
    return b"jijuqu event " + digest.encode()


def lock_end() -> tuple[int, str]:
    """Return number and digest of the last event (0 and "" for none) and let nobody append until the transaction ends.

    On SQLite a transaction that may write holds the only lock there is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    return next(iter(_end()), (0, ""))


def key_for(last_number: int) -> Ed25519PrivateKey:
    """Return the key that signs what comes after the event of that number; a new journal is given one.

    A journal with events is never given another key: KeyFileError where its own is missing.
    """
    return signing_key() if last_number else make_signing_key()
