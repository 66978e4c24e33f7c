"""The process from which children are forked: everything is imported, nothing runs beside it.

It is a fresh interpreter with a single thread, so that forking it is safe however many threads its user has. It ends
when its user closes the control socket.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import socket
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from jijuqu.land.districts import load_outlines
from jijuqu.land.parcel import UnreadableError
from jijuqu.siting.examine import examine
from jijuqu.siting.limits import CPU_S, GROWTH_BYTES, WALL_S
from jijuqu.siting.wire import receive_request, send

if TYPE_CHECKING:
    from collections.abc import Callable

Reply = tuple[str, object]


def serve(control_fd: int) -> None:
    """Fork a child for every connection that comes through the control socket, until that is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children are not waited for
    load_outlines()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=control_fd) as control:
        while fds := socket.recv_fds(control, 1, 1)[1]:
            with socket.socket(fileno=fds[0]) as connection, contextlib.suppress(BlockingIOError):
                if os.fork() == 0:
                    control.close()
                    _answer_and_exit(connection)


def _answer_and_exit(connection: socket.socket) -> NoReturn:
    try:
        limit_this_process()
        send(connection, _reply(receive_request(connection)))
    finally:
        os._exit(0)


def _reply(request: dict[str, Any], work: Callable[..., object] = examine) -> Reply:
    try:
        return "land", work(**request)
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
