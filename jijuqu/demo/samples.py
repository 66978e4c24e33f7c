"""Survey files to try a check with: one plot that complies, one in two parts and short of land; invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import affinity
from shapely.ops import split

from jijuqu.demo.boundary_txt import SamplePlot, boundary_txt
from jijuqu.demo.city import FREE_LAND_PLACE
from jijuqu.demo.layout import free_land
from jijuqu.demo.shapes import SURVEY_DECIMALS, at
from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.measures import MU_M2
from jijuqu.registry.models import SampleFile

if TYPE_CHECKING:
    from shapely import Polygon

INDUSTRIAL, HOUSING = "0601", "0701"  # GB/T 21010-2017 in the codes of the third land survey: 工业用地, 城镇住宅用地
GAP_SHARE = 0.05


def sample_files() -> list[SampleFile]:
    """Return the files, unsaved; each opens with every reader of boundary-point files."""
    return [
        SampleFile(
            code="complies",
            file_name="示例-符合条件.txt",
            name_zh="符合条件的地块",
            name_en="A plot that complies",
            about_zh="两块相邻用地，中间有一处不征用的孔洞；工业用地超过200亩。勘测定界TXT，36带，GBK编码，虚构。",
            about_en="Two plots side by side with a hole that is not taken; more than 200 mu of industrial land. "
            "Boundary-point TXT, zone 36, GBK, invented.",
            content=complying_txt(),
        ),
        SampleFile(
            code="falls-short",
            file_name="示例-不连片且不足200亩.txt",
            name_zh="不连片且不足200亩的地块",
            name_en="A plot in two parts, short of 200 mu",
            about_zh="两块用地隔一条路，合计不足200亩。勘测定界TXT，36带，GBK编码，虚构。",
            about_en="Two plots with a road between them, less than 200 mu together. "
            "Boundary-point TXT, zone 36, GBK, invented.",
            content=short_txt(),
        ),
    ]


def complying_txt() -> bytes:
    """Return a file whose land is contiguous, on free planned industrial land, with industrial land above 200 mu."""
    land = _shrunk(free_land(), 320)
    works, homes = _split(land, 0.74)
    pond = at(*_inside(works), shapely.Point(0, 0).buffer(24, quad_segs=2))
    return boundary_txt(
        [
            SamplePlot(_surveyed(works - pond), "DK-01", "演示一号地块", INDUSTRIAL),
            SamplePlot(homes, "DK-02", "演示配套地块", HOUSING),
        ]
    )


def short_txt() -> bytes:
    """Return a file whose two plots lie apart and hold less than 200 mu together."""
    land = _shrunk(free_land(), 170)
    first, rest = _split(land, 0.55)
    _road, second = _split(rest, GAP_SHARE / 0.45)
    return boundary_txt(
        [
            SamplePlot(first, "DK-01", "演示路西地块", INDUSTRIAL),
            SamplePlot(second, "DK-02", "演示路东地块", INDUSTRIAL),
        ]
    )


def _shrunk(land: Polygon, area_mu: float) -> Polygon:
    """Return the land drawn in towards its middle until it has the area."""
    factor = (area_mu * MU_M2 / geodesic_area_m2(land)) ** 0.5
    return _surveyed(affinity.scale(land, factor, factor, origin=FREE_LAND_PLACE))


def _split(land: Polygon, share: float) -> tuple[Polygon, Polygon]:
    """Cut the land from west to east at a share of its breadth; both sides get the very points of the cut."""
    west, south, east, north = land.bounds
    cut = shapely.LineString([(west + share * (east - west), south - 1), (west + share * (east - west), north + 1)])
    pieces = shapely.get_parts(split(land, cut))
    left = max((each for each in pieces if each.centroid.x < cut.coords[0][0]), key=lambda each: each.area)
    right = max((each for each in pieces if each.centroid.x > cut.coords[0][0]), key=lambda each: each.area)
    return _surveyed(left), _surveyed(right)


def _inside(land: Polygon) -> tuple[float, float]:
    middle = land.representative_point()
    return middle.x, middle.y


def _surveyed(land: Polygon) -> Polygon:
    return shapely.transform(land, lambda degrees: degrees.round(SURVEY_DECIMALS))
