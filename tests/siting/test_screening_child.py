"""Layers from strangers are screened in a process of its own, which gives a result, a reason, or is ended."""

from __future__ import annotations

import pytest

from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening.light import LIGHT
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.saved import load
from jijuqu.siting import screening_child
from jijuqu.siting.limits import environment_of_child
from jijuqu.siting.screening_child import LayerFiles, screen_in_child
from tests.land.screening.ground import at_place, groups_of, plot, write, write_parcels

OPTIONS = ScreenOptions(min_mu=1.0)


def files(folder, parcels="parcels.parquet"):
    shapes = at_place([plot(0, 0, 100), plot(100, 0, 100), plot(900, 0, 50)])
    write_parcels(folder / "parcels.parquet", shapes)
    write(folder / "parks.parquet", shapes[2:])
    return LayerFiles(folder, parcels, "parks.parquet", ())


def reason_of(layers):
    with pytest.raises(UnreadableError) as refused:
        screen_in_child(layers, OPTIONS)
    return refused.value.reasons[0].code


def test_the_child_leaves_the_result_and_the_light_shapes_of_the_map(tmp_path):
    result = screen_in_child(files(tmp_path), OPTIONS)
    screening = load(result)
    assert [row[2] for row in groups_of(screening)] == [[1, 2]]
    assert dict(screening.dropped) == {"parks.parquet": 1}
    assert {path.name for path in result.iterdir()} == {"parcels.parquet", "pairs.npz", "about.json", LIGHT}


CHILDREN = {
    "import sys; sys.path[:] = sys.argv[1:]; from jijuqu.siting.limits import *; limit_this_process(); bytearray(2**40)": (
        "screening_beyond_limits"
    ),
    "import os; os.kill(os.getpid(), 9)": "screening_beyond_limits",
    'print(\'{"broken": "Traceback …"}\')': "screening_broke_down",
}


@pytest.mark.parametrize("child", CHILDREN)
def test_a_child_that_is_ended_or_breaks_down_is_a_reason(tmp_path, monkeypatch, child):
    monkeypatch.setattr(screening_child, "CHILD", child)
    assert reason_of(files(tmp_path)) == CHILDREN[child]


def test_a_file_that_cannot_be_used_is_named_as_it_was_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(
        screening_child, "_answer", lambda _asked: {"reasons": [{"code": "no_rows", "values": {"path": "a/b"}}]}
    )
    with pytest.raises(UnreadableError) as refused:
        screen_in_child(files(tmp_path), OPTIONS)
    assert refused.value.reasons[0].values == {"path": "a/b"}


def test_a_process_screens_for_one_at_a_time(tmp_path):
    with screening_child._one_at_a_time:
        assert reason_of(files(tmp_path)) == "screening_busy"


def test_children_are_told_of_no_database_key_or_password(monkeypatch):
    secrets = {"DATABASE_URL": "postgresql://u:p@h/d", "JIJUQU_JOURNAL_KEY": "/k", "JIJUQU_MAIL": "smtp://u:p@h:25"}
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LANG", "C.UTF-8")
    told = environment_of_child(OMP_NUM_THREADS="1")
    assert not secrets.keys() & told.keys()
    assert (told["LANG"], told["OMP_NUM_THREADS"]) == ("C.UTF-8", "1")
