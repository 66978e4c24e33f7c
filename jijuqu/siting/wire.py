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
from jijuqu.siting.outlines import Outlines
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import socket

LENGTH = struct.Struct("!Q")
MAX_REPLY_BYTES = 200_000_000
PLAIN_CLASSES = (bool, float, int, DistrictShare, Gap, Land, LayerOverlap, MeasuredParcel, Message, Outlines)
PLAIN = {(cls.__module__, cls.__name__): cls for cls in PLAIN_CLASSES}


class NoReplyError(Exception):
    """The child went away or took too long."""


class StrangeReplyError(Exception):
    """The child sent what no child of ours sends."""


def send(connection: socket.socket, value: object) -> None:
    """Send a value, numbers of numpy as plain ones."""
    buffer = io.BytesIO()
    _PlainPickler(buffer, protocol=5).dump(value)
    connection.sendall(LENGTH.pack(buffer.tell()) + buffer.getvalue())


def receive_request(connection: socket.socket) -> Any:
    """Receive what our own parent sent."""
    (length,) = LENGTH.unpack(_receive_bytes(connection, LENGTH.size))
    return pickle.loads(_receive_bytes(connection, length))  # noqa: S301 (from our own parent)


def receive_reply(connection: socket.socket, within_s: float) -> Any:
    """Receive what a child sent, plain values only; NoReplyError when there is none within the time."""
    deadline = time.monotonic() + within_s
    (length,) = LENGTH.unpack(_receive_bytes(connection, LENGTH.size, deadline))
    if length > MAX_REPLY_BYTES:
        raise StrangeReplyError(f"a reply of {length} bytes")
    data = _receive_bytes(connection, length, deadline)
    try:
        return _PlainUnpickler(io.BytesIO(data)).load()
    except Exception as error:  # whatever a strange pickle may raise
        raise StrangeReplyError(repr(error)) from error


def _receive_bytes(connection: socket.socket, length: int, deadline: float | None = None) -> bytes:
    data = bytearray()
    while len(data) < length:
        if deadline is not None:
            connection.settimeout(max(deadline - time.monotonic(), 0.001))
        try:
            chunk = connection.recv(min(length - len(data), 1 << 20))
        except OSError as error:  # a timeout too
            raise NoReplyError(str(error)) from error
        if not chunk:
            raise NoReplyError(f"the connection ended after {len(data)} of {length} bytes")
        data += chunk
    return bytes(data)


class _PlainPickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        if type(value).__module__ == "numpy" and hasattr(value, "item"):
            plain = value.item()
            return type(plain), (plain,)
        return NotImplemented


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return PLAIN[module, name]
        except KeyError:
            raise StrangeReplyError(f"a reply names {module}.{name}") from None
