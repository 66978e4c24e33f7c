"""Boundary-point TXT files of drawn plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import shapely

HEAD = """[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=36
精度=0.001
转换参数=,,,,,,
[地块坐标]
"""


def write_txt(path: Path, *plots: shapely.Polygon, codes: tuple[str, ...] = ()) -> Path:
    """Write plots drawn in EPSG:4545 (no zone in the easting); the file has zone 36 in its eastings: EPSG:4524."""
    codes = codes or ("",) * len(plots)
    blocks = [_block(k, plot, code) for k, (plot, code) in enumerate(zip(plots, codes, strict=True), start=1)]
    path.write_text(HEAD + "".join(blocks), encoding="utf-8")
    return path


def _block(number: int, plot: shapely.Polygon, code: str) -> str:
    points = [
        f"J{k},{ring},{y:.6f},{36_000_000 + x:.6f}\n"
        for ring, line in enumerate([plot.exterior, *plot.interiors], start=1)
        for k, (x, y) in enumerate(line.coords, start=1)
    ]
    return f"{len(points)},{plot.area / 1e4:.4f},DK{number},地块{number},面,,,{code},@\n" + "".join(points)
