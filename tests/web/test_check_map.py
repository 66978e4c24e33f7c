"""The drawing of a plot: true to scale, north up, with everything on it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import shapely

from jijuqu.demo.samples import complying_txt, short_txt
from jijuqu.siting.examine import examine
from jijuqu.web.public.check_map import HEIGHT, WIDTH, Frame, draw, in_view


def drawn(tmp_path: Path, data: bytes):
    path = tmp_path / "plot.txt"
    path.write_bytes(data)
    land = examine(path)
    return land, draw(land, {})


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


def area(path: str) -> float:
    return shapely.Polygon(points(path.split("Z", maxsplit=1)[0])).area


def test_areas_on_the_drawing_are_those_on_the_ground(tmp_path):
    land, drawing = drawn(tmp_path, short_txt())
    metres = drawing.scale_m / drawing.scale_units
    for parcel, measured in zip(drawing.parcels, land.parcels, strict=True):
        assert math.isclose(area(parcel.path) * metres**2, measured.area_m2, rel_tol=0.01)


def test_a_gap_is_drawn_as_wide_as_it_is(tmp_path):
    land, drawing = drawn(tmp_path, short_txt())
    (gap,) = drawing.gaps
    x1, y1, x2, y2 = gap.ends
    width_m = math.hypot(x2 - x1, y2 - y1) * drawing.scale_m / drawing.scale_units
    assert abs(width_m - land.gaps_m[0]) < 0.5
    assert gap.words == f"{land.gaps_m[0]:.2f} m"


def test_a_hole_is_left_open(tmp_path):
    _, drawing = drawn(tmp_path, complying_txt())
    assert drawing.parcels[0].path.count("Z") == 2


def test_everything_lies_inside_the_frame_and_north_is_up(tmp_path):
    land, drawing = drawn(tmp_path, short_txt())
    for parcel in drawing.parcels:
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points(parcel.path))
    frame = Frame(land.bbox)
    assert frame.degrees(0, 0)[1] > frame.degrees(0, HEIGHT)[1]


def test_layers_are_cut_to_the_view(tmp_path):
    land, _ = drawn(tmp_path, short_txt())
    near = in_view(land.bbox, {"park": [shapely.to_wkb(shapely.box(100, 20, 120, 40))], "farmland": []})
    assert list(near) == ["park"]
    west, south, east, north = near["park"].bounds
    assert west < land.bbox[0]
    assert east - west < 0.1
    assert north - south < 0.1
