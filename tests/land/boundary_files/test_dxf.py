"""Drawings: closed polylines, hatches, arcs, and lines that join into rings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import ezdxf
import pytest

from .builders import EAST, ESTATE, NORTH, dxf, square
from .told import codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path

    from ezdxf.document import Drawing

OUTER, INNER = square(EAST, NORTH, 100), square(EAST + 30, NORTH + 30, 20)


@pytest.fixture
def drawing() -> Drawing:
    return ezdxf.new("R2010")


def saved(drawing: Drawing, tmp_path: Path) -> Path:
    drawing.saveas(tmp_path / "a.dxf")
    return tmp_path / "a.dxf"


@pytest.mark.parametrize("version", ["R12", "R2000", "R2004", "R2007", "R2018"])
def test_layers_keep_their_chinese_names_in_every_version(tmp_path: Path, version: str) -> None:
    boundary = read_whole(dxf(tmp_path / "a.dxf", version=version))
    assert [parcel.name for parcel in boundary.parcels] == ["红线", "红线"]
    assert boundary.issues[0].values["layers"] == "红线 (3)"
    assert boundary.parcels[0].surveyed.area == pytest.approx(ESTATE[0].shape.area, rel=1e-9)


def test_an_old_drawing_in_gbk_is_decoded(tmp_path: Path) -> None:
    words = dxf(tmp_path / "a.dxf", version="R12", layer="BOUNDARY").read_text()
    words = words.replace("BOUNDARY", "红线").replace("ANSI_1252", "ANSI_936")
    assert read_whole(written(tmp_path / "b.dxf", words, "gbk")).parcels[0].name == "红线"


def test_lines_that_join_end_to_end_are_a_ring_and_others_are_said_to_be_open(tmp_path: Path, drawing: Drawing) -> None:
    space = drawing.modelspace()
    for start, end in zip(OUTER, [*OUTER[1:], OUTER[0]], strict=True):
        space.add_line(end, start)
    space.add_line((EAST, NORTH + 500), (EAST + 9, NORTH + 500))
    boundary = read_whole(saved(drawing, tmp_path))
    assert boundary.parcels[0].surveyed.area == 10_000
    assert "lines_left_open" in codes(boundary.issues)


def test_lines_alone_that_do_not_close_are_refused_in_so_many_words(tmp_path: Path, drawing: Drawing) -> None:
    drawing.modelspace().add_lwpolyline(OUTER)
    assert codes(refused(saved(drawing, tmp_path))) == ["no_plots", "lines_left_open"]


def test_an_arc_is_followed_to_the_millimetre(tmp_path: Path, drawing: Drawing) -> None:
    half_circle = [(EAST, NORTH, 1), (EAST + 100, NORTH, 0)]
    drawing.modelspace().add_lwpolyline(half_circle, format="xyb", close=True)
    drawing.modelspace().add_circle((EAST + 500, NORTH), 50)
    boundary = read_whole(saved(drawing, tmp_path))
    half, whole = (parcel.surveyed.area for parcel in boundary.parcels)
    assert half == pytest.approx(math.pi * 50**2 / 2, abs=math.pi * 50 * 0.001)
    assert whole == pytest.approx(math.pi * 50**2, abs=2 * math.pi * 50 * 0.001)
    assert "arcs_read_as_chords" in codes(boundary.issues)


def test_a_hatch_with_an_island_is_a_plot_with_a_hole(tmp_path: Path, drawing: Drawing) -> None:
    hatch = drawing.modelspace().add_hatch()
    hatch.paths.add_polyline_path(OUTER, is_closed=True)
    hatch.paths.add_polyline_path(INNER, is_closed=True)
    boundary = read_whole(saved(drawing, tmp_path))
    assert [parcel.surveyed.area for parcel in boundary.parcels] == [9_600]
    assert codes(boundary.issues) == ["outlines_of_layers", "outlines_read_as_holes", "crs_from_eastings"]


def test_land_is_not_counted_twice_for_its_hatch_or_a_copy_in_another_layer(tmp_path: Path, drawing: Drawing) -> None:
    hatch = drawing.modelspace().add_hatch(dxfattribs={"layer": "填充"})
    hatch.paths.add_polyline_path(OUTER, is_closed=True)
    for layer in ("甲", "乙"):
        drawing.modelspace().add_lwpolyline(OUTER, close=True, dxfattribs={"layer": layer})
    boundary = read_whole(saved(drawing, tmp_path))
    assert [(parcel.name, parcel.surveyed.area) for parcel in boundary.parcels] == [("甲", 10_000)]
    assert codes(boundary.issues)[1:3] == ["outlines_doubled", "hatches_left_aside"]


def test_an_outline_of_another_layer_is_no_hole(tmp_path: Path, drawing: Drawing) -> None:
    drawing.modelspace().add_lwpolyline(OUTER, close=True, dxfattribs={"layer": "甲"})
    drawing.modelspace().add_lwpolyline(INNER, close=True, dxfattribs={"layer": "乙"})
    assert [(x.name, x.surveyed.area) for x in read_whole(saved(drawing, tmp_path)).parcels] == [
        ("甲", 10_000),
        ("乙", 400),
    ]


def test_paper_space_is_not_land_and_blocks_are_said_to_be_closed_books(tmp_path: Path, drawing: Drawing) -> None:
    drawing.modelspace().add_lwpolyline(OUTER, close=True)
    drawing.modelspace().add_blockref("X", (0, 0))
    drawing.layout("Layout1").add_lwpolyline(INNER, close=True)
    boundary = read_whole(saved(drawing, tmp_path))
    assert [parcel.surveyed.area for parcel in boundary.parcels] == [10_000]
    assert "blocks_not_looked_into" in codes(boundary.issues)


def test_the_last_entity_is_read_too(tmp_path: Path, drawing: Drawing) -> None:
    for place in range(50):
        drawing.modelspace().add_lwpolyline(square(EAST + 200 * place, NORTH, 100), close=True)
    assert len(read_whole(saved(drawing, tmp_path)).parcels) == 50


POLYLINE = ("0", "LWPOLYLINE", "8", "0", "100", "AcDbEntity", "100", "AcDbPolyline")


def entities(*groups: str) -> str:
    return "\n".join(["0", "SECTION", "2", "ENTITIES", *groups, "0", "ENDSEC", "0", "EOF", ""])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (entities().replace("EOF", ""), "dxf_cut_short"),
        (entities(), "no_plots"),
        (entities("0", "POINT", "10", "1", "20", "2"), "no_plots"),
        (entities("0", "LWPOLYLINE", "8", "0", "10", "1"), "dxf_broken"),
        (entities("0", "CIRCLE", "8", "0", "10", "x", "20", "y", "40", "z"), "dxf_broken"),
        (entities("0", "CIRCLE", "8", "0", "10", "1e308", "20", "0", "40", "1"), "first_coordinate_absurd"),
        (
            entities(*POLYLINE, "90", "4", "70", "1", *["10", "nan", "20", "nan"] * 4),
            "first_coordinate_absurd",
        ),
        (entities(*["0", "LINE", "8", "0"] * 6_000), "too_many_outlines"),
        ("AutoCAD Binary DXF\r\n\x1a\0", "dxf_binary"),
        ("AC1032\0\0\0", "foreign_format"),
    ],
    ids=lambda value: str(value)[-40:],
)
def test_broken_drawings_are_refused(tmp_path: Path, words: str, code: str) -> None:
    assert codes(refused(written(tmp_path / "a.dxf", words)))[0] == code


def test_an_enormous_circle_does_not_run_for_ever(tmp_path: Path, drawing: Drawing) -> None:
    drawing.modelspace().add_circle((EAST, NORTH), 9e8)
    drawing.modelspace().add_lwpolyline([(0, 0, 1e15), (1e8, 1e8, 1e9)], format="xyb", close=True)
    assert refused(saved(drawing, tmp_path))
