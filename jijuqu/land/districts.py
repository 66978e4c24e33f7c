"""In which districts land lies, by the outlines of 2021, and how sure that is on so coarse a map."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.measures import DistrictShare
from jijuqu.land.overlap import lay_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

OUTLINES = Path(__file__).with_name("districts_2021.geojson")
UNSURE_WITHIN_M = 3000.0  # the outlines are off by up to 2.7 km, see districts_2021.README.md
# Metres to a degree of longitude and of latitude at 30.2° N, the middle of Chongqing; right within 2 % all over it
DEGREE_M = np.array([96_300.0, 110_850.0])
# GCJ-02, the coordinates of Amap and Tencent maps, lies this far from the truth in Chongqing, in degrees
GCJ02_SHIFT = np.array([0.0037, -0.0028])


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The districts of some land, largest share first.

    `lies_inside` tells whether all of it lies in Chongqing; None when the outer line is too near to say.
    `unsure_between` names the districts whose common line is too near to tell them apart; empty without doubt.
    """

    districts: tuple[DistrictShare, ...]
    lies_inside: bool | None
    unsure_between: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outlines:
    codes: tuple[str, ...]
    names: tuple[str, ...]
    degrees: NDArray[np.object_]
    metres: NDArray[np.object_]
    whole_metres: BaseGeometry
    line_metres: BaseGeometry


def locate(land: Sequence[BaseGeometry], areas_m2: Sequence[float]) -> Whereabouts:
    """Tell where land (polygons in degrees, EPSG:4490, and their geodesic areas) lies."""
    outlines = load_outlines()
    metres = _in_metres(np.array(list(land), dtype=object))
    near = _districts_near(metres)
    shares = [_share(land, areas_m2, k) for k in near]
    districts = sorted((share for share in shares if share.share > 0), key=lambda share: -share.share)
    unsure = tuple(outlines.names[k] for k in near) if len(near) > 1 else ()
    return Whereabouts(tuple(districts), _lies_inside(metres), unsure)


def locate_if_gcj02(land: Sequence[BaseGeometry], areas_m2: Sequence[float]) -> Whereabouts:
    """Tell where land would truly lie if its degrees were GCJ-02 taken for true ones."""
    shifted = shapely.transform(np.array(list(land), dtype=object), lambda degrees: degrees - GCJ02_SHIFT)
    return locate(list(shifted), areas_m2)


@lru_cache(maxsize=1)
def load_outlines() -> _Outlines:
    """Read the outlines once; a server calls this before its first visitor."""
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    degrees = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    metres = _in_metres(degrees)
    codes, names = zip(*((f["properties"]["code"], f["properties"]["name"]) for f in features), strict=True)
    whole = shapely.union_all(metres)
    line = shapely.boundary(whole)
    shapely.prepare([whole, line])
    return _Outlines(codes, names, degrees, metres, whole, line)


def surely_inside(outline: BaseGeometry) -> BaseGeometry:
    """Return the land of a generalised outline (degrees, EPSG:4490) that its inaccuracy leaves inside for sure."""
    metres = shapely.buffer(shapely.transform(outline, lambda points: points * DEGREE_M), -UNSURE_WITHIN_M)
    return shapely.transform(metres, lambda points: points / DEGREE_M)


def _districts_near(metres: NDArray[np.object_]) -> list[int]:
    """Districts within the map's inaccuracy of the land. The box around it settles the common case."""
    tree = shapely.STRtree(load_outlines().metres)
    for shapes in ([_box_around(metres)], metres):
        near = np.unique(tree.query(shapes, predicate="dwithin", distance=UNSURE_WITHIN_M)[1])
        if len(near) < 2:
            break
    return [int(k) for k in near]


def _share(land: Sequence[BaseGeometry], areas_m2: Sequence[float], district: int) -> DistrictShare:
    outlines = load_outlines()
    outline = outlines.degrees[district]
    is_around = shapely.covers(outline, _box_around(land))
    share = 1.0 if is_around else lay_over(land, areas_m2, [outline]).share
    return DistrictShare(outlines.codes[district], outlines.names[district], share)


def _lies_inside(metres: NDArray[np.object_]) -> bool | None:
    outlines = load_outlines()
    line, whole, box = outlines.line_metres, outlines.whole_metres, _box_around(metres)
    if not shapely.dwithin(line, box, UNSURE_WITHIN_M):
        return bool(shapely.covers(whole, box))
    if not shapely.dwithin(line, metres, UNSURE_WITHIN_M).any():
        return bool(shapely.covers(whole, metres).all())
    corners = shapely.points(shapely.get_coordinates(metres))
    some_surely_outside = not shapely.dwithin(whole, corners, UNSURE_WITHIN_M).all()
    return False if some_surely_outside else None


def _box_around(shapes: Sequence[BaseGeometry] | NDArray[np.object_]) -> Polygon:
    return shapely.box(*shapely.total_bounds(np.array(list(shapes), dtype=object)))


def _in_metres(degrees: NDArray[np.object_]) -> NDArray[np.object_]:
    metres: NDArray[np.object_] = shapely.transform(degrees, lambda points: points * DEGREE_M)
    return metres
