"""A run that is stopped goes on where it was, and leaves nothing half-written."""

from __future__ import annotations

import pytest
import shapely

from jijuqu.land.screening import map_step
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.run import screen
from jijuqu.land.screening.state import State
from jijuqu.land.screening.writing import replaced
from tests.land.screening.ground import at_place, groups_of, plot, write_parcels

OPTIONS = ScreenOptions(min_mu=1.0, threads=1)


class StoppedError(Exception):
    """As when the machine goes down."""


@pytest.fixture
def parcels(tmp_path):
    shapes = [plot(x, y, 90) for x in range(0, 500, 100) for y in range(0, 400, 100)]
    bow_tie = shapely.Polygon([(900, 0), (1000, 100), (1000, 0), (900, 100)])
    shapes = [*shapes, bow_tie, None]
    path = tmp_path / "p.parquet"
    return write_parcels(path, [None if s is None else at_place([s])[0] for s in shapes], row_group_size=4)


def stop_after(rows):
    def progress(done, _total):
        if done >= rows:
            raise StoppedError

    return progress


def pieces_screened(monkeypatch):
    screened = []
    whole = map_step.screen_rows

    def counted(table, rows_before, task):
        screened.append(rows_before)
        return whole(table, rows_before, task)

    monkeypatch.setattr("jijuqu.land.screening.run.screen_rows", counted)
    return screened


def state(folder, inputs, options=OPTIONS):
    return State(folder / "groups.csv", inputs, options, keep_after_s=0.0)


def test_finished_pieces_are_not_screened_again(tmp_path, parcels, monkeypatch):
    expected = screen(parcels, None, [], OPTIONS)
    with pytest.raises(StoppedError):
        screen(parcels, None, [], OPTIONS, stop_after(8), state(tmp_path, [parcels]))
    screened = pieces_screened(monkeypatch)
    again = screen(parcels, None, [], OPTIONS, None, state(tmp_path, [parcels]))
    assert sorted(screened) == [8, 12, 16, 20]
    assert groups_of(again) == groups_of(expected)
    assert (again.notes, again.rows, again.dropped) == (expected.notes, expected.rows, expected.dropped)


@pytest.mark.parametrize("change", ["parcels", "options"])
def test_what_was_kept_of_other_input_is_forgotten(tmp_path, parcels, monkeypatch, change):
    with pytest.raises(StoppedError):
        screen(parcels, None, [], OPTIONS, stop_after(8), state(tmp_path, [parcels]))
    options = ScreenOptions(min_mu=1.0, threads=1, use_prefix="06") if change == "options" else OPTIONS
    if change == "parcels":
        parcels.write_bytes(parcels.read_bytes())
    screened = pieces_screened(monkeypatch)
    screen(parcels, None, [], options, None, state(tmp_path, [parcels], options))
    assert len(screened) == 6


def test_another_threshold_or_gap_still_finds_them(tmp_path, parcels, monkeypatch):
    with pytest.raises(StoppedError):
        screen(parcels, None, [], OPTIONS, stop_after(8), state(tmp_path, [parcels]))
    options = ScreenOptions(min_mu=30.0, gap_m=5.0, threads=1)
    screened = pieces_screened(monkeypatch)
    screen(parcels, None, [], options, None, state(tmp_path, [parcels], options))
    assert len(screened) == 4


def test_a_short_run_keeps_nothing(tmp_path, parcels):
    kept = State(tmp_path / "groups.csv", [parcels], OPTIONS)
    screen(parcels, None, [], OPTIONS, None, kept)
    assert not kept.folder.exists()


def test_an_output_that_could_not_be_finished_leaves_the_old_one(tmp_path):
    path = tmp_path / "groups.csv"
    path.write_text("old")

    def write(half):
        half.write_text("new")
        raise StoppedError

    with pytest.raises(StoppedError):
        replaced(path, write)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["groups.csv"]
