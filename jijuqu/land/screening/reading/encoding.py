"""The encoding of a shapefile's table, which GDAL takes for Latin-1 where nothing is stated."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.land.boundary_files.dbase import columns_of, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOKED_AT_BYTES = 1_000_000


class Table(NamedTuple):
    """The beginning of a .dbf file, and the content of the .cpg file beside it."""

    beginning: bytes
    code_page: bytes


def encoding_of_shapefile(place: str, path: Path) -> str:
    """Tell the encoding from the .cpg file, the table's language, or the first that fits the table's beginning."""
    table = _in_zip(path, place) if place.startswith("/vsizip/") else _beside(Path(place))
    if len(table.beginning) < 33:
        return "utf-8"
    words = set(_words(table.beginning))
    encoding, _ = encoding_of(words, table.code_page, table.beginning[29], path.name)
    return encoding


def _words(beginning: bytes) -> Iterator[bytes]:
    header, record = int.from_bytes(beginning[8:10], "little"), int.from_bytes(beginning[10:12], "little")
    columns = list(columns_of(beginning[32:header]))
    yield from (column.name for column in columns)
    texts = [column for column in columns if column.kind == b"C"]
    for at in range(header, len(beginning) - record + 1, max(record, 1)):
        yield from (beginning[at + column.start : at + column.end] for column in texts)


def _beside(path: Path) -> Table:
    parts = {part.suffix.lower(): part for part in path.parent.glob(f"{_literal(path.stem)}.*")}
    content = {}
    for ending in (".dbf", ".cpg"):
        if ending in parts:
            with parts[ending].open("rb") as file:
                content[ending] = file.read(LOOKED_AT_BYTES)
    return Table(content.get(".dbf", b""), content.get(".cpg", b""))


def _literal(stem: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in stem)


def _in_zip(path: Path, place: str) -> Table:
    stem = PurePosixPath(place.removeprefix(f"/vsizip/{path.absolute()}/")).with_suffix("").as_posix().lower()
    content = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            inner = PurePosixPath(name)
            if inner.with_suffix("").as_posix().lower() == stem and inner.suffix.lower() in (".dbf", ".cpg"):
                with archive.open(name) as file:
                    content[inner.suffix.lower()] = file.read(LOOKED_AT_BYTES)
    return Table(content.get(".dbf", b""), content.get(".cpg", b""))
