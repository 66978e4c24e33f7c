"""What the map step leaves of a piece of a file: the parcels that count, as columns."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from jijuqu.land.screening.kernels.flat import Polygons
from jijuqu.land.screening.notes import Note
from jijuqu.land.screening.polygons import chosen

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Flags, Floats

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

    def some(self, wanted: Flags) -> Kept:
        """Give some of the parcels; counts and notes, which are about all, stay behind."""
        where = pa.array(wanted)
        polygons = chosen(self.polygons, wanted)
        return Kept(
            self.ids.filter(where),
            self.districts.filter(where),
            self.areas_m2[wanted],
            self.boxes[wanted],
            polygons,
            0,
            0,
        )

    def without_shapes(self) -> Kept:
        """Give all but the shapes, in whose place there are empty ones."""
        nothing = Polygons(
            np.zeros(len(self.ids) + 1, np.int64), np.zeros(1, np.int64), np.zeros(0, np.bool_), np.zeros((0, 2))
        )
        return replace(self, polygons=nothing)

    def to_bytes(self) -> bytes:
        """Give it as an Arrow stream of one batch."""
        batch = self.to_arrow()
        stream = pa.BufferOutputStream()
        with pa.ipc.new_stream(stream, batch.schema) as writer:
            writer.write_batch(batch)
        content: bytes = stream.getvalue().to_pybytes()
        return content

    @classmethod
    def from_bytes(cls, content: bytes) -> Kept:
        """Take back what `to_bytes` gave."""
        with pa.ipc.open_stream(content) as reader:
            return cls.from_arrow(reader.read_next_batch())

    def to_arrow(self) -> pa.RecordBatch:
        """Give it as one batch: shapes are lists of rings, rings lists of x, y, x, y."""
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
