"""What of a drawing can bound land: its outlines in model space, cut out of the file before it is parsed.

Drawings carry thousands of texts, blocks and styles around a few outlines; without them reading takes a tenth of the
time, and a hostile one has less to work with.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.land.boundary_files.survey import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTLINES = (
    "LWPOLYLINE",
    "POLYLINE",
    "VERTEX",
    "SEQEND",
    "HATCH",
    "MPOLYGON",
    "LINE",
    "ARC",
    "CIRCLE",
    "ELLIPSE",
    "SPLINE",
)
NOT_LOOKED_INTO = ("INSERT", "REGION", "3DSOLID", "3DFACE", "SOLID")
"""Blocks and surfaces: land may hide in them, so they are counted and told."""

MAX_DRAWING_BYTES = 24_000_000
MAX_OUTLINES = 5_000
MAX_GROUPS = 300_000
"""The DXF library takes about a second for so many entities, and as long for so many groups (two to a vertex)."""

MAX_ARCS = 3_000
BULGE = "42"
HANDLE = "5"
"""Damaged drawings repeat them, and outlines need none."""

PAPER_SPACE = ("67", "1")


class Entities(NamedTuple):
    """A small DXF text with the outlines only, and how many entities of each other kind were skipped."""

    drawing: str
    skipped: Counter[str]


def kept_entities(data: bytes) -> Entities:
    """Cut the outlines of model space out of a drawing; refuses what is cut short, binary or too large."""
    if data.startswith(b"AutoCAD Binary DXF"):
        raise refusal("dxf_binary")
    if len(data) > MAX_DRAWING_BYTES:
        raise refusal("text_too_large", limit_mb=MAX_DRAWING_BYTES // 1_000_000)
    lines = [line.strip() for line in words_of(data).splitlines()]
    if "EOF" not in lines[-5:]:
        raise refusal("dxf_cut_short")
    kept = ["0", "SECTION", "2", "HEADER", "9", "$ACADVER", "1", version_of(lines), "0", "ENDSEC"]
    kept += ["0", "SECTION", "2", "ENTITIES"]
    outlines, arcs, skipped = 0, 0, Counter[str]()
    for entity in entities_of(lines):
        if entity[1] not in OUTLINES:
            skipped[entity[1]] += 1
        elif PAPER_SPACE not in groups(entity):
            outlines += entity[1] != "VERTEX"
            kept += entity
            arcs += sum(code == BULGE and value.strip("0.") != "" for code, value in groups(entity))
            if outlines > MAX_OUTLINES or arcs > MAX_ARCS or len(kept) > 2 * MAX_GROUPS:
                raise refusal("too_many_outlines", limit=MAX_OUTLINES, vertices=MAX_GROUPS // 2)
    return Entities("\n".join([*kept, "0", "ENDSEC", "0", "EOF", ""]), skipped)


def groups(entity: list[str]) -> Iterator[tuple[str, str]]:
    """Give the groups of an entity, each a code and a value."""
    return zip(entity[::2], entity[1::2], strict=True)


def version_of(lines: list[str]) -> str:
    """Give the version to parse by: entities with class markers are of 2000 or later, whatever the header says."""
    stated = variable(lines, "$ACADVER") or "AC1009"
    return "AC1015" if stated < "AC1015" and "AcDbEntity" in lines else stated


def words_of(data: bytes) -> str:
    """Decode a drawing: UTF-8 since 2007, before that the code page of its header, here GBK unless it says another."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = re.search(rb"\$DWGCODEPAGE\s+3\s+ANSI_(\d+)", data[:20_000])
        western = page is not None and page[1].startswith(b"125")
        return data.decode(f"cp{page[1].decode()}" if page and western else "gb18030", errors="replace")


def variable(lines: list[str], name: str) -> str | None:
    """Give a header variable's value."""
    at = next((at for at, line in enumerate(lines[:20_000]) if line == name), None)
    return lines[at + 2] if at is not None and at + 2 < len(lines) else None


def entities_of(lines: list[str]) -> Iterator[list[str]]:
    """Give the entities of the ENTITIES section, each as the lines of its groups: code, value, code, value."""
    inside = False
    entity: list[str] = []
    for at in range(0, len(lines) - 1, 2):
        code, value = lines[at], lines[at + 1]
        if code == "0":
            if inside and entity:
                yield entity
            entity = [code, value]
            inside = inside and value != "ENDSEC"
        elif code == "2" and entity == ["0", "SECTION"]:
            inside, entity = value == "ENTITIES", []
        elif inside:
            entity += (code, value) if code != HANDLE else ()
