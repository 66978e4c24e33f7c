"""Make knotted polygons valid, one after the other, in a process that may be stopped at any time.

`python -m jijuqu.land.screening.untie law` reads frames of well-known binary from standard input and writes frames. A
frame is the length in eight bytes and the content.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

METHODS: dict[str, dict[str, Any]] = {
    "law": {"method": "structure", "keep_collapsed": False},
    "gis": {"method": "linework"},
}
"""How `options.Measure` makes shapes valid."""


def framed(texts: Iterable[bytes]) -> bytes:
    """Put frames around texts."""
    return b"".join(len(text).to_bytes(8, "big") + text for text in texts)


def unframed(data: bytes) -> Iterator[bytes]:
    """Give the texts of whole frames; the last may have been cut off."""
    at = 0
    while len(data) - at >= 8:
        end = at + 8 + int.from_bytes(data[at : at + 8], "big")
        if end > len(data):
            return
        yield data[at + 8 : end]
        at = end


def untie(data: bytes, measure: str) -> Iterator[bytes]:
    """Give the frames of valid shapes for those of invalid ones."""
    for wkb in unframed(data):
        yield framed([shapely.to_wkb(shapely.make_valid(shapely.from_wkb(wkb), **METHODS[measure]))])


if __name__ == "__main__":
    for frame in untie(sys.stdin.buffer.read(), sys.argv[1]):
        sys.stdout.buffer.write(frame)
        sys.stdout.buffer.flush()
