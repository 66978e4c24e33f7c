"""The .dbf table of a shapefile (dBASE III), read for its words only and in the encoding they are really in."""

from __future__ import annotations

import codecs
import struct
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.land.boundary_files.columns import ID, NAME, USE_CODE
from jijuqu.land.boundary_files.survey import refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = {0x4D: "gb18030", 0x4F: "cp950", 0x7A: "gb18030", 0x7B: "cp932", 0x79: "cp949", 0x78: "cp950"}
"""Language ids (byte 29) that name an East Asian code page. Western ids are many programs' default and say nothing."""
CODE_PAGES = {
    "UTF8": "utf-8",
    "65001": "utf-8",
    "936": "gb18030",
    "GBK": "gb18030",
    "GB2312": "gb18030",
    "GB18030": "gb18030",
    "54936": "gb18030",
    "950": "cp950",
    "BIG5": "cp950",
    "932": "cp932",
    "949": "cp949",
    "1252": "cp1252",
    "ISO88591": "latin-1",
    "88591": "latin-1",
}
"""What .cpg files contain, without hyphens and "CP"."""


class Column(NamedTuple):
    """A column's name in bytes, its kind (C text, N and F numbers), and where its value stands in a record."""

    name: bytes
    kind: bytes
    start: int
    end: int


def read_dbase(data: bytes, name: str, code_page: bytes = b"") -> tuple[list[dict[str, str] | None], list[Message]]:
    """Give every row's columns that describe a plot (None for a deleted row), and what was noticed.

    Encoding: the .cpg (`code_page`), then the language id, then strict UTF-8, then GB18030.
    """
    columns, records = table_of(data, name)
    words = {record[column.start : column.end] for record in records for column in columns if column.kind == b"C"}
    encoding, issues = encoding_of(words | {column.name for column in columns}, code_page, data[29], name)
    known = {cut(title, encoding): title for title in reversed((*ID, *NAME, *USE_CODE))}
    titled = [(decode(column.name, encoding).casefold(), column) for column in columns]
    wanted = [(known[title], column) for title, column in titled if title in known]
    rows: list[dict[str, str] | None] = [
        None if record[:1] == b"*" else {title: decode(record[c.start : c.end], encoding) for title, c in wanted}
        for record in records
    ]
    return rows, issues


def cut(title: str, encoding: str) -> str:
    """Give a column's name as it looks after the ten bytes that a table has room for."""
    return title.encode(encoding, "replace")[:10].decode(encoding, "ignore").casefold()


def table_of(data: bytes, name: str) -> tuple[list[Column], list[bytes]]:
    """Take the table apart into its columns and its records."""
    if len(data) < 33:
        raise refusal("file_cut_short", name=f"{name} (.dbf)")
    count, header_size, record_size = struct.unpack_from("<IHH", data, 4)
    if record_size == 0 or len(data) < header_size + count * record_size:
        raise refusal("file_cut_short", name=f"{name} (.dbf)")
    records = [data[at : at + record_size] for at in range(header_size, header_size + count * record_size, record_size)]
    return list(columns_of(data[32:header_size])), records


def columns_of(descriptors: bytes) -> Iterator[Column]:
    """Read the column descriptors, 32 bytes each, until the mark that ends them."""
    start = 1
    for at in range(0, len(descriptors) - 31, 32):
        if descriptors[at] == 0x0D:
            return
        end = start + descriptors[at + 16]
        kind = descriptors[at + 11 : at + 12]
        if kind in (b"C", b"N", b"F"):
            yield Column(descriptors[at : at + 11].split(b"\0")[0], kind, start, end)
        start = end


def encoding_of(words: Iterable[bytes], code_page: bytes, language: int, name: str) -> tuple[str, list[Message]]:
    """Choose the first encoding in which all words can be read."""
    stated = stated_encoding(code_page) or LANGUAGES.get(language)
    for encoding in (stated, "utf-8", "gb18030"):
        if encoding and all(readable(word, encoding) for word in words):
            mistaken = stated is not None and encoding != stated
            values = {"name": name, "stated": stated, "used": encoding}
            return encoding, [Message("encoding_mistaken", values)] if mistaken else []
    return "latin-1", [Message("table_not_decoded", {"name": name})]


def stated_encoding(code_page: bytes) -> str | None:
    """Give the encoding a .cpg file names, or None if it names none that is known."""
    words = code_page[:40].decode("ascii", "ignore").strip("\0 \t\r\n").upper()
    return CODE_PAGES.get(words.removeprefix("ANSI ").removeprefix("CP").replace("-", "").replace("_", ""))


def readable(word: bytes, encoding: str) -> bool:
    """Tell whether a value can be decoded, apart from a last character that its column had no room for."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        decoder.decode(word.rstrip(b"\0 "))
    except UnicodeDecodeError:
        return False
    return True


def decode(word: bytes, encoding: str) -> str:
    """Decode a value without its padding and without a last character that was cut."""
    return codecs.getincrementaldecoder(encoding)("ignore").decode(word.rstrip(b"\0 ")).strip("\0 ")
