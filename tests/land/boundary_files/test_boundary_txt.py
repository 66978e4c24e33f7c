"""The boundary-point file that districts send, as they really send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from .builders import EAST, ESTATE, NORTH, boundary_txt, square
from .told import area_m2, codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path


def rows(*rings: list[tuple[float, float]], first: int = 1, restart: bool = False) -> list[str]:
    """Point lines, northing before easting, ring numbers counting from `first`."""
    lines = [f"J{at},{number},{y},{x}" for number, ring in enumerate(rings, first) for at, (x, y) in enumerate(ring, 1)]
    return lines if restart else [f"J{at},{line.split(',', 1)[1]}" for at, line in enumerate(lines, 1)]


def txt(*lines: str, head: str = "带号=36") -> str:
    return "\n".join(["[属性描述]", "坐标系=2000国家大地坐标系", "几度分带=3", head, "[地块坐标]", *lines])


OUTER, INNER = square(EAST, NORTH, 100), square(EAST + 30, NORTH + 30, 20)
BESIDE = square(EAST + 200, NORTH, 50)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_zone_36_with_a_hole_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", boundary_txt(), encoding))
    assert boundary.crs == "EPSG:4524"
    assert boundary.parcels[0].name == "东地块"
    assert boundary.parcels[0].surveyed.area == pytest.approx(ESTATE[0].shape.area, rel=1e-9)


@pytest.mark.parametrize("extra", ["", ",,,,", "甲,乙,丙,丁,"])
def test_heads_of_nine_twelve_and_thirteen_fields_are_understood(tmp_path: Path, extra: str) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", boundary_txt(extra=extra)))
    assert [parcel.use_code for parcel in boundary.parcels] == ["0601", "1001"]


def test_a_head_of_nothing_but_the_mark_still_parts_the_plots(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", txt("@", *rows(OUTER), "@", *rows(BESIDE))))
    assert [parcel.surveyed.area for parcel in boundary.parcels] == [10_000, 2_500]


def test_without_any_head_each_outer_ring_is_a_plot(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", txt(*rows(OUTER, INNER, BESIDE))))
    assert [parcel.surveyed.area for parcel in boundary.parcels] == [9_600, 2_500]


@pytest.mark.parametrize("closing", [False, True])
@pytest.mark.parametrize("restart", [False, True])
def test_rings_may_repeat_their_first_point_and_count_their_points_anew(
    tmp_path: Path, closing: bool, restart: bool
) -> None:
    rings = [[*ring, ring[0]] if closing else ring for ring in (OUTER, INNER)]
    (parcel,) = read_whole(written(tmp_path / "a.txt", txt("8,1,1,甲,面,,,,@", *rows(*rings, restart=restart)))).parcels
    assert parcel.surveyed.area == 9_600


def test_closed_rings_under_one_number_are_parted_where_they_close(tmp_path: Path) -> None:
    lines = [line.replace(",2,", ",1,") for line in rows([*OUTER, OUTER[0]], [*INNER, INNER[0]])]
    (parcel,) = read_whole(written(tmp_path / "a.txt", txt("@", *lines))).parcels
    assert len(parcel.surveyed.interiors) == 1


def test_whether_a_ring_is_a_hole_is_told_from_where_it_lies_and_said(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", txt("12,1,1,甲,面,,,,@", *rows(OUTER, BESIDE, INNER))))
    assert boundary.parcels[0].surveyed.area == 9_600 + 2_500
    assert "plot_in_parts" in codes(boundary.issues)


def test_easting_before_northing_is_certain_here_and_mended_with_an_issue(tmp_path: Path) -> None:
    swapped = [f"J{at},1,{x},{y}" for at, (x, y) in enumerate(OUTER)]
    boundary = read_whole(written(tmp_path / "a.txt", txt("@", *swapped)))
    assert codes(boundary.issues) == ["axes_swapped"]
    assert boundary.parcels[0].surveyed.equals(shapely.Polygon(OUTER))


def test_six_digit_eastings_take_the_zone_of_the_head(tmp_path: Path) -> None:
    lines = [line.replace(",36412", ",412") for line in rows(OUTER)]
    assert read_whole(written(tmp_path / "a.txt", txt("@", *lines))).crs == "EPSG:4545"


def test_six_digit_eastings_without_a_zone_are_refused_naming_the_ways_out(tmp_path: Path) -> None:
    lines = [line.replace(",36412", ",412") for line in rows(OUTER)]
    path = written(tmp_path / "a.txt", txt("@", *lines, head="带号="))
    assert codes(refused(path)) == ["crs_missing_metres"]
    assert read_whole(path, "EPSG:4545").crs == "EPSG:4545"


def test_coordinates_that_might_be_either_axis_are_refused(tmp_path: Path) -> None:
    assert codes(refused(written(tmp_path / "a.txt", txt("@", *rows(square(500_000, 500_000, 50)))))) == [
        "coordinates_unfit"
    ]


def test_plots_of_two_zones_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", txt("@", *rows(OUTER), "@", *rows(square(EAST - 1e6, NORTH, 50))))
    (reason,) = refused(path)
    assert (reason.code, reason.values["zones"]) == ("zones_mixed", "35, 36")


@pytest.mark.parametrize(
    ("system", "datum"), [("1980西安坐标系", "西安80"), ("北京54", "北京54"), ("西安80", "西安80")]
)
def test_old_datums_are_refused_with_the_reason(tmp_path: Path, system: str, datum: str) -> None:
    (reason,) = refused(written(tmp_path / "a.txt", boundary_txt().replace("2000国家大地坐标系", system)))
    assert (reason.code, reason.values["datum"]) == ("datum_too_old", datum)


def test_a_zone_of_six_degrees_is_understood(tmp_path: Path) -> None:
    lines = [line.replace(",36412", ",18702") for line in rows(OUTER)]
    words = txt("@", *lines, head="带号=18").replace("几度分带=3", "几度分带=6")
    assert read_whole(written(tmp_path / "a.txt", words)).crs == "EPSG:4496"


def test_a_head_that_contradicts_the_eastings_is_refused(tmp_path: Path) -> None:
    assert codes(refused(written(tmp_path / "a.txt", boundary_txt(head="带号=35")))) == ["zone_contradicts"]


def test_a_file_cut_short_is_refused_by_the_number_of_points_it_promised(tmp_path: Path) -> None:
    words = boundary_txt().splitlines()
    assert codes(refused(written(tmp_path / "a.txt", "\n".join(words[:-3])))) == ["points_lacking"]


def test_every_line_that_is_no_point_is_named(tmp_path: Path) -> None:
    reasons = refused(written(tmp_path / "a.txt", txt("@", *rows(OUTER), "J5,1,甲,乙", "J6,1,3280000.12.3,36412000")))
    assert [(reason.code, reason.values["line"]) for reason in reasons] == [
        ("line_not_understood", 11),
        ("line_not_understood", 12),
    ]


def test_endless_digits_and_blanks_are_told_without_delay(tmp_path: Path) -> None:
    """Not one search for a number goes over the same digits again and again: this test would take minutes."""
    head = f"4,1{' ' * 300_000}5,1,甲,面,,,,@"
    endless = [f"J5,1,{'1' * 300_000}x,36412000", f"J6,1,3280000,36412000{' ' * 300_000}x", "J7,1,+-nan,36412000"]
    assert codes(refused(written(tmp_path / "a.txt", txt("@", *rows(OUTER), *endless)))) == ["line_not_understood"] * 3
    assert len(read_whole(written(tmp_path / "b.txt", txt(head, *rows(OUTER)))).parcels) == 1


@pytest.mark.parametrize(
    ("area", "differs"), [("1.0", False), ("1.0公顷", False), ("15亩", False), ("10000㎡", False), ("1.02", True)]
)
def test_an_area_in_the_head_is_compared_with_the_plane_area(tmp_path: Path, area: str, differs: bool) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", txt(f"4,{area},1,甲,面,,,,@", *rows(OUTER))))
    assert codes(boundary.issues) == (["area_differs"] if differs else [])


def test_points_and_lines_are_left_out_and_alone_refused(tmp_path: Path) -> None:
    line = ("3,0,2,甲,线,,,,@", *rows(OUTER[:3]))
    boundary = read_whole(written(tmp_path / "a.txt", txt("@", *rows(OUTER), *line)))
    assert (len(boundary.parcels), codes(boundary.issues)) == (1, ["features_left_out"])
    assert codes(refused(written(tmp_path / "b.txt", txt(*line)))) == ["no_plots", "features_left_out"]


def test_without_a_system_the_eastings_give_the_zone_and_it_is_said(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a.txt", "[地块坐标]\n@\n" + "\n".join(rows(OUTER))))
    assert (boundary.crs, codes(boundary.issues)) == ("EPSG:4524", ["crs_from_eastings"])


@pytest.mark.parametrize("separator", [" ", ",", "\t", "，"])
def test_a_pasted_list_in_either_order_is_read(tmp_path: Path, separator: str) -> None:
    straight = "\n".join(f"{x}{separator}{y}" for x, y in OUTER)
    turned = "\n".join(f"J{at}{separator}{y}{separator}{x}" for at, (x, y) in enumerate(OUTER))
    first, second = (read_whole(written(tmp_path / "a.txt", words)) for words in (straight, turned))
    assert first.crs == second.crs == "EPSG:4524"
    assert area_m2(first) == area_m2(second)


def test_a_pasted_list_of_degrees_asks_for_its_system(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "29.5,107.1\n29.5,107.2\n29.6,107.2\n")
    assert codes(refused(path)) == ["crs_missing_degrees"]
    boundary = read_whole(path, "4490")
    assert codes(boundary.issues) == ["axes_swapped"]
    assert boundary.parcels[0].polygon.bounds == (107.1, 29.5, 107.2, 29.6)


def test_a_pasted_list_whose_axes_are_unclear_is_refused(tmp_path: Path) -> None:
    assert codes(refused(written(tmp_path / "a.txt", "10 20\n30 20\n30 40\n"))) == ["axes_unclear"]


def test_blank_lines_in_a_pasted_list_part_rings(tmp_path: Path) -> None:
    words = "\n\n".join("\n".join(f"{x} {y}" for x, y in ring) for ring in (OUTER, INNER, BESIDE))
    assert [parcel.surveyed.area for parcel in read_whole(written(tmp_path / "a.txt", words)).parcels] == [9_600, 2_500]
