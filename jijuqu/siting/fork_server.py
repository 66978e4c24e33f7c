"""The process from which children are forked: everything is imported, nothing runs beside it.

It is a fresh interpreter with a single thread, so that forking it is safe however many threads its user has. It ends
when its user closes the control socket.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import resource
import select
import signal
import socket
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from jijuqu.land.districts import load_outlines
from jijuqu.land.parcel import UnreadableError
from jijuqu.land.plane import metres_per_unit
from jijuqu.siting.examine import examine
from jijuqu.siting.held_against import held_against
from jijuqu.siting.limits import CPU_S, GROWTH_BYTES, WALL_S
from jijuqu.siting.wire import receive_request, send

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.siting.land import Land

Reply = tuple[str, object]
WORK: dict[str, Callable[..., Land]] = {"examine": examine, "held_against": held_against}
RARELY_NEEDED = ("ezdxf.filemanagement", "ezdxf.path")  # half a second
USUAL_SYSTEMS = ("EPSG:4490", "EPSG:4326", *(f"EPSG:{code}" for code in (4523, 4524, 4525, 4544, 4545, 4546)))


def serve(control_fd: int) -> None:
    """Fork a child for every connection that comes through the control socket, until that is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children are not waited for
    with socket.socket(fileno=control_fd) as control:
        _prepare(control)
        while fds := socket.recv_fds(control, 1, 1)[1]:
            with socket.socket(fileno=fds[0]) as connection, contextlib.suppress(BlockingIOError):
                if os.fork() == 0:
                    control.close()
                    _answer_and_exit(connection)


def _prepare(control: socket.socket) -> None:
    """Load what children share; what few of them need only as long as none is waiting."""
    load_outlines()
    for system in USUAL_SYSTEMS:
        metres_per_unit(system)
    for module in RARELY_NEEDED:
        if not select.select([control], [], [], 0)[0]:
            importlib.import_module(module)
    gc.collect()
    gc.freeze()


def _answer_and_exit(connection: socket.socket) -> NoReturn:
    try:
        limit_this_process()
        send(connection, _reply(receive_request(connection)))
    finally:
        os._exit(0)


def _reply(request: tuple[str, dict[str, Any]]) -> Reply:
    work, values = request
    try:
        return "land", WORK[work](**values)
    except UnreadableError as error:
        return "unreadable", error.reasons
    except MemoryError:
        return "beyond_limits", None
    except Exception:
        return "broken", traceback.format_exc()


def limit_this_process() -> None:
    """Bound the time and memory of this process; the kernel ends it when it goes beyond."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    ceiling = _address_space_bytes() + GROWTH_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, WALL_S)


def _address_space_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
