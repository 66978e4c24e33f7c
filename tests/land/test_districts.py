"""Where land lies."""

from __future__ import annotations

import json

import pyogrio
import pytest
import shapely

from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.districts import GCJ02_SHIFT, OUTLINES, load_outlines, locate, locate_if_gcj02


def plot_at(lon, lat, size=0.003):
    return shapely.box(lon - size / 2, lat - size / 2, lon + size / 2, lat + size / 2)


def where(*plots, ask=locate):
    return ask(list(plots), [geodesic_area_m2(plot) for plot in plots])


def point_on_outer_line():
    outline = shapely.union_all(load_outlines().degrees)
    return outline.exterior.interpolate(0.2, normalized=True)


@pytest.mark.parametrize(
    ("lon", "lat", "code", "name"),
    [(107.80, 30.67, "500155", "梁平区"), (109.47, 31.02, "500236", "奉节县"), (108.41, 30.81, "500101", "万州区")],
)
def test_land_lies_in_the_district_of_its_place(lon, lat, code, name):
    found = where(plot_at(lon, lat))
    assert [(district.code, district.name, district.share) for district in found.districts] == [(code, name, 1.0)]
    assert found.lies_inside is True


def test_there_are_38_districts_with_their_codes():
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    assert len({feature["properties"]["code"] for feature in features}) == 38
    assert all(feature["properties"]["code"].startswith("500") for feature in features)


def test_another_reader_of_the_outlines_agrees_on_every_districts_middle():
    frame = pyogrio.raw.read(OUTLINES)
    codes, shapes = frame[3][0], shapely.from_wkb(frame[2])
    for code, shape in zip(codes, shapes, strict=True):
        middle = shapely.point_on_surface(shape)
        assert where(plot_at(middle.x, middle.y, 1e-4)).districts[0].code == str(code)


def test_land_in_another_country_lies_in_no_district():
    found = where(plot_at(-71.4, 41.8))
    assert (found.districts, found.lies_inside, found.unsure_between) == ((), False, ())


def test_near_the_citys_line_it_is_not_known_whether_land_lies_inside():
    on_line = point_on_outer_line()
    assert where(plot_at(on_line.x, on_line.y)).lies_inside is None


def test_land_that_reaches_far_over_the_citys_line_lies_not_inside():
    on_line = point_on_outer_line()
    assert where(shapely.Point(on_line.x, on_line.y).buffer(0.08)).lies_inside is False


def test_doubt_ends_three_kilometres_from_the_line():
    outline = load_outlines().whole_metres
    for distance_m, answer in ((2900, None), (3100, True)):
        inner = outline.buffer(-distance_m - 200)
        touching = shapely.shortest_line(inner, shapely.boundary(outline))
        x, y = shapely.get_coordinates(touching)[0]
        plot = shapely.Point(x, y).buffer(199)
        degrees = shapely.transform(plot, lambda p: p / [96_300.0, 110_850.0])
        assert where(degrees).lies_inside is answer


def test_between_two_districts_both_are_named():
    first, second = (load_outlines().degrees[load_outlines().names.index(name)] for name in ("渝北区", "江北区"))
    border = shapely.intersection(first.boundary, second.boundary)
    place = shapely.get_coordinates(border)[0]
    found = where(plot_at(*place, size=0.001))
    assert {"渝北区", "江北区"} <= set(found.unsure_between)
    assert found.lies_inside is True
    assert sum(district.share for district in found.districts) == pytest.approx(1, abs=1e-6)


def test_land_beyond_a_line_may_truly_lie_before_it_when_a_map_service_gave_its_coordinates():
    central = load_outlines().degrees[load_outlines().names.index("渝中区")]
    corners = shapely.get_coordinates(central)
    east_end = corners[corners[:, 0].argmax()]
    truly = shapely.LineString([east_end, shapely.point_on_surface(central)]).interpolate(0.001)
    taken_for = plot_at(truly.x + GCJ02_SHIFT[0], truly.y + GCJ02_SHIFT[1], size=0.0003)
    assert where(taken_for).districts[0].name != "渝中区"
    assert where(taken_for, ask=locate_if_gcj02).districts[0].name == "渝中区"
