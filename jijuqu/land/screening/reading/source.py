"""What every format gives: columns, coordinate system, and pieces of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa
    from pyproj import CRS

    from jijuqu.words.text import Message

PIECE_ROWS = 65_536
"""Rows read at once where the file itself has no pieces of a handy size."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a file: their number in order, how many rows lie before them, and how to read them.

    `read` may be called in another thread. Pieces have the same numbers and rows every time a file is read.
    """

    number: int
    rows_before: int
    read: Callable[[], pa.Table]


class Source(Protocol):
    """A layer that is open for reading.

    `geometry` names the column of well-known binary. `crs` None: the file does not state its coordinate system.
    `issues` is what was noticed on opening.
    """

    path: Path
    geometry: str
    columns: Sequence[str]
    crs: CRS | None
    rows: int
    issues: tuple[Message, ...]

    def sample(self) -> pa.ChunkedArray:
        """Give the first thousand or so shapes."""
        ...

    def pieces(self, columns: Sequence[str], done: Collection[int] = ()) -> Iterator[Piece]:
        """Go through the file, leaving out pieces that are done."""
        ...
