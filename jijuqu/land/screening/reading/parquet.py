"""GeoParquet (1.0 and 1.1), a file or a folder of parts: row groups are pieces, large ones are read in parts."""

from __future__ import annotations

import json
from dataclasses import dataclass
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


def parts_of(folder: Path) -> list[Path]:
    """Give the Parquet files of a folder by their names; those that begin with a sign (_, .) are not data."""
    return sorted(path for path in folder.iterdir() if path.name[0] not in "._" and path.suffix in PARQUET_ENDINGS)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A row group of a file: its index in it, its rows, the number of its first piece, the rows of the layer before it.

    It may be sent to another machine that has the same file.
    """

    path: Path
    index: int
    rows: int
    first_piece: int
    rows_before: int

    @property
    def piece_count(self) -> int:
        """One, unless it has more rows than a handful of pieces."""
        return 1 if self.rows <= LARGE_ROWS else -(-self.rows // PIECE_ROWS)

    def pieces(self, columns: Sequence[str], done: Collection[int] = ()) -> Iterator[Piece]:
        """Give its pieces, leaving out those that are done; those of a large one are read one after the other."""
        wanted = [
            number for number in range(self.first_piece, self.first_piece + self.piece_count) if number not in done
        ]
        if not wanted:
            return
        if self.piece_count == 1:
            yield Piece(self.first_piece, self.rows_before, partial(self._read, columns))
            return
        with _open(self.path) as file:
            batches = file.iter_batches(PIECE_ROWS, row_groups=[self.index], columns=list(columns), use_threads=False)
            for part, batch in enumerate(batches):
                if self.first_piece + part in wanted:
                    before = self.rows_before + part * PIECE_ROWS
                    yield Piece(self.first_piece + part, before, partial(_given, pa.Table.from_batches([batch])))

    def _read(self, columns: Sequence[str]) -> pa.Table:
        with _open(self.path) as file:
            return file.read_row_group(self.index, columns=list(columns), use_threads=False)


class ParquetSource:
    """GeoParquet. Raises UnreadableError if it is none, keeps its shapes otherwise than as WKB, or its parts differ."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.row_groups: list[RowGroup] = []
        self.rows = number = 0
        described = []
        for part in parts_of(path) if path.is_dir() else [path]:
            metadata, schema = _described(part)
            described.append((part, schema.remove_metadata(), *_geometry_of(part, schema)))
            for index in range(metadata.num_row_groups):
                group = RowGroup(part.absolute(), index, metadata.row_group(index).num_rows, number, self.rows)
                self.row_groups.append(group)
                number, self.rows = number + group.piece_count, self.rows + group.rows
        (first, schema, self.geometry, self.crs), *others = described
        for other, *words in others:
            if words != [schema, self.geometry, self.crs]:
                raise refusal("parts_differ", path=path, first=first.name, other=other.name)
        self.columns: Sequence[str] = tuple(schema.names)
        self.issues: tuple[Message, ...] = ()

    def sample(self) -> pa.ChunkedArray:
        """Give the first thousand shapes."""
        group = next((group for group in self.row_groups if group.rows), None)
        if group is None:
            return pa.chunked_array([], type=pa.binary())
        with _open(group.path) as file:
            batches = file.iter_batches(
                SAMPLE_ROWS, row_groups=[group.index], columns=[self.geometry], use_threads=False
            )
            return pa.chunked_array([next(batches).column(0)])

    def pieces(self, columns: Sequence[str], done: Collection[int] = ()) -> Iterator[Piece]:
        """Go through the row groups."""
        for group in self.row_groups:
            yield from group.pieces(columns, done)


def _open(path: Path) -> pq.ParquetFile:
    return pq.ParquetFile(path, memory_map=True)


def _described(path: Path) -> tuple[pq.FileMetaData, pa.Schema]:
    try:
        with pq.ParquetFile(path) as file:
            return file.metadata, file.schema_arrow
    except (pa.ArrowException, OSError) as error:
        raise refusal("layer_file_broken", path=path, reason=_first_line(error)) from None


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
