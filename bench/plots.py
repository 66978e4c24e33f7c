"""Boundary files to measure with: rings of any number of vertices, as the survey TXT of zone 36."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EASTING, NORTHING, RADIUS_M = 36_360_000.0, 3_290_000.0, 260.0  # in 渝北, zone 36; a plot of some 300 mu


def write_plot(path: Path, vertices: int) -> Path:
    """Write one plot of so many vertices as a boundary-point TXT."""
    head = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=36\n"
    rows = [f"{vertices},21.2,1,地块一,面,,工业用地,0601,@"]
    for number in range(vertices + 1):
        angle = 2 * math.pi * (number % vertices) / vertices
        radius = RADIUS_M * (1 + 0.05 * math.sin(9 * angle))
        north, east = NORTHING + radius * math.cos(angle), EASTING + radius * math.sin(angle)
        rows.append(f"J{number % vertices + 1},1,{north:.4f},{east:.4f}")
    path.write_text(head + "[地块坐标]\n" + "\n".join(rows) + "\n", encoding="gbk")
    return path
