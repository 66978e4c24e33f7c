"""Boundary-point TXT (勘测定界界址点坐标): the text file that survey offices and districts exchange.

    [属性描述]
    坐标系=2000国家大地坐标系
    几度分带=3
    带号=36
    [地块坐标]
    4,1.2345,1,东地块,面,,工业用地,0601,@
    J1,1,3280000.123,36412000.456

A head line ends in "@": number of points, hectares, plot number, name, kind, sheet, use, code, and sometimes more.
Below it stand point, ring, northing, easting. Which ring is a hole is told from where it lies: some programs count
rings on over several shells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from pyproj import CRS

from jijuqu.land.boundary_files.georeference import GaussKruger
from jijuqu.land.boundary_files.rings import polygons_by_containment
from jijuqu.land.boundary_files.survey import MAX_VERTICES, Plot, Survey, VertexCount, closed, points_of, refusal
from jijuqu.land.parcel import UnreadableError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jijuqu.land.boundary_files.survey import Ring

MAX_LINES_TOLD = 50
MAX_LINES = 400_000
AREA_UNITS_M2 = {"": 10_000.0, "公顷": 10_000.0, "ha": 10_000.0, "亩": 2000 / 3, "平方米": 1.0, "㎡": 1.0, "m2": 1.0}
DECIMAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
NUMBER = rf"(?:{DECIMAL}|[+-]?(?i:nan|inf|infinity))"
"""A decimal number, or one of the words that programs write for a number they lost."""
POINT = re.compile(rf"[^,]*(?:,([^,]*))?,\s*({NUMBER})\s*,\s*({NUMBER})[,\s]*")
"""Point, ring, northing, easting; the ring may be missing."""
AREA = re.compile(rf"({DECIMAL})(\D*)")
SHORT_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


@dataclass(slots=True)
class Block:
    """One plot's lines: the fields of its head (none if it has no head) and its points by ring."""

    head: list[str]
    line: int
    rings: list[list[tuple[float, float]]] = field(default_factory=list)
    ring_name: str | None = None

    def add(self, ring_name: str, point: tuple[float, float]) -> None:
        """Add a point, beginning a new ring when its name changes or the ring has come back to its first point."""
        if ring_name != self.ring_name or is_closed(self.rings[-1]):
            self.rings.append([])
        self.ring_name = ring_name
        self.rings[-1].append(point)


def is_closed(points: list[tuple[float, float]]) -> bool:
    """Tell whether a ring has come back to its first point."""
    return len(points) > 3 and points[0] == points[-1]


def looks_like_boundary_txt(words: str) -> bool:
    """Tell the format by its section or by a head line among the first."""
    return "[地块坐标]" in words or any(line.rstrip().endswith(("@", "＠")) for line in words[:20_000].splitlines())


def read_boundary_txt(words: str) -> Survey:
    """Read every plot of a boundary-point file."""
    require_few_lines(words)
    properties, lines = sections(words)
    blocks = list(blocks_of(lines))
    lacking = [block for block in blocks if points_lacking(block)]
    if lacking:
        raise UnreadableError(tuple(Message("points_lacking", values_of(block)) for block in lacking[:MAX_LINES_TOLD]))
    surfaces = [block for block in blocks if block.rings and kind_of(block) != "other"]
    left_out = len(blocks) - len(surfaces)
    issues = [Message("features_left_out", {"count": left_out})] if left_out else []
    plots = [plot for block in surfaces for plot in plots_of(block, issues)]
    return Survey(plots, stated_crs(properties, plots), issues)


def require_few_lines(words: str) -> None:
    """Refuse a text of more lines than all points, heads and properties could have."""
    if words.count("\n") + words.count("\r") > MAX_LINES:
        raise refusal("too_many_vertices", limit=MAX_VERTICES)


def sections(words: str) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """Part the file into its key=value lines and the numbered lines of plots."""
    properties, lines = {}, []
    for number, line in enumerate(words.replace("，", ",").replace("＠", "@").splitlines(), start=1):
        text = line.strip()
        key, equals, value = text.partition("=")
        if equals and "," not in key:
            properties[key.strip()] = value.strip()
        elif text and not text.startswith("["):
            lines.append((number, text))
    return properties, lines


