"""What the map step leaves of a piece of a file: the parcels that count, as columns."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from jijuqu.land.screening.kernels.flat import Polygons
from jijuqu.land.screening.notes import Note

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Floats

TOLD = b"jijuqu"
"""Key of the schema's metadata under which counts and notes travel."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Kept parcels of one piece, and what happened to the others.

    `ids` and `districts` are Arrow columns of the file's own types; areas are m²; boxes (west, south, east, north) and
    polygons are in degrees, polygons valid. `rows` were read, `industrial` of them have an industrial code; `dropped`
    counts by layer those that lie inside it (the first of the layers in which they do).
    """

    ids: pa.Array
    districts: pa.Array
    areas_m2: Floats
    boxes: Floats
    polygons: Polygons
    rows: int
    industrial: int
    dropped: dict[str, int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    def to_arrow(self) -> pa.RecordBatch:
        """Give it as one batch, for a file or another engine: shapes are lists of rings, rings lists of x, y, x, y."""
        polygons = self.polygons
        rings = pa.ListArray.from_arrays(
            pa.array((2 * polygons.first_vertex).astype(np.int32)), pa.array(polygons.xy.reshape(-1))
        )
        of_shape = pa.array(polygons.first_ring.astype(np.int32))
        columns = {
            "id": self.ids,
            "district": self.districts,
            "area_m2": pa.array(self.areas_m2),
            "box": pa.FixedSizeListArray.from_arrays(pa.array(self.boxes.reshape(-1)), 4),
            "rings": pa.ListArray.from_arrays(of_shape, rings),
            "is_hole": pa.ListArray.from_arrays(of_shape, pa.array(polygons.is_hole)),
        }
        told = {"rows": self.rows, "industrial": self.industrial, "dropped": self.dropped}
        told["notes"] = [asdict(note) for note in self.notes]
        batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
        return batch.replace_schema_metadata({TOLD: json.dumps(told, ensure_ascii=False).encode()})

    @classmethod
    def from_arrow(cls, batch: pa.RecordBatch) -> Kept:
        """Take back what `to_arrow` gave."""
        told = json.loads(batch.schema.metadata[TOLD])
        rings, is_hole = batch.column("rings"), batch.column("is_hole")
        polygons = Polygons(
            rings.offsets.to_numpy().astype(np.int64),
            rings.values.offsets.to_numpy().astype(np.int64) // 2,
            np.array(is_hole.values.to_numpy(zero_copy_only=False)),
            np.array(rings.values.values.to_numpy()).reshape(-1, 2),
        )
        notes = (Note(n["code"], tuple(n["parcels"]), n["count"], n["values"]) for n in told["notes"])
        return cls(
            batch.column("id"),
            batch.column("district"),
            np.array(batch.column("area_m2").to_numpy()),
            np.array(batch.column("box").values.to_numpy()).reshape(-1, 4),
            polygons,
            told["rows"],
            told["industrial"],
            told["dropped"],
            tuple(notes),
        )
