"""Lays the demonstration city out on the land: ranges, sites and planning layers, district by district."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import affinity

from jijuqu.demo.city import (
    CLUSTERS,
    FREE_LAND_DISTRICT,
    FREE_LAND_MU,
    FREE_LAND_PLACE,
    PARKS,
    SEED,
    DemoCluster,
    DemoPark,
    Place,
)
from jijuqu.demo.plans import PLANS
from jijuqu.demo.shapes import at, blob, site
from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.measures import MU_M2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.random import Generator
    from shapely.geometry.base import BaseGeometry

DEGREE_M = 105_000  # roughly, for setbacks and distances that need not be exact


@dataclass
class DistrictLayout:
    """One district's share of the city; all shapes in degrees, EPSG:4490."""

    outline: BaseGeometry
    ranges: dict[str, BaseGeometry] = field(default_factory=dict)
    park_industrial_m2: dict[str, float] = field(default_factory=dict)
    boundaries: dict[str, BaseGeometry] = field(default_factory=dict)
    layers: dict[str, list[BaseGeometry]] = field(default_factory=lambda: defaultdict(list))


def lay_out(outlines: Mapping[str, BaseGeometry]) -> dict[str, DistrictLayout]:
    """Return the layout of every district of the demonstration, by code; the same on every machine and day."""
    return {code: _district(code, outlines[code]) for code in _districts()}


def _districts() -> list[str]:
    planned = {each.district for plan in PLANS for each in plan.clusters}
    return sorted({each.district for each in (*PARKS, *CLUSTERS)} | {FREE_LAND_DISTRICT} | planned)


def _district(code: str, outline: BaseGeometry) -> DistrictLayout:
    draw = np.random.default_rng([SEED, int(code)])
    layout = DistrictLayout(outline)
    for park in (each for each in PARKS if each.district == code):
        _lay_park(draw, park, layout)
    planned = [each for plan in PLANS for each in plan.clusters]
    for cluster in (each for each in (*CLUSTERS, *planned) if each.district == code):
        if cluster.place:
            _lay_outside(draw, cluster, cluster.place, layout)
    if code == FREE_LAND_DISTRICT:
        layout.layers["planned-industrial"].append(free_land())
    _lay_planning(draw, layout)
    return layout


def free_land() -> BaseGeometry:
    """Return the planned industrial land outside every park that nobody has taken."""
    return at(*FREE_LAND_PLACE, site(np.random.default_rng([SEED, 1]), 1.0), area=FREE_LAND_MU * MU_M2)


def _lay_park(draw: Generator, park: DemoPark, layout: DistrictLayout) -> None:
    """Lay the range, the clusters in it, and industrial blocks until the park has its industrial land."""
    range_m = blob(draw, park.range_mu * MU_M2, roughness=0.2)
    layout.ranges[park.code] = at(*park.place, range_m) & layout.outline
    inside = [each for each in CLUSTERS if each.park == park.code]
    taken = []
    for cluster in inside:
        off = affinity.translate(site(draw, cluster.area_mu * MU_M2), *draw.uniform(-600, 600, 2))
        layout.boundaries[cluster.code] = at(*park.place, off)
        taken.append(off)
    blocks = _blocks(draw, range_m, shapely.union_all(taken), park.industrial_mu * MU_M2)
    industrial = [at(*park.place, each) & layout.outline for each in (*taken, *blocks)]
    layout.layers["planned-industrial"] += industrial
    layout.park_industrial_m2[park.code] = round(sum(map(geodesic_area_m2, industrial)), 1)


def _blocks(draw: Generator, within: BaseGeometry, clear_of: BaseGeometry, area: float) -> Iterator[BaseGeometry]:
    """Yield blocks between streets, the nearest to the middle first, until their area with `clear_of` is reached."""
    turn = draw.uniform(0, 90)
    room = within.buffer(-120) - clear_of.buffer(24)
    streets = [(x, y) for x in range(-4600, 4600, 620) for y in range(-4600, 4600, 430)]
    left = area - clear_of.area
    for x, y in sorted(streets, key=lambda corner: (corner[0] + 300) ** 2 + (corner[1] + 200) ** 2):
        block = affinity.rotate(shapely.box(x, y, x + 590, y + 404), turn, origin=(0, 0)) & room
        if block.geom_type == "Polygon" and block.area > 60_000:
            if left < block.area:
                return
            left -= block.area
            yield block


def _lay_outside(draw: Generator, cluster: DemoCluster, place: Place, layout: DistrictLayout) -> None:
    """Lay a cluster outside the parks on planned industrial land that is a little larger than itself."""
    boundary_m = site(draw, cluster.area_mu * MU_M2)
    block = boundary_m.buffer(draw.uniform(25, 70), join_style="mitre", mitre_limit=2).simplify(12)
    spare = affinity.translate(site(draw, draw.uniform(60, 140) * MU_M2), *(draw.choice([-1, 1], 2) * 420))
    layout.boundaries[cluster.code] = at(*place, boundary_m, area=cluster.area_mu * MU_M2)
    layout.layers["planned-industrial"] += [at(*place, each) for each in _pieces(block | spare)]


def _lay_planning(draw: Generator, layout: DistrictLayout) -> None:
    """Lay the urban boundary round everything industrial, then hills and fields that keep clear of it."""
    industrial = layout.layers["planned-industrial"]
    urban = shapely.union_all([*layout.ranges.values(), *industrial]).buffer(260 / DEGREE_M).simplify(40 / DEGREE_M)
    layout.layers["urban-boundary"] = _pieces(urban & layout.outline)
    centres = [(each.centroid.x, each.centroid.y) for each in layout.layers["urban-boundary"]]
    hills = _scattered(draw, centres, count=2, km=(4.5, 9), km2=(6, 26))
    red = (hills & layout.outline) - urban.buffer(220 / DEGREE_M)
    fields = _scattered(draw, centres, count=4, km=(1.2, 5), km2=(0.3, 2.2))
    layout.layers["eco-redline"] = _pieces(red)
    layout.layers["farmland"] = _pieces((fields & layout.outline) - urban.buffer(60 / DEGREE_M) - red)


def _scattered(
    draw: Generator, centres: list[Place], *, count: int, km: tuple[float, float], km2: tuple[float, float]
) -> BaseGeometry:
    """Draw `count` patches about each centre, at a distance in km and of a size in km²."""
    patches = []
    for longitude, latitude in centres:
        for _ in range(count):
            away, turn = draw.uniform(*km) * 1000 / DEGREE_M, draw.uniform(0, 2 * np.pi)
            place = (longitude + away * float(np.cos(turn)), latitude + away * float(np.sin(turn)))
            patches.append(at(*place, blob(draw, draw.uniform(*km2) * 1e6, corners=28, roughness=0.45)))
    return shapely.union_all(patches)


def _pieces(shape: BaseGeometry) -> list[BaseGeometry]:
    return [each for each in shapely.get_parts(shape) if each.geom_type == "Polygon" and each.area > 0]
