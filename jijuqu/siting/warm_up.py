"""Sample plots in the usual coordinate systems: examining them fills what PROJ and the readers cache."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jijuqu.siting.examine import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# corner and side of a square, in the units of the system
DEGREES = {"EPSG:4490": (107.8, 30.67, 0.001), "EPSG:4326": (107.8, 30.67, 0.001)}
ZONES = {"EPSG:4544": 500_000, "EPSG:4545": 500_000, "EPSG:4546": 500_000}
PREFIXED_ZONES = {"EPSG:4523": 35_500_000, "EPSG:4524": 36_500_000, "EPSG:4525": 37_500_000}
METRES = {crs: (easting, 3_390_000, 100) for crs, easting in (ZONES | PREFIXED_ZONES).items()}


def sample_examinations() -> Iterator[Callable[[], object]]:
    """Give the examinations one by one, so that something else can be done in between."""
    for crs, (x, y, side) in (METRES | DEGREES).items():
        ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
        yield partial(_examine_text, json.dumps({"type": "Polygon", "coordinates": [ring]}), crs)


def _examine_text(text: str, crs: str) -> None:
    """Examine a file that is in memory only: a process that may end at any time leaves nothing behind."""
    with os.fdopen(os.memfd_create("sample"), "w+b") as file:
        file.write(text.encode())
        file.flush()
        examine(Path(f"/proc/self/fd/{file.fileno()}"), crs=crs)
