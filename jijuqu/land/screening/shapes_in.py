"""Shapes of an Arrow column of well-known binary, as flat polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from jijuqu.land.screening.kernels.wkb import decode

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Integers, Polygons


def decoded(column: pa.ChunkedArray | pa.Array) -> tuple[Polygons, Integers]:
    """Decode a column and tell what became of each shape (`kernels.wkb`), without a copy of the bytes."""
    wkb = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(wkb, pa.BaseExtensionType | pa.ExtensionArray):
        wkb = wkb.storage
    if not pa.types.is_binary(wkb.type) and not pa.types.is_large_binary(wkb.type):
        wkb = wkb.cast(pa.large_binary())
    width = np.int64 if pa.types.is_large_binary(wkb.type) else np.int32
    _, offsets, data = wkb.buffers()
    if len(wkb) == 0 or offsets is None:
        starts = np.zeros(len(wkb) + 1, np.int64)
    else:
        starts = np.frombuffer(offsets, width)[wkb.offset : wkb.offset + len(wkb) + 1].astype(np.int64)
    content = np.frombuffer(data if data is not None and data.size else b"\0", np.uint8)
    content.flags.writeable = False  # whatever it was: kernels are compiled for one kind
    present = np.asarray(wkb.is_valid().to_numpy(zero_copy_only=False), dtype=np.bool_)
    return decode(content, starts, present)