def blocks_of(lines: Iterable[tuple[int, str]]) -> Iterator[Block]:
    """Group the lines under their heads; a file without heads is one block."""
    count, block, broken = VertexCount(), None, []
    for number, line in lines:
        if point := POINT.fullmatch(line):
            count.add_vertices(1)
            block = block or Block([], number)
            ring_name, northing, easting = point.groups(default="")
            block.add(ring_name.strip(), (float(easting), float(northing)))
        elif line.endswith("@"):
            if block:
                yield block
            count.add_plot()
            block = Block([part.strip() for part in line[:-1].split(",")], number)
        else:
            broken.append(Message("line_not_understood", {"line": number, "text": line[:60]}))
    if broken:
        raise UnreadableError((*broken[:MAX_LINES_TOLD], *more(len(broken) - MAX_LINES_TOLD)))
    if block:
        yield block


def more(count: int) -> list[Message]:
    """Say how many faults are not listed, if any."""
    return [Message("more_faults", {"count": count})] if count > 0 else []


def values_of(block: Block) -> dict[str, object]:
    """Say which block a message is about."""
    return {
        "line": block.line,
        "name": head_field(block, 3) or head_field(block, 2),
        "stated": head_field(block, 0),
        "found": sum(map(len, block.rings)),
    }


def head_field(block: Block, place: int) -> str:
    """Give one field of the head, "" if it has none."""
    return block.head[place] if place < len(block.head) else ""


def points_lacking(block: Block) -> bool:
    """Tell whether a block is cut short: fewer points than its head says, repeated first points aside."""
    stated = head_field(block, 0)
    found = sum(map(len, block.rings)) + max(1, len(block.rings))
    return stated.isascii() and stated.isdigit() and found < int(stated[:9])


def kind_of(block: Block) -> str:
    """Tell a surface (面, or nothing said) from points and lines."""
    return "other" if head_field(block, 4) in ("点", "线", "point", "line") else "surface"


def plots_of(block: Block, issues: list[Message]) -> list[Plot]:
    """Make the plot of a block; without a head each shell is a plot of its own."""
    rings: list[Ring] = [closed(np.array(points)) for points in block.rings]
    polygons = polygons_by_containment(rings)
    if not block.head:
        return [Plot([polygon]) for polygon in polygons]
    name = head_field(block, 3)
    if len(polygons) > 1:
        issues.append(Message("plot_in_parts", {"name": name or head_field(block, 2), "count": len(polygons)}))
    return [Plot(polygons, head_field(block, 2), name, use_code_of(block), stated_area_m2(block))]


def use_code_of(block: Block) -> str:
    """Give the land-use code: the eighth field, or the seventh where a code stands there."""
    code, use = head_field(block, 7), head_field(block, 6)
    return code or (use if use.isascii() and use.isalnum() else "")


def stated_area_m2(block: Block) -> float | None:
    """Give the area of the head, hectares unless another unit is written behind it."""
    found = AREA.fullmatch(head_field(block, 1))
    unit = AREA_UNITS_M2.get(found[2].strip().lower()) if found else None
    return float(found[1]) * unit if found and unit else None


def stated_crs(properties: dict[str, str], plots: list[Plot]) -> CRS | None:
    """Give the system that 坐标系, 几度分带 and 带号 name, or None where they leave it open."""
    system = properties.get("坐标系", "")
    old = next((datum for mark, datum in (("80", "西安80"), ("54", "北京54")) if mark in system), None)
    if old:
        raise refusal("datum_too_old", datum=old, crs=system[:50])
    if system and "2000" not in system and "CGCS" not in system.upper():
        return None
    points = points_of(plots)
    largest = np.nanmax(np.abs(points), initial=0.0, where=np.isfinite(points))
    if largest <= 360:
        return CRS.from_epsg(4490) if system else None
    degrees, zone = first_number(properties.get("几度分带", "")), first_number(properties.get("带号", ""))
    degrees = degrees or (6 if zone in range(13, 24) else 3)
    if zone not in (range(25, 46) if degrees == 3 else range(13, 24)):
        return None
    return CRS.from_epsg(GaussKruger(degrees, zone, prefixed=bool(largest >= 1e7)).epsg)


def first_number(text: str) -> int:
    """Give the first whole number of one or two digits in a text such as "36带", 0 if there is none."""
    found = SHORT_NUMBER.search(text)
    return int(found[0]) if found else 0
