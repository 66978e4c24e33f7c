"""A screening on this machine, from files to result: mapped piece by piece, then reduced by district, in threads."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyarrow as pa

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.gather import gathered, places_by_district, reduced
from jijuqu.land.screening.map_step import screen_rows
from jijuqu.land.screening.prepare import prepared, threads_of
from jijuqu.land.screening.result import Clock, result_of
from jijuqu.land.screening.screening import ShapesInMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from jijuqu.land.screening.kept import Kept
    from jijuqu.land.screening.kernels.flat import Integers
    from jijuqu.land.screening.map_step import Task
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reading.source import Piece, Source
    from jijuqu.land.screening.reduce_step import Nearness
    from jijuqu.land.screening.screening import Screening
    from jijuqu.land.screening.state import State


def screen(
    parcels: Path,
    parks: Path | None,
    keep_clear: Sequence[Path],
    options: ScreenOptions,
    progress: Callable[[int, int], None] | None = None,
    state: State | None = None,
) -> Screening:
    """Screen a layer of parcels.

    `progress` is told the rows done and the rows there are. `state` keeps finished pieces of the file, and gives those
    that an interrupted run kept. Raises UnreadableError with all reasons for files that cannot be used.
    """
    clock = Clock()
    ready = prepared(parcels, parks, keep_clear, options)
    clock("layers")
    threads = threads_of(options)
    with ThreadPoolExecutor(threads) as pool:
        kept = _mapped(pool, 2 * threads, ready.source, ready.task, progress, state)
        clock("map")
        columns = gathered(kept)
        clock("gather")
        shapes = ShapesInMemory([each.polygons for each in kept])

        def reduce_district(places: Integers) -> Nearness:
            return reduced(shapes.of(places), columns.areas_m2[places], places, options)

        nearness = list(pool.map(reduce_district, places_by_district(columns.district)))
    clock.of_reducing(nearness)
    return result_of(ready, kept, columns, shapes, nearness, clock)


def _mapped(
    pool: ThreadPoolExecutor,
    most_waiting: int,
    source: Source,
    task: Task,
    progress: Callable[[int, int], None] | None,
    state: State | None,
) -> list[Kept]:
    """Screen all pieces, as many at once as there are threads, and give the results in the order of the file."""
    kept: dict[int, Kept] = state.found() if state else {}
    waiting: deque[tuple[int, Future[Kept]]] = deque()

    def collect() -> None:
        number, future = waiting.popleft()
        kept[number] = future.result()
        if state:
            state.finished(number, kept[number])
        if progress:
            progress(sum(each.rows for each in kept.values()), source.rows)

    for piece in source.pieces(task.names.wanted, set(kept)):
        waiting.append((piece.number, pool.submit(_screen_piece, piece, task, source.path)))
        if len(waiting) >= most_waiting:
            collect()
    while waiting:
        collect()
    if not any(each.rows for each in kept.values()):
        raise refusal("no_rows", path=source.path)
    return [kept[number] for number in sorted(kept)]


def _screen_piece(piece: Piece, task: Task, path: Path) -> Kept:
    try:
        table = piece.read()
    except (pa.ArrowException, OSError) as error:
        raise refusal("layer_file_broken", path=path, reason=str(error)) from None
    return screen_rows(table, piece.rows_before, task)
