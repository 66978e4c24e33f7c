"""Reads a file and asks that everything said about it can be said in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyproj import Geod

from jijuqu.land.boundary_files import read
from jijuqu.land.parcel import Boundary, UnreadableError
from jijuqu.words.boundary_files import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jijuqu.words.text import Message

CGCS2000 = Geod(a=6378137, rf=298.257222101)


def read_whole(path: Path, crs: str | None = None) -> Boundary:
    boundary = read(path, crs)
    codes(boundary.issues)
    return boundary


def refused(path: Path, crs: str | None = None) -> list[Message]:
    with pytest.raises(UnreadableError) as refusal:
        read(path, crs)
    assert refusal.value.reasons
    codes(refusal.value.reasons)
    return list(refusal.value.reasons)


def codes(messages: Iterable[Message]) -> list[str]:
    """The codes, each of which has a sentence that its values fill."""
    return [
        message.code
        for message in messages
        if all(SENTENCES[message.code].say(x, **message.values) for x in ("zh", "en"))
    ]


def area_m2(boundary: Boundary) -> float:
    return sum(abs(CGCS2000.geometry_area_perimeter(parcel.polygon)[0]) for parcel in boundary.parcels)


def written(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path
