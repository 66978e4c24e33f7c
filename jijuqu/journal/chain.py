"""How an event is bound to the one before it: the text its digest is taken over, and what is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jijuqu.journal import hashing
from jijuqu.journal.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

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
