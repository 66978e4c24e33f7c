"""Messages between a process and its child: a length, then a pickle. A reply is not trusted to be harmless.

A file from a stranger may have taken over the child, so a reply may name no classes but the plain ones listed here.
"""

from __future__ import annotations

import io
import pickle
import struct
import time
from typing import TYPE_CHECKING, Any

from jijuqu.land.measures import DistrictShare, Gap
from jijuqu.siting.land import Land, LayerOverlap, MeasuredParcel
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import socket

LENGTH = struct.Struct("!Q")
MAX_REPLY_BYTES = 200_000_000
PLAIN = {
    (cls.__module__, cls.__name__): cls for cls in (DistrictShare, Gap, Land, LayerOverlap, MeasuredParcel, Message)
}


class BrokenReplyError(Exception):
    """The child went away, took too long, or sent what no child of ours sends."""


def send(connection: socket.socket, value: object) -> None:
    """Send a value."""
    data = pickle.dumps(value, protocol=5)
    connection.sendall(LENGTH.pack(len(data)) + data)


def receive_request(connection: socket.socket) -> Any:
    """Receive what our own parent sent."""
    (length,) = LENGTH.unpack(_receive_bytes(connection, LENGTH.size))
    return pickle.loads(_receive_bytes(connection, length))  # noqa: S301 (from our own parent)


def receive_reply(connection: socket.socket, within_s: float) -> Any:
    """Receive what a child sent, plain values only; BrokenReplyError when there is none within the time."""
    deadline = time.monotonic() + within_s
    try:
        (length,) = LENGTH.unpack(_receive_bytes(connection, LENGTH.size, deadline))
        if length > MAX_REPLY_BYTES:
            raise BrokenReplyError(f"a reply of {length} bytes")
        return _PlainUnpickler(io.BytesIO(_receive_bytes(connection, length, deadline))).load()
    except BrokenReplyError:
        raise
    except Exception as error:  # whatever a strange pickle may raise
        raise BrokenReplyError(repr(error)) from error


def _receive_bytes(connection: socket.socket, length: int, deadline: float | None = None) -> bytes:
    data = bytearray()
    while len(data) < length:
        if deadline is not None:
            connection.settimeout(max(deadline - time.monotonic(), 0.001))
        chunk = connection.recv(min(length - len(data), 1 << 20))
        if not chunk:
            raise BrokenReplyError(f"the connection ended after {len(data)} of {length} bytes")
        data += chunk
    return bytes(data)


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return PLAIN[module, name]
        except KeyError:
            raise BrokenReplyError(f"a reply names {module}.{name}") from None
