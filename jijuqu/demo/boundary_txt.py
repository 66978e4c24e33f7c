"""Writes a boundary-point file (勘测定界 TXT) as survey offices send it: 3° zone 36 in the easting, GBK."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import shapely
from pyproj import Transformer

from jijuqu.land.area import geodesic_area_m2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Polygon

ZONE, ZONE_EPSG = 36, "EPSG:4524"
HEAD = f"""[属性描述]
格式版本号=1.01版本
数据产生单位=演示测绘有限公司（虚构）
数据产生日期=2022-9-1
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号={ZONE}
精度=0.001
转换参数=,,,,,,
[地块坐标]
"""


class SamplePlot(NamedTuple):
    """One plot of the file: its polygon in degrees (EPSG:4490), its number, name and land-use code."""

    polygon: Polygon
    number: str
    name: str
    use_code: str


def boundary_txt(plots: Sequence[SamplePlot]) -> bytes:
    """Return the file: points as northing, easting with three decimals; ring 1 is the shell, 2 and on are holes."""
    lines = [line for plot in plots for line in _plot(plot)]
    text = HEAD + "\n".join(lines) + "\n"
    return text.replace("\n", "\r\n").encode("gbk")


def _plot(plot: SamplePlot) -> list[str]:
    plane = Transformer.from_crs("EPSG:4490", ZONE_EPSG, always_xy=True)
    surveyed = shapely.transform(plot.polygon, plane.transform, interleaved=False)
    points, number = [], 0
    for ring, line in enumerate((surveyed.exterior, *surveyed.interiors), start=1):
        first = number + 1
        for easting, northing in line.coords[:-1]:
            number += 1
            points.append(f"J{number},{ring},{northing:.3f},{easting:.3f}")
        easting, northing = line.coords[0]
        points.append(f"J{first},{ring},{northing:.3f},{easting:.3f}")
    hectares = geodesic_area_m2(plot.polygon) / 10_000
    return [f"{len(points)},{hectares:.4f},{plot.number},{plot.name},面,,{plot.use_code},,@", *points]
