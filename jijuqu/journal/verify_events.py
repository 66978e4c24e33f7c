"""Walks the chain from the first event to the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from jijuqu.journal.chain import event_digest, signed_event
from jijuqu.journal.faults import UNREADABLE, Fault
from jijuqu.journal.keys import is_signed
from jijuqu.journal.models import Event
from jijuqu.journal.stored import readable_rows
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Recorded(NamedTuple):
    """What the chain last said of a row: in which event, with which digest (None: removed), of which algorithm."""

    event: int
    digest: str | None
    algorithm: str


@dataclass
class Chain:
    """The chain as far as it is whole: how many events, each one's digest, and what it says last of every row."""

    digests: list[str] = field(default_factory=list)
    rows: dict[str, Recorded] = field(default_factory=dict)
    fault: Fault | None = None

    @property
    def events(self) -> int:
        """How many events were found whole."""
        return len(self.digests)


def walk(key: Ed25519PublicKey | None) -> Chain:
    """Walk the chain up to its end or its first fault. Without events no key is needed."""
    chain = Chain()
    for _name, values in readable_rows(Event, Event._meta.concrete_fields):
        chain.fault = _fault(values, chain, key)
        if chain.fault or values is None:
            break
        chain.digests.append(values["digest"])
        for row, digest in values["rows"].items():
            chain.rows[row] = Recorded(values["number"], digest, values["algorithm"])
    return chain


def _fault(values: Mapping[str, Any] | None, chain: Chain, key: Ed25519PublicKey | None) -> Fault | None:
    """Say what is wrong with the event that comes next."""
    number = chain.events + 1
    previous = chain.digests[-1] if chain.digests else ""
    if values is None:
        return _wrong(number, "event_unreadable")
    if values["number"] != number:
        return _wrong(number, "event_missing", found=values["number"])
    if not _fits_digest(values):
        return _wrong(number, "event_changed")
    if key is None or not is_signed(key, values["signature"], signed_event(values["digest"])):
        return _wrong(number, "event_not_signed")
    if values["previous"] != previous:
        return _wrong(number, "event_does_not_follow", previous=number - 1)
    return None


def _fits_digest(values: Mapping[str, Any]) -> bool:
    try:
        return bool(event_digest(values) == values["digest"])
    except UNREADABLE:
        return False


def _wrong(number: int, code: str, **more: object) -> Fault:
    return Fault(f"event:{number}", Message(code, {"event": number} | more))
