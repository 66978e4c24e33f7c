"""One estate of two plots, one with a hole, written in every format; and rings to spoil it with."""

from __future__ import annotations

import json
import struct
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ezdxf
import numpy as np
import pyogrio
import shapely
from pyproj import Transformer
from shapely import Polygon

if TYPE_CHECKING:
    from pathlib import Path

ZONE_36 = "EPSG:4524"


@dataclass(frozen=True)
class Land:
    """A plot in the metres of zone 36, easting first."""

    id: str
    name: str
    use_code: str
    shape: Polygon


def square(east: float, north: float, side: float) -> list[tuple[float, float]]:
    return [(east, north), (east + side, north), (east + side, north + side), (east, north + side)]


EAST, NORTH = 36_412_000.0, 3_280_000.0
ESTATE = (
    Land(
        "A-1",
        "东地块",
        "0601",
        Polygon(
            [(EAST, NORTH), (EAST + 210.1234, NORTH + 3.5), (EAST + 205, NORTH + 180), (EAST + 1.25, NORTH + 199.875)],
            [square(EAST + 50, NORTH + 60, 40)],
        ),
    ),
    Land("A-2", "西地块", "1001", Polygon(square(EAST - 150, NORTH + 10, 120))),
)


def degrees(shape: Polygon) -> Polygon:
    way = Transformer.from_crs(ZONE_36, "EPSG:4490", always_xy=True)
    return shapely.transform(shape, way.transform, interleaved=False)


def rings(shape: Polygon) -> list[np.ndarray]:
    return [shapely.get_coordinates(ring) for ring in (shape.exterior, *shape.interiors)]


def boundary_txt(
    estate: tuple[Land, ...] = ESTATE, *, head: str = "带号=36\n", digits: int = 10, extra: str = ""
) -> str:
    lines = [
        "[属性描述]",
        "格式版本号=1.01版本",
        "坐标系=2000国家大地坐标系",
        "几度分带=3",
        "投影类型=高斯克吕格",
        "计量单位=米",
    ]
    lines += [*head.splitlines(), "精度=0.001", "转换参数=,,,,,,", "[地块坐标]"]
    for land in estate:
        points = [(number, point) for number, ring in enumerate(rings(land.shape), 1) for point in ring]
        hectares = land.shape.area / 10_000
        lines.append(f"{len(points)},{hectares:.4f},{land.id},{land.name},面,,工业用地,{land.use_code},{extra}@")
        lines += [f"J{at},{ring},{y:.{digits}f},{x:.{digits}f}" for at, (ring, (x, y)) in enumerate(points, 1)]
    return "\n".join(lines) + "\n"


def geojson(estate: tuple[Land, ...] = ESTATE, **members: object) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"DKBH": land.id, "DKMC": land.name, "YDDM": land.use_code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[round(x, 12), round(y, 12)] for x, y in ring] for ring in rings(degrees(land.shape))],
            },
        }
        for land in estate
    ]
    return json.dumps({"type": "FeatureCollection", **members, "features": features}, ensure_ascii=False)


def kml(estate: tuple[Land, ...] = ESTATE) -> str:
    def boundary(tag: str, ring: np.ndarray) -> str:
        points = " ".join(f"{x:.12f},{y:.12f},0" for x, y in ring)
        return f"<{tag}><LinearRing><coordinates>\n{points}\n</coordinates></LinearRing></{tag}>"

    placemarks = []
    for land in estate:
        shell, *holes = rings(degrees(land.shape))
        inner = "".join(boundary("innerBoundaryIs", hole) for hole in holes)
        data = "".join(
            f'<Data name="{name}"><value>{value}</value></Data>'
            for name, value in (("DKBH", land.id), ("YDDM", land.use_code))
        )
        placemarks.append(
            f"<Placemark><name>{land.name}</name><ExtendedData>{data}</ExtendedData>"
            f"<Polygon>{boundary('outerBoundaryIs', shell)}{inner}</Polygon></Placemark>"
        )
    inside = "".join(placemarks)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{inside}</Document></kml>'


def write_by_gdal(
    path: Path,
    estate: tuple[Land, ...] = ESTATE,
    *,
    crs: str | None = ZONE_36,
    names: tuple[str, ...] = ("DKBH", "DKMC", "YDDM"),
    **options: str,
) -> Path:
    """Write with GDAL's own drivers, an independent hand."""
    columns = ([land.id for land in estate], [land.name for land in estate], [land.use_code for land in estate])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pyogrio.raw.write(
            path,
            np.array([shapely.to_wkb(land.shape) for land in estate]),
            [np.array(column, dtype=object) for column in columns],
            list(names),
            geometry_type="Polygon",
            crs=crs,
            **options,
        )
    return path


def dxf(path: Path, estate: tuple[Land, ...] = ESTATE, version: str = "R2010", layer: str = "红线") -> Path:
    drawing = ezdxf.new(version)
    for land in estate:
        for ring in rings(land.shape):
            add = drawing.modelspace().add_polyline2d if version == "R12" else drawing.modelspace().add_lwpolyline
            add(ring[:-1], close=True, dxfattribs={"layer": layer})
    drawing.saveas(path)
    return path


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def packed(folder: Path, path: Path, inside: str = "") -> Path:
    """Zip the files of a folder."""
    return zipped(path, {inside + part.name: part.read_bytes() for part in sorted(folder.iterdir())})


def shp(shapes: list[list[list[tuple[float, float]]]], kind: int = 5) -> bytes:
    """Write a .shp byte by byte, with rings as wrong as they are given."""
    body = b""
    for number, parts in enumerate(shapes, 1):
        points = [point for part in parts for point in part]
        starts = np.cumsum([0, *map(len, parts)])[:-1]
        content = struct.pack("<i4d2i", kind, 0, 0, 0, 0, len(parts), len(points))
        content += b"".join(struct.pack("<i", start) for start in starts)
        content += b"".join(struct.pack("<2d", *point) for point in points)
        body += struct.pack(">2i", number, len(content) // 2) + content
    head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + len(body)) // 2)
    return head + struct.pack("<2i8d", 1000, kind, *[0.0] * 8) + body


def in_every_format(folder: Path) -> dict[str, Path]:
    """Write the estate in all formats, by their names; degrees with 12 decimals."""
    layer = folder / "layer"
    layer.mkdir()
    write_by_gdal(layer / "地块.shp", encoding="GBK")
    (folder / "a.txt").write_text(boundary_txt(), encoding="gbk")
    (folder / "a.geojson").write_text(geojson(), encoding="utf-8")
    (folder / "a.kml").write_text(kml(), encoding="utf-8")
    return {
        "txt": folder / "a.txt",
        "geojson": folder / "a.geojson",
        "kml": folder / "a.kml",
        "kmz": zipped(folder / "a.kmz", {"doc.kml": kml().encode()}),
        "dxf": dxf(folder / "a.dxf"),
        "gpkg": write_by_gdal(folder / "a.gpkg"),
        "shp": layer / "地块.shp",
        "zip": packed(layer, folder / "a.zip"),
    }
