"""The same screening on a cluster of Apache Spark: the very map and reduce steps, carried by Spark as bytes.

Comes with the extra `jijuqu[spark]`. Each row group is a task of the map step. Kept parcels stay on the cluster; their
columns without shapes come to the driver, and so do the pairs that the reduce step finds in each district. Every worker
needs this version of jijuqu, with its kernels made ready, and the parcels under the same path.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.gather import gathered, places_by_district, reduced
from jijuqu.land.screening.kept import Kept
from jijuqu.land.screening.map_step import screen_rows
from jijuqu.land.screening.polygons import put_together
from jijuqu.land.screening.prepare import prepared
from jijuqu.land.screening.reading.parquet import ParquetSource
from jijuqu.land.screening.reduce_step import Nearness
from jijuqu.land.screening.result import PARTS_OF_REDUCING, Clock, result_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pyspark.sql import DataFrame, SparkSession

    from jijuqu.land.screening.gather import Parcels
    from jijuqu.land.screening.kernels.flat import Integers, Polygons
    from jijuqu.land.screening.map_step import Task
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reading.parquet import RowGroup
    from jijuqu.land.screening.reduce_step import Pairs
    from jijuqu.land.screening.screening import Screening

    Batches = Iterator[pa.RecordBatch]

PAIRS = ("links", "overlaps", "beyond")
NOT_MEASURED, SECONDS = "overlaps_not_measured", "seconds of "
OF_A_PIECE = "piece long, columns binary, kept binary"
OF_A_DISTRICT = "district string, piece long, places array<long>, kept binary"
FOUND = "what string, first long, second long, measure double"


def screen_on_spark(parcels: Path, parks: Path | None, keep_clear: Sequence[Path], options: ScreenOptions) -> Screening:
    """Screen GeoParquet, a file or a folder of parts, on the cluster that Spark's own settings name; without one, here.

    The result is that of `run.screen`, row for row. Raises UnreadableError for files that cannot be used, where PySpark
    or Java is missing, and where the cluster gives up; so does asking the result for shapes later.
    """
    clock = Clock()
    ready = prepared(parcels, parks, keep_clear, options)
    if not isinstance(ready.source, ParquetSource):
        raise refusal("spark_reads_geoparquet", path=parcels)
    if not ready.source.rows:
        raise refusal("no_rows", path=parcels)
    clock("layers")
    with _told():
        session = _session()
        clock("session")
        frame = _mapped(session, ready.source.row_groups, ready.task).persist()
        found = frame.select("piece", "columns").toArrow().sort_by("piece")
    kept = [Kept.from_bytes(each) for each in found["columns"].to_pylist()]
    clock("map")
    columns = gathered(kept)
    clock("gather")
    shapes = ShapesOnCluster(frame, np.cumsum([0, *(len(each.ids) for each in kept)]))
    with _told():
        nearness = _nearness(shapes, columns, options)
    clock.of_reducing([nearness])
    return result_of(ready, kept, columns, shapes, [nearness], clock)


@dataclass(frozen=True, slots=True)
class ShapesOnCluster:
    """Kept parcels where they were found: a row for each piece, whose first parcel is at `starts`."""

    frame: DataFrame
    starts: Integers

    def of(self, places: Integers) -> Polygons:
        """Give the shapes of some parcels, in degrees, in ascending order of their places; they are brought here."""
        starts, wanted = self.starts, np.unique(places)
        pieces = np.unique(np.searchsorted(starts, wanted, side="right") - 1)

        def choose(batches: Batches) -> Batches:
            for piece, kept in _rows(batches):
                flags = np.isin(np.arange(starts[piece], starts[piece + 1]), wanted)
                yield _row({"piece": piece, "kept": kept.some(flags).to_bytes()})

        with _told():
            some = self.frame.where(self.frame["piece"].isin(pieces.tolist())).select("piece", "kept")
            found = some.mapInArrow(choose, "piece long, kept binary").toArrow().sort_by("piece")
        return put_together([Kept.from_bytes(each).polygons for each in found["kept"].to_pylist()])


@contextmanager
def _told() -> Iterator[None]:
    """Refuse where PySpark is missing, and where Spark gives up, with its last words."""
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra
    except ImportError:
        raise refusal("spark_missing") from None
    try:
        yield
    except PySparkException as error:
        raise refusal("spark_stopped", reason=_last_words(error)) from None


def _session() -> SparkSession:
    """Open the cluster. Workers run the Python that PYSPARK_PYTHON names, or else the one that runs here."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return SparkSession.builder.appName("jijuqu").getOrCreate()


