"""Draws outlines in a terminal with braille dots: two dots wide and four high to a character."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Ring = Sequence[tuple[float, float]]  # longitude, latitude in degrees

COLUMNS, ROWS = 48, 16
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # by row and column within a character


def draw(rings: Sequence[Ring]) -> str:
    """Draw closed rings, north up, in at most 48 × 16 characters, the same scale both ways.

    >>> print(draw([[(0, 0), (0, 1), (1, 1), (1, 0)]]).splitlines()[0][:4])
    ⡏⠉⠉⠉
    """
    points = [point for ring in rings for point in ring]
    west, south = min(x for x, _ in points), min(y for _, y in points)
    east, north = max(x for x, _ in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2))  # a degree of longitude is shorter than one of latitude
    width, height = max((east - west) * squeeze, 1e-12), max(north - south, 1e-12)
    scale = min((2 * COLUMNS - 1) / width, (4 * ROWS - 1) / height)
    cells = [[0] * (int(width * scale) // 2 + 1) for _ in range(int(height * scale) // 4 + 1)]
    for ring in rings:
        dots = [(round((x - west) * squeeze * scale), round((north - y) * scale)) for x, y in ring]
        for start, end in zip(dots, [*dots[1:], dots[0]], strict=True):
            _line(cells, start, end)
    return "\n".join("".join(chr(0x2800 + cell) for cell in row) for row in cells)


def _line(cells: list[list[int]], start: tuple[int, int], end: tuple[int, int]) -> None:
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    for step in range(steps + 1):
        x = round(start[0] + (end[0] - start[0]) * step / steps)
        y = round(start[1] + (end[1] - start[1]) * step / steps)
        row, column = min(y // 4, len(cells) - 1), min(x // 2, len(cells[0]) - 1)
        cells[row][column] |= _DOTS[y % 4][x % 2]
