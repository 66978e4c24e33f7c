"""Sample plots in the usual coordinate systems: examining them fills what PROJ, the readers and Python itself keep.

A child has what its server had when it was forked: these forty milliseconds are saved for every file.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from jijuqu.siting.examine import examine

ZONES = (35, 36, 37)  # 3° zones that Chongqing lies in
GEOGRAPHIC = ("EPSG:4490", "EPSG:4326")
EAST_M, NORTH_M, SIDE_M = 500_000, 3_390_000, 100
EAST_DEGREES, NORTH_DEGREES, SIDE_DEGREES = 107.8, 30.67, 0.001


def examine_samples() -> None:
    """Examine a plot in every system."""
    for zone in ZONES:
        for east in (zone * 1_000_000 + EAST_M, EAST_M):
            _examine(_boundary_txt(zone, east))
    for crs in GEOGRAPHIC:
        _examine(_geojson(), crs)


def _boundary_txt(zone: int, east: int) -> bytes:
    """Write the file that survey offices send; the number of the zone stands before the eastings or does not."""
    head = f"[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号={zone}\n[地块坐标]\n5,1,1,样例,面,,工业用地,0601,@"
    points = [f"J{at % 4 + 1},1,{y:.3f},{x:.3f}" for at, (x, y) in enumerate(_square(east, NORTH_M, SIDE_M))]
    return "\n".join([head, *points]).encode("gbk")


def _geojson() -> bytes:
    ring = _square(EAST_DEGREES, NORTH_DEGREES, SIDE_DEGREES)
    return json.dumps({"type": "Polygon", "coordinates": [ring]}).encode()


def _square(x: float, y: float, side: float) -> list[tuple[float, float]]:
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]


def _examine(content: bytes, crs: str | None = None) -> None:
    """Examine a file that is in memory only: a process that may end at any time leaves nothing behind."""
    with os.fdopen(os.memfd_create("sample"), "w+b") as file:
        file.write(content)
        file.flush()
        examine(Path(f"/proc/self/fd/{file.fileno()}"), crs=crs, industrial="all")
