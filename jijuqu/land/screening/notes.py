"""What was noticed about parcels: how many, and which of them by their ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LISTED = 10_000  # ids kept of one kind of note: a file without a single good shape shall not fill the memory
TOLD = 10  # ids named in a sentence


@dataclass(frozen=True, slots=True)
class Note:
    """One kind of thing noticed: the code of its sentence (`words.screening`), the parcels by id, other values.

    `count` may exceed the ids listed.
    """

    code: str
    parcels: tuple[str, ...] = ()
    count: int = 0
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        """The note as a message: its sentence with the first few parcels."""
        told = ", ".join(self.parcels[:TOLD]) + ("…" if self.count > TOLD else "")
        return Message(self.code, {"count": self.count, "parcels": told, **self.values})


def about(code: str, ids: Iterable[object], **values: object) -> list[Note]:
    """Make the note of some parcels; none where there are no parcels."""
    parcels = tuple(str(each) for each in ids)
    return [Note(code, parcels[:LISTED], len(parcels), values)] if parcels else []


def put_together(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Make one note of all that say the same, in the order in which they came."""
    found: dict[tuple[str, str], Note] = {}
    for note in notes:
        key = note.code, repr(sorted(note.values.items()))
        before = found.get(key)
        if before is not None:
            listed = (*before.parcels, *note.parcels)[:LISTED]
            note = Note(note.code, listed, before.count + note.count, note.values)  # noqa: PLW2901 - the same, longer
        found[key] = note
    return tuple(found.values())
