"""Takes the digest of every kept file again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.journal import hashing
from jijuqu.journal.attachments import chunks, open_attachment
from jijuqu.journal.faults import Fault
from jijuqu.journal.models import Attachment
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.journal.verify_events import Recorded


def first_attachment_fault(recorded: dict[str, Recorded]) -> Fault | None:
    """Return the fault of the first file, in the order of the events that speak of them, whose content changed."""
    kept = Attachment.objects.filter(removed_at=None).values_list("digest", "algorithm")
    faulty = [(digest, code) for digest, algorithm in kept.iterator() if (code := _wrong_with(digest, algorithm))]
    if not faulty:
        return None

    def first_event(found: tuple[str, str]) -> tuple[bool, int]:
        last = recorded.get(f"{Attachment._meta.label_lower}:{found[0]}")
        return last is None, last.event if last else 0

    digest, code = min(faulty, key=first_event)
    return Fault(f"attachment:{digest}", Message(code, {"digest": digest}))


def _wrong_with(digest: str, algorithm: str) -> str | None:
    """Return the code of what is wrong with a kept file."""
    hash_ = hashing.new(algorithm)
    try:
        with open_attachment(digest) as file:
            for chunk in chunks(file):
                hash_.update(chunk)
    except OSError:
        return "attachment_missing"
    return None if hash_.hexdigest() == digest else "attachment_changed"
