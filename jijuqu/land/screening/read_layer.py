"""A park or keep-clear layer from its file: in degrees, valid, ready to be held against parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.frame import absurd, frame_of
from jijuqu.land.screening.kernels import wkb
from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.kernels.measure import measure
from jijuqu.land.screening.layers import made_ready
from jijuqu.land.screening.mending import mend
from jijuqu.land.screening.notes import about, put_together
from jijuqu.land.screening.polygons import chosen, from_shapes
from jijuqu.land.screening.polygons import put_together as one_set
from jijuqu.land.screening.reading import opened, told_of
from jijuqu.land.screening.shapes_in import decoded

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.land.screening.frame import Frame
    from jijuqu.land.screening.kernels.flat import Polygons
    from jijuqu.land.screening.layers import Layer
    from jijuqu.land.screening.notes import Note
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.words.text import Message


class LayerRead(NamedTuple):
    """A layer (None: without a single polygon), what was noticed about its file, and about its polygons by row."""

    layer: Layer | None
    issues: tuple[Message, ...]
    notes: tuple[Note, ...]


def read_layer(path: Path, name: str, options: ScreenOptions) -> LayerRead:
    """Read a layer whole. Raises UnreadableError where its file cannot be used."""
    with told_of(path):
        source = opened(path)
        frame = frame_of(source, options.crs)
    parts: list[Polygons] = []
    notes: list[Note] = []
    try:
        for piece in source.pieces([source.geometry]):
            part, more = _polygons(piece.read()[source.geometry], piece.rows_before, name, frame, options)
            parts.append(part)
            notes += more
    except (pa.ArrowException, OSError) as error:
        raise refusal("layer_file_broken", path=path, reason=str(error)) from None
    polygons = one_set(parts) if parts else None
    notes = list(put_together(notes))
    if polygons is None or not polygons.shape_count:
        return LayerRead(None, source.issues, (*notes, *about("layer_empty", [name])))
    return LayerRead(made_ready(name, polygons), (*source.issues, *frame.issues), tuple(notes))


def _polygons(
    column: pa.ChunkedArray, rows_before: int, name: str, frame: Frame, options: ScreenOptions
) -> tuple[Polygons, list[Note]]:
    polygons, fate = decoded(column)
    polygons = polygons._replace(xy=frame.to_degrees(polygons.xy))
    usable = (fate == wkb.SOUND) & ~absurd(bounds(polygons))
    rows = np.arange(rows_before + 1, rows_before + len(fate) + 1)
    *_, valid = measure(polygons, (0.0, 1.0), np.zeros(1), False)  # noqa: FBT003 - no areas wanted
    mended = mend(polygons, usable & ~valid, options.measure)
    lost = np.append(np.flatnonzero(~usable), mended.beyond)
    usable[mended.mended] = usable[mended.beyond] = False
    after = from_shapes(mended.shapes)
    after = chosen(after, np.diff(after.first_ring) > 0)
    notes = about("layer_shapes_left_out", rows[np.sort(lost)], layer=name)
    notes += about("layer_shapes_mended", rows[mended.mended], layer=name)
    return one_set([chosen(polygons, usable), after]), notes
