"""The process from which children are forked: everything is imported, nothing runs beside it.

It is a fresh interpreter with a single thread, so that forking it is safe however many threads its user has. It ends
when its user closes the control socket.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import traceback
from typing import TYPE_CHECKING, Any, NoReturn

from jijuqu.land.districts import load_outlines
from jijuqu.land.parcel import UnreadableError
from jijuqu.siting.examine import examine
from jijuqu.siting.held_against import held_against
from jijuqu.siting.limits import limit_this_process
from jijuqu.siting.outlines import read_outlines
from jijuqu.siting.warm_up import examine_samples
from jijuqu.siting.wire import receive_request, send

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.siting.land import Land
    from jijuqu.siting.outlines import Outlines

Reply = tuple[str, object]
WORK: dict[str, Callable[..., Land | Outlines]] = {
    "examine": examine,
    "held_against": held_against,
    "read_outlines": read_outlines,
}
IDLE_S = 0.3  # so long without a visitor is time for what need not be waited for
RARELY_NEEDED = ("ezdxf.filemanagement", "ezdxf.path")  # half a second


def serve(control_fd: int) -> None:
    """Fork a child for every connection that comes through the control socket, until that is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children are not waited for
    load_outlines()
    examine_samples()
    _keep_what_is_loaded()
    with socket.socket(fileno=control_fd) as control:
        for module in RARELY_NEEDED:
            while _is_waited_for(control):
                if not _fork_child(control):
                    return
            importlib.import_module(module)
        _keep_what_is_loaded()
        while _fork_child(control):
            pass


def _keep_what_is_loaded() -> None:
    """Spare children the search for waste among what was there before them, which would copy all of it."""
    gc.collect()
    gc.freeze()


def _is_waited_for(control: socket.socket) -> bool:
    return bool(select.select([control], [], [], IDLE_S)[0])


def _fork_child(control: socket.socket) -> bool:
    """Wait for a connection and let a child answer it; False when there will be no more."""
    fds = socket.recv_fds(control, 1, 1)[1]
    if not fds:
        return False
    with socket.socket(fileno=fds[0]) as connection, contextlib.suppress(BlockingIOError):
        if os.fork() == 0:
            control.close()
            _answer_and_exit(connection)
    return True


def _answer_and_exit(connection: socket.socket) -> NoReturn:
    try:
        limit_this_process()
        send(connection, _reply(receive_request(connection)))
    finally:
        os._exit(0)


def _reply(request: tuple[str, dict[str, Any]]) -> Reply:
    work, values = request
    try:
        return "done", WORK[work](**values)
    except UnreadableError as error:
        return "unreadable", error.reasons
    except MemoryError:
        return "beyond_limits", None
    except Exception:
        return "broken", traceback.format_exc()
