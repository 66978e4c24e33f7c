"""Files from strangers, examined in a child process under limits."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jijuqu.land.parcel import UnreadableError
from jijuqu.siting import child
from jijuqu.siting.child import examine_in_child, held_against_in_child
from jijuqu.siting.examine import examine
from jijuqu.siting.limits import CPU_S, GROWTH_BYTES, WALL_S
from jijuqu.siting.wire import LENGTH, NoReplyError, StrangeReplyError, receive_reply, send
from tests.land.plots import square, star
from tests.siting.files import write_txt
from tests.siting.test_examine import wkb_of


@pytest.fixture(autouse=True, scope="module")
def _ended_afterwards():
    child.start()
    yield
    child.stop()


def reasons_of(call, *args, **kwargs):
    with pytest.raises(UnreadableError) as caught:
        call(*args, **kwargs)
    return [reason.code for reason in caught.value.reasons]


def runaway(folder: Path) -> Path:
    """A hundred ragged stars over each other: 4,950 overlaps of hundreds of splinters each."""
    return write_txt(folder / "runaway.txt", *(star(k, 800, 0, 0, 300) for k in range(100)))


def test_a_child_finds_what_this_process_finds(tmp_path):
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100), square(150, 0, 100), codes=("0601", ""))
    layers = {"park": wkb_of(square(50, 0, 100))}
    options = {"gap_m": 20.0, "layers": layers, "industrial": frozenset({2})}
    assert examine_in_child(path, **options) == examine(path, **options)


def test_a_relative_path_is_understood(tmp_path, monkeypatch):
    write_txt(tmp_path / "a.txt", square(0, 0, 100))
    monkeypatch.chdir(tmp_path)
    assert examine_in_child(Path("a.txt")).parts == 1


def test_layers_found_later_are_held_against_the_land_in_a_child_too(tmp_path):
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100))
    layers = {"park": wkb_of(square(50, 0, 100))}
    land = held_against_in_child(examine_in_child(path), layers, name="a.txt", within_s=WALL_S)
    assert land == examine(path, layers=layers)


def test_no_time_left_for_the_layers_is_told_of_the_file(tmp_path):
    land = examine_in_child(write_txt(tmp_path / "a.txt", square(0, 0, 100)))
    layers = {"park": wkb_of(star(1, 40_000, 50, 50, 400))}
    with pytest.raises(UnreadableError) as refusal:
        held_against_in_child(land, layers, name="红线.txt", within_s=0.0)
    (reason,) = refusal.value.reasons
    assert (reason.code, reason.values["name"]) == ("examination_beyond_limits", "红线.txt")


def test_the_readers_reasons_come_through(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("[地块坐标]\n", encoding="utf-8")
    assert reasons_of(examine_in_child, path) == reasons_of(examine, path)


def test_a_runaway_is_ended_and_told(tmp_path):
    assert reasons_of(examine_in_child, runaway(tmp_path)) == ["examination_beyond_limits"]


def test_the_next_file_is_examined_as_if_nothing_had_been(tmp_path):
    assert examine_in_child(write_txt(tmp_path / "a.txt", square(0, 0, 100))).parts == 1


def test_a_child_that_is_killed_is_told_at_once(tmp_path):
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(examine_in_child, runaway(tmp_path))
        os.kill(_one_child_of(child._server.process.pid), signal.SIGSEGV)
        begun = time.monotonic()
        assert reasons_of(waiting.result) == ["examination_beyond_limits"]
    assert time.monotonic() - begun < WALL_S  # not by the clock, but by the child's end


def _one_child_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for _ in range(400):
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.005)
    raise AssertionError("the server has no child")


def test_a_mistake_of_ours_is_told_and_logged(caplog):
    assert reasons_of(child._from_child, "no such work", {}, "a.txt", WALL_S) == ["examination_broke_down"]
    assert "KeyError" in caplog.text


def run_limited(then: str) -> subprocess.CompletedProcess[str]:
    """Run some lines in a process under the limits of a child."""
    lines = f"from jijuqu.siting.fork_server import limit_this_process\nlimit_this_process()\n{then}"
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", lines]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **paths})


def test_memory_is_bounded():
    assert "MemoryError" in run_limited(f"bytearray({GROWTH_BYTES + (64 << 20)})").stderr


def test_the_kernel_ends_a_process_that_never_ends():
    shortened = "import signal; signal.setitimer(signal.ITIMER_REAL, signal.getitimer(signal.ITIMER_REAL)[0] / 10)"
    assert run_limited(f"{shortened}\nwhile True: pass").returncode == -signal.SIGALRM


def test_computing_time_is_bounded_and_no_core_is_dumped():
    shown = run_limited("import resource as r; print(r.getrlimit(r.RLIMIT_CPU), r.getrlimit(r.RLIMIT_CORE))")
    assert shown.stdout.strip() == f"({CPU_S}, {CPU_S}) (0, 0)"


def test_many_threads_may_ask_at_once(tmp_path):
    paths = [write_txt(tmp_path / f"{k}.txt", square(0, 0, 100 + k)) for k in range(8)]
    with ThreadPoolExecutor(8) as pool:
        lands = list(pool.map(examine_in_child, paths))
    assert [round(land.plane_area_m2) for land in lands] == [(100 + k) ** 2 for k in range(8)]


def test_a_server_that_died_is_replaced(tmp_path):
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100))
    examine_in_child(path)
    child._server.process.kill()
    child._server.process.wait()
    assert examine_in_child(path).parts == 1


class Harmful:
    def __reduce__(self):
        return os.system, ("true",)


def test_a_reply_that_names_other_classes_is_refused():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        data = pickle.dumps(("land", Harmful()))
        theirs.sendall(LENGTH.pack(len(data)) + data)
        with pytest.raises(StrangeReplyError, match="system"):
            receive_reply(ours, within_s=1)


def test_a_reply_that_stops_half_way_is_none():
    ours, theirs = socket.socketpair()
    with ours:
        theirs.sendall(LENGTH.pack(1000) + b"half")
        theirs.close()
        with pytest.raises(NoReplyError):
            receive_reply(ours, within_s=1)


def test_a_child_that_does_not_answer_is_given_up():
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(NoReplyError):
        receive_reply(ours, within_s=0.05)


def test_numbers_of_numpy_arrive_as_plain_ones():
    numpy = pytest.importorskip("numpy")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(theirs, [numpy.float64(0.5), numpy.int64(3), numpy.bool_(True)])
        assert [(type(value), value) for value in receive_reply(ours, within_s=1)] == [
            (float, 0.5),
            (int, 3),
            (bool, True),
        ]
