"""Examine a file from a stranger in a child process, under limits of time and memory.

The child is forked from a small server process of our own (see `fork_server`), which has everything imported, so that
it costs milliseconds. Linux only, like the limits.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jijuqu.land.parcel import UnreadableError
from jijuqu.siting.layers import LayerFile
from jijuqu.siting.limits import CPU_S, GROWTH_BYTES, WALL_S, environment_of_child
from jijuqu.siting.wire import NoReplyError, StrangeReplyError, receive_reply, send
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jijuqu.siting.industrial import Declaration
    from jijuqu.siting.land import Land
    from jijuqu.siting.layers import Layer, LayerKind
    from jijuqu.siting.outlines import Outlines

STARTING_S = 20.0  # a first child waits for the server's imports
SERVER = "import sys; sys.path[:] = sys.argv[2:]; from jijuqu.siting.fork_server import serve; serve(int(sys.argv[1]))"

log = logging.getLogger(__name__)


def examine_in_child(
    path: Path,
    *,
    crs: str | None = None,
    gap_m: float = 0.0,
    layers: Mapping[LayerKind, Layer] | None = None,
    industrial: Declaration = None,
) -> Land:
    """Do what `examine.examine` does, in a limited child process.

    A child that goes beyond the limits, or breaks down, is an UnreadableError too. Safe to call from several threads.
    """
    layers = {kind: _with_full_path(layer) for kind, layer in (layers or {}).items()}
    values = {"path": path.absolute(), "crs": crs, "gap_m": gap_m, "layers": layers, "industrial": industrial}
    land: Land = _from_child("examine", values, path.name, WALL_S)
    return land


def outlines_in_child(path: Path, *, crs: str | None = None) -> Outlines:
    """Do what `outlines.read_outlines` does, in a limited child process; errors as above."""
    outlines: Outlines = _from_child("read_outlines", {"path": path.absolute(), "crs": crs}, path.name, WALL_S)
    return outlines


def held_against_in_child(land: Land, layers: Mapping[LayerKind, Layer], *, name: str, within_s: float) -> Land:
    """Do what `held_against.held_against` does, in a limited child process; errors as above, about the file `name`.

    The land was examined in another child, which has used up some of the time: `within_s` is what is left of it.
    """
    layers = {kind: _with_full_path(layer) for kind, layer in layers.items()}
    held: Land = _from_child("held_against", {"land": land, "layers": layers}, name, within_s)
    return held


def _from_child(work: str, values: dict[str, Any], name: str, within_s: float) -> Any:
    """Have some work done; `name` stands in the sentences about a failure."""
    with _connect() as connection:
        kind, value = _ask(connection, (work, values), within_s)
    if kind == "done":
        return value
    if kind == "unreadable":
        raise UnreadableError(value)
    if kind == "broken":
        log.error("Examining %s broke down:\n%s", name, value)
        raise UnreadableError((Message("examination_broke_down", {"name": name}),))
    limits = {"name": name, "seconds": CPU_S, "megabytes": GROWTH_BYTES >> 20}
    raise UnreadableError((Message("examination_beyond_limits", limits),))


def start() -> None:
    """Start the server process, if it is not running, without waiting for it. Calling it early saves the first wait."""
    with _starting:
        _running_server()


def stop() -> None:
    """End the server process; the next examination starts another."""
    global _server  # noqa: PLW0603
    with _starting:
        if _server and _server.owner == os.getpid():
            _server.process.kill()  # it has nothing to tidy up
            _server.process.wait()
            _server.control.close()
        _server = None


atexit.register(stop)


def _ask(connection: socket.socket, request: tuple[str, dict[str, Any]], within_s: float) -> tuple[str, Any]:
    waited_s = within_s if _server and _server.has_answered else STARTING_S
    try:
        send(connection, request)
        reply: tuple[str, Any] = receive_reply(connection, within_s=waited_s)
    except StrangeReplyError as error:
        return "broken", str(error)
    except (NoReplyError, OSError) as error:
        log.info("No reply from the child: %s", error)
        return "beyond_limits", None
    if _server:
        _server.has_answered = True
    return reply


def _with_full_path(layer: Layer) -> Layer:
    return replace(layer, path=layer.path.absolute()) if isinstance(layer, LayerFile) else layer


@dataclass(slots=True)
class _Server:
    """The running server, and the process that started it: a forked copy of that must start its own."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    owner: int
    has_answered: bool = False

    def is_ours(self) -> bool:
        return self.owner == os.getpid() and self.process.poll() is None


_server: _Server | None = None
_starting = threading.Lock()


def _connect() -> socket.socket:
    """Give a connection to a new child."""
    ours, theirs = socket.socketpair()
    with theirs, _starting:
        for _ in range(2):  # a server that has just died is replaced once
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                socket.send_fds(_running_server().control, [b"+"], [theirs.fileno()])
                return ours
    ours.close()
    raise RuntimeError("the server process that forks children does not start")


def _running_server() -> _Server:
    global _server  # noqa: PLW0603 (one for the whole process, like the process itself)
    if _server is None or not _server.is_ours():
        if _server:
            _server.control.close()
        _server = _start_server()
    return _server


def _start_server() -> _Server:
    ours, theirs = socket.socketpair()
    with theirs:
        command = [sys.executable, "-c", SERVER, str(theirs.fileno()), *(path or os.curdir for path in sys.path)]
        process = subprocess.Popen(  # noqa: S603 (our own interpreter and code)
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment_of_child(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1"),
            start_new_session=True,
        )
    return _Server(process, ours, os.getpid())