def _mapped(session: SparkSession, row_groups: Sequence[RowGroup], task: Task) -> DataFrame:
    """Screen each row group in a task of its own. Spark sends the layers, which the task holds, once to each worker."""

    def screen_groups(batches: Batches) -> Batches:
        for batch in batches:
            for index in batch.column("id").to_pylist():
                for piece in row_groups[index].pieces(task.names.wanted):
                    kept = screen_rows(piece.read(), piece.rows_before, task)
                    columns = kept.without_shapes().to_bytes()
                    yield _row({"piece": piece.number, "columns": columns, "kept": kept.to_bytes()})

    return session.range(0, len(row_groups), 1, len(row_groups)).mapInArrow(screen_groups, OF_A_PIECE)


def _nearness(shapes: ShapesOnCluster, columns: Parcels, options: ScreenOptions) -> Nearness:
    """Deal the parcels out to their districts, reduce each, and bring the pairs here, in the order of a local run."""
    starts = shapes.starts

    def by_district(batches: Batches) -> Batches:
        for piece, kept in _rows(batches):
            names = kept.districts.dictionary_encode()
            for number, name in enumerate(names.dictionary.to_pylist()):
                flags = names.indices.to_numpy() == number
                places = (starts[piece] + np.flatnonzero(flags)).tolist()
                yield _row(
                    {"district": str(name), "piece": piece, "places": places, "kept": kept.some(flags).to_bytes()}
                )

    def reduce_district(rows: pa.Table) -> pa.Table:
        rows = rows.sort_by("piece")
        kept = [Kept.from_bytes(each) for each in rows["kept"].to_pylist()]
        places = np.concatenate([np.array(each, np.int64) for each in rows["places"].to_pylist()])
        areas_m2 = np.concatenate([each.areas_m2 for each in kept])
        return _as_rows(reduced(put_together([each.polygons for each in kept]), areas_m2, places, options))

    dealt = shapes.frame.select("piece", "kept").mapInArrow(by_district, OF_A_DISTRICT)
    found = dealt.groupBy("district").applyInArrow(reduce_district, FOUND).toArrow()
    rank = np.zeros(len(columns.district_names), np.int64)
    for at, places in enumerate(places_by_district(columns.district)):
        rank[columns.district[places[0]]] = at
    return _from_rows(found, rank[columns.district])


def _as_rows(found: Nearness) -> pa.Table:
    """Write down what a district gave: a row for each pair, and one for each number."""
    none = np.array([-1])
    numbers = {
        NOT_MEASURED: float(found.overlaps_not_measured),
        **{SECONDS + part: s for part, s in found.seconds.items()},
    }
    triples = [(what, getattr(found, what)) for what in PAIRS]
    triples += [(what, (none, none, np.array([number]))) for what, number in numbers.items()]
    whats = [what for what, (first, _, _) in triples for _ in range(len(first))]
    columns = [np.concatenate(column) for column in zip(*(triple for _, triple in triples), strict=True)]
    return pa.table([pa.array(whats, pa.string()), *map(pa.array, columns)], ["what", "first", "second", "measure"])


def _from_rows(rows: pa.Table, rank: Integers) -> Nearness:
    """Read what all districts wrote down, by the rank of each parcel's district; a district's rows keep their order."""

    def pairs(what: str) -> Pairs:
        some = rows.filter(pc.equal(rows["what"], what))
        order = np.argsort(rank[some["first"].to_numpy()], kind="stable")
        return some["first"].to_numpy()[order], some["second"].to_numpy()[order], some["measure"].to_numpy()[order]

    def number(what: str) -> float:
        return float(pc.sum(rows.filter(pc.equal(rows["what"], what))["measure"]).as_py() or 0)

    links, overlaps, beyond = map(pairs, PAIRS)
    seconds = {part: number(SECONDS + part) for part in PARTS_OF_REDUCING}
    return Nearness(links, overlaps, int(number(NOT_MEASURED)), beyond, seconds)


def _rows(batches: Batches) -> Iterator[tuple[int, Kept]]:
    for batch in batches:
        pieces, contents = batch.column("piece").to_pylist(), batch.column("kept").to_pylist()
        yield from zip(pieces, map(Kept.from_bytes, contents), strict=True)


def _row(values: dict[str, Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([values])


def _last_words(error: Exception) -> str:
    """Give what was said last in a report of many lines: of a worker's Python, the error itself."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith((" ", "\t"))]
    return lines[-1] if lines else type(error).__name__
