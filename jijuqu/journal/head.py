"""The head of the chain, signed and taken out of the house: against it a cut tail is found."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import transaction
from django.utils import timezone

from jijuqu.journal.canonical import canonical
from jijuqu.journal.chain import key_for, lock_end
from jijuqu.journal.faults import Fault
from jijuqu.journal.keys import is_signed, public_hex
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.journal.verify_events import Chain


class NotAHeadError(ValueError):
    """A text that is no exported head, or one that somebody changed."""


@dataclass(frozen=True, slots=True)
class Head:
    """That the chain ended with event `number` (0: none) and its `digest` at `taken_at` (ISO 8601, UTC).

    `public_key` are the 64 hexadecimal digits of the key that signed it.
    """

    number: int
    digest: str
    taken_at: str
    public_key: str
    signature: str = ""

    def signed(self) -> bytes:
        """Return what the signature is on."""
        values = {name: value for name, value in asdict(self).items() if name != "signature"}
        return b"jijuqu head " + canonical(values).encode()

    def as_json(self) -> str:
        """Write the head as the text that is exported."""
        return json.dumps(asdict(self), indent=2)


@transaction.atomic
def head() -> Head:
    """Sign the present head of the chain. Raises KeyFileError without the key that signs."""
    number, digest = lock_end()
    key = key_for(number)
    moment = timezone.now().astimezone(datetime.UTC).isoformat(timespec="seconds")
    unsigned = Head(number, digest, moment, public_hex(key.public_key()))
    return replace(unsigned, signature=key.sign(unsigned.signed()).hex())


def read_head(text: str) -> Head:
    """Read an exported head. Raises NotAHeadError for anything else, or for one that was changed."""
    try:
        read = Head(**json.loads(text))
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(read.public_key))
        whole = is_signed(key, read.signature, read.signed())
    except (ValueError, TypeError, RecursionError) as error:
        raise NotAHeadError(str(error)) from error
    if not whole:
        raise NotAHeadError("its signature does not fit it")
    return read


def head_fault(exported: Head, chain: Chain, key: Ed25519PublicKey | None) -> Fault | None:
    """Return how a whole chain differs from a head that was exported from it earlier."""
    if key is None or public_hex(key) != exported.public_key:
        return Fault("head", Message("head_of_another_key", {"key": exported.public_key[:16]}))
    values = {"event": exported.number, "taken_at": exported.taken_at, "events": chain.events}
    if exported.number > chain.events:
        return Fault(f"event:{chain.events + 1}", Message("tail_is_cut", values))
    if exported.number and chain.digests[exported.number - 1] != exported.digest:
        return Fault(f"event:{exported.number}", Message("head_differs", values))
    return None
