"""GeoParquet (1.0 and 1.1): row groups are pieces, large ones are read in parts."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyproj import CRS
from pyproj.exceptions import CRSError

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.reading.source import PIECE_ROWS, Piece

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from jijuqu.words.text import Message

PARQUET_ENDINGS = (".parquet", ".geoparquet")
LARGE_ROWS = 3 * PIECE_ROWS
SAMPLE_ROWS = 1_000
USUAL_NAMES = ("geometry", "geom", "wkb_geometry")


class ParquetSource:
    """A GeoParquet file. Raises UnreadableError if it is none, or keeps its shapes otherwise than as WKB."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with pq.ParquetFile(path) as file:
                self._metadata, schema = file.metadata, file.schema_arrow
        except (pa.ArrowException, OSError) as error:
            raise refusal("layer_file_broken", path=path, reason=_first_line(error)) from None
        self.columns: Sequence[str] = tuple(schema.names)
        self.rows = int(self._metadata.num_rows)
        self.issues: tuple[Message, ...] = ()
        self.geometry, self.crs = _geometry_of(path, schema)

    def sample(self) -> pa.ChunkedArray:
        """Give the first thousand shapes."""
        with self._file() as file:
            batches = file.iter_batches(batch_size=SAMPLE_ROWS, columns=[self.geometry], use_threads=False)
            first = next(batches, None)
        return pa.chunked_array([] if first is None else [first.column(0)], type=pa.binary() if first is None else None)

    def pieces(self, columns: Sequence[str], done: Collection[int] = ()) -> Iterator[Piece]:
        """Go through the row groups; those of more than a handful of pieces are read in parts, one after the other."""
        number = rows_before = 0
        for group in range(self._metadata.num_row_groups):
            rows = self._metadata.row_group(group).num_rows
            if rows <= LARGE_ROWS:
                if number not in done:
                    yield Piece(number, rows_before, partial(self._read_group, group, columns))
                number += 1
            else:
                yield from self._parts(group, columns, number, rows_before, done)
                number += -(-rows // PIECE_ROWS)
            rows_before += rows

    def _read_group(self, group: int, columns: Sequence[str]) -> pa.Table:
        with self._file() as file:
            return file.read_row_group(group, columns=list(columns), use_threads=False)

    def _parts(
        self, group: int, columns: Sequence[str], number: int, rows_before: int, done: Collection[int]
    ) -> Iterator[Piece]:
        if all(number + part in done for part in range(-(-self._metadata.row_group(group).num_rows // PIECE_ROWS))):
            return
        with self._file() as file:
            batches = file.iter_batches(
                batch_size=PIECE_ROWS, row_groups=[group], columns=list(columns), use_threads=False
            )
            for part, batch in enumerate(batches):
                if number + part not in done:
                    table = pa.Table.from_batches([batch])
                    yield Piece(number + part, rows_before + part * PIECE_ROWS, partial(_given, table))

    def _file(self) -> pq.ParquetFile:
        return pq.ParquetFile(self.path, metadata=self._metadata, memory_map=True)


def _geometry_of(path: Path, schema: pa.Schema) -> tuple[str, CRS | None]:
    """Find the column of shapes and its coordinate system: CRS84 where GeoParquet says nothing of it."""
    told = (schema.metadata or {}).get(b"geo")
    if told is None:
        name = next((name for name in USUAL_NAMES if name in schema.names), None)
        if name is None:
            raise refusal("no_geometry_column", path=path)
        return name, None
    try:
        geo: dict[str, Any] = json.loads(told)
        name = str(geo["primary_column"])
        column: dict[str, Any] = geo["columns"][name]
        encoding, crs = column["encoding"], column.get("crs", "OGC:CRS84")
    except (ValueError, KeyError, TypeError):
        raise refusal("geo_metadata_broken", path=path) from None
    if encoding != "WKB" or name not in schema.names:
        raise refusal("geo_encoding_unknown", path=path, encoding=encoding)
    try:
        return name, None if crs is None else CRS.from_user_input(crs)
    except CRSError:
        raise refusal("crs_not_understood", given=str(crs)[:50]) from None


def _given(table: pa.Table) -> pa.Table:
    return table


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
