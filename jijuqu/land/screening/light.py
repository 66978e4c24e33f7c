"""The shapes of a screening for maps: without detail that a screen cannot show, all in one small file.

Groups at any thresholds are put together from it where the map is drawn, so that nothing has to be dissolved for that.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.screening.polygons import to_shapes

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.land.screening.screening import Screening

LIGHT = "light.json.gz"
FINEST = 2e-5  # degrees, some 2 m
DECIMALS = 5
BEFORE, AFTER = len('{"type":"MultiPolygon","coordinates":'), -len("}")


def write_light(screening: Screening, path: Path) -> None:
    """Write a JSON list, gzipped: for every parcel in its place the coordinates of a multipolygon, in degrees."""
    shapes = screening.shapes_of(np.arange(len(screening.ids)))
    whole = to_shapes(shapes) if shapes.shape_count else np.empty(0, dtype=object)
    light = shapely.simplify(whole, FINEST, preserve_topology=False)
    light = np.where(shapely.is_empty(light), shapely.envelope(whole), light)
    parts, place = shapely.get_parts(light, return_index=True)
    light = shapely.multipolygons(parts, indices=place) if len(parts) else parts
    light = shapely.transform(light, lambda degrees: degrees.round(DECIMALS))
    with gzip.open(path, "wt", encoding="ascii", compresslevel=6) as file:
        file.write("[" + ",\n".join(each[BEFORE:AFTER] for each in shapely.to_geojson(light).tolist()) + "]")
