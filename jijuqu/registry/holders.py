"""Who the quota holders are: the 41 to whom the notice is addressed, and one that came after them.

Codes and names of districts and counties: GB/T 2260. The three committees are named in the heading and in 二（一）2 of
the notice; their codes are ours. On 2025-11-06 江北区 and 渝北区 were abolished and 两江新区 500157 was created; what
the two had is counted under it from then on. Nothing is recorded here about the end of any committee.
"""

from __future__ import annotations

import csv
import json
from importlib import resources
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator


def holder_rows() -> Iterator[dict[str, object]]:
    """Yield the columns of every quota holder, successors before those they succeed."""
    outlines = _outlines_2021()
    file = resources.files("jijuqu.registry") / "holders.csv"
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        given = {column: value or None for column, value in row.items()}
        yield {**given, "outline_wkb": outlines.get(row["code"])}


def names_and_codes() -> frozenset[str]:
    """Return every word that tables may call a quota holder by: its code, its Chinese names."""
    file = resources.files("jijuqu.registry") / "holders.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return frozenset(row[column] for row in rows for column in ("code", "name_zh", "short_zh"))


def _outlines_2021() -> dict[str, bytes]:
    """Return the generalised outlines by code: WKB in degrees, EPSG:4490."""
    file = resources.files("jijuqu.land") / "districts_2021.geojson"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["code"]: shapely.to_wkb(shapely.from_geojson(json.dumps(feature["geometry"])))
        for feature in features
    }
