"""What compiled loops say of single shapes: well-known binary, validity, and whether they are ready."""

from __future__ import annotations

import os
import struct
import subprocess
import sys

import numba
import numpy as np
import pyarrow as pa
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.land.screening import kernels
from jijuqu.land.screening.kernels import wkb
from jijuqu.land.screening.kernels.knots import crossings
from jijuqu.land.screening.kernels.simple import is_surely_valid, room_for_edges
from jijuqu.land.screening.make_ready import make_ready
from jijuqu.land.screening.polygons import from_shapes, to_shapes
from jijuqu.land.screening.shapes_in import decoded
from tests.land.screening.ground import plot
from tests.land.screening.shapes import hostile

FRAME = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(1, 1), (2, 1), (2, 2)]])
PAIR = shapely.MultiPolygon([FRAME, plot(20, 0, 5)])
FLAVOURS = {
    "little-endian": {},
    "big-endian": {"byte_order": 0},
    "ISO": {"output_dimension": 4, "flavor": "iso"},
    "EWKB with a system": {"output_dimension": 4, "include_srid": True},
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("shape", [FRAME, PAIR], ids=["polygon", "multipolygon"])
@pytest.mark.parametrize("height", [False, True])
def test_every_flavour_of_binary_gives_the_same_shape(flavour, shape, height):
    drawn = shapely.force_3d(shape, 7.0) if height else shape
    data = shapely.to_wkb(shapely.set_srid(drawn, 4490), **FLAVOURS[flavour])
    polygons, fate = decoded(pa.array([None, data, data], pa.binary()))
    assert fate.tolist() == [wkb.MISSING, wkb.SOUND, wkb.SOUND]
    assert shapely.equals_exact(to_shapes(polygons._replace(first_ring=polygons.first_ring[1:])), shape).all() or (
        shapely.equals(to_shapes(polygons._replace(first_ring=polygons.first_ring[1:])), shape).all()
    )


@pytest.mark.parametrize(
    ("data", "fate"),
    [
        (shapely.to_wkb(shapely.Point(1, 2)), wkb.OTHER_TYPE),
        (shapely.to_wkb(shapely.GeometryCollection([FRAME])), wkb.OTHER_TYPE),
        (shapely.to_wkb(shapely.Polygon()), wkb.EMPTY),
        (shapely.to_wkb(shapely.MultiPolygon()), wkb.EMPTY),
        (b"", wkb.BROKEN),
        (b"\1\3\0\0\0\xff\xff\xff\xff", wkb.BROKEN),
        (shapely.to_wkb(FRAME)[:-1], wkb.BROKEN),
        (struct.pack("<BIII6d", 1, 3, 1, 3, 0, 0, 1, 0, 0, 0), wkb.BROKEN),
        (struct.pack("<BIII8d", 1, 3, 1, 4, 0, 0, 1, 0, 1, 1, 0, 1), wkb.BROKEN),
        (struct.pack("<BIII8d", 1, 3, 1, 4, 0, 0, 1, np.nan, 1, 1, 0, 0), wkb.NOT_FINITE),
        (struct.pack("<BIII8d", 1, 3, 1, 4, 0, 0, np.inf, 0, 1, 1, 0, 0), wkb.NOT_FINITE),
    ],
)
def test_what_is_no_shape_is_told_apart_and_does_not_disturb_its_neighbours(data, fate):
    polygons, fates = decoded(pa.array([data, shapely.to_wkb(FRAME)], pa.large_binary()))
    assert fates.tolist() == [fate, wkb.SOUND]
    assert shapely.equals(to_shapes(polygons._replace(first_ring=polygons.first_ring[1:]))[0], FRAME)


@given(flips=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6), cut=st.integers(0, 40))
@settings(max_examples=200)
def test_spoilt_bytes_are_refused_or_read_as_geos_reads_them(flips, cut):
    data = bytearray(shapely.to_wkb(PAIR))
    for at, value in flips:
        data[at % len(data)] = value
    data = bytes(data[: len(data) - cut])
    polygons, (fate,) = decoded(pa.array([data], pa.binary()))
    if fate == wkb.SOUND:
        theirs = shapely.force_2d(shapely.from_wkb(data))
        assert shapely.get_num_coordinates(theirs) == len(polygons.xy)
        assert np.array_equal(shapely.get_coordinates(theirs), polygons.xy)


@given(shape=hostile)
@settings(max_examples=300)
def test_what_passes_the_quick_test_is_valid(shape):
    if is_surely_valid(from_shapes(np.array([shape])), 0, room_for_edges()):
        assert shapely.is_valid(shape)
        assert shapely.area(shape) > 0


def test_ordinary_plots_pass_the_quick_test():
    holes = [plot(5, 5, 2).exterior.coords, plot(15, 15, 2).exterior.coords]
    shapes = np.array([plot(0, 0, 100), FRAME, shapely.Polygon(plot(0, 0, 30).exterior.coords, holes)])
    polygons = from_shapes(shapes)
    assert [is_surely_valid(polygons, k, room_for_edges()) for k in range(2)] == [True, True]


def test_crossings_are_counted_up_to_a_limit():
    comb = [(x, y) for k in range(10) for x, y in ((2 * k, 0), (2 * k + 1, 9))]
    crossed = from_shapes(np.array([shapely.Polygon([*comb, (19, 5), (0, 4)])]))
    assert crossings(crossed, 0, 10_000) > 22
    assert crossings(crossed, 0, 25) == 25


def test_everything_is_compiled_beforehand():
    make_ready()
    before = {path.name for path in kernels.folder().glob("*.nbc")}
    make_ready()
    assert kernels.are_ready()
    assert {path.name for path in kernels.folder().glob("*.nbc")} == before


def test_functions_of_others_are_cached_where_they_always_were(tmp_path, monkeypatch):
    source = tmp_path / "theirs.py"
    source.write_text("import numba\n\n\n@numba.njit(cache=True)\ndef one():\n    return 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    import theirs  # noqa: PLC0415

    assert theirs.one() == 1
    assert str(tmp_path) in theirs.one.stats.cache_path
    assert numba.config.CACHE_DIR == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere; the choice of the folder is tested below")
def test_a_folder_that_may_not_be_written_is_passed_over(tmp_path):
    tmp_path.chmod(0o500)
    assert not kernels._may_write(tmp_path / "kernels")


@pytest.mark.parametrize("ready", [True, False])
def test_where_the_program_may_not_write_ready_kernels_serve_and_others_go_to_the_user(tmp_path, monkeypatch, ready):
    beside = tmp_path / "program" / "__pycache__" / f"kernels-{kernels._digest()}"
    beside.mkdir(parents=True)
    if ready:
        (beside / kernels.READY).touch()
    monkeypatch.setattr(kernels, "HERE", tmp_path / "program")
    monkeypatch.setattr(kernels, "_digest", lambda: beside.name.removeprefix("kernels-"))
    monkeypatch.setattr(kernels, "_may_write", lambda place: tmp_path / "user" in place.parents)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    chosen = kernels.folder.__wrapped__()
    assert chosen == (beside if ready else tmp_path / "user" / "jijuqu" / beside.name)


def test_other_commands_do_not_wait_for_numba():
    code = "import sys; import jijuqu.cli, jijuqu.land.screening; print('numba' in sys.modules or 'pyarrow' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
