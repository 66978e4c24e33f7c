"""A screening from files to result: opened, mapped piece by piece in threads, reduced district by district."""

from __future__ import annotations

import os
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyarrow as pa

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.frame import frame_of
from jijuqu.land.screening.gather import Parcels, all_pairs, gathered, lots_of, reduced
from jijuqu.land.screening.listed import districts_not_listed, same_ids
from jijuqu.land.screening.map_step import Task, screen_rows
from jijuqu.land.screening.notes import Note, put_together
from jijuqu.land.screening.read_layer import read_layer
from jijuqu.land.screening.reading import opened, told_of
from jijuqu.land.screening.reading.columns import find_columns
from jijuqu.land.screening.screening import Screening, ShapesInMemory
from jijuqu.land.screening.settling import settle_near_threshold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from jijuqu.land.screening.kept import Kept
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.read_layer import LayerRead
    from jijuqu.land.screening.reading.columns import ColumnNames
    from jijuqu.land.screening.reading.source import Piece, Source
    from jijuqu.land.screening.reduce_step import Nearness
    from jijuqu.land.screening.state import State

PARTS_OF_REDUCING = ("contiguity", "overlaps", "near_misses")
SHARDS_PER_THREAD = 4
"""Districts are reduced in so many lots, so that no thread waits long for another and no lot fills the memory."""


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
    clock = _Clock()
    with told_of(parcels):
        source = opened(parcels)
        names = find_columns(source, options)
        frame = frame_of(source, options.crs)
    threads = options.threads or os.cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        layers = _layers(pool, [*([parks] if parks else []), *keep_clear], options)
        task = Task(names, frame, tuple(found.layer for found in layers if found.layer is not None), options)
        clock("layers")
        kept = _mapped(pool, 2 * threads, source, task, progress, state)
        clock("map")
        parcels_kept = gathered(kept)
        clock("gather")
        lots = lots_of(parcels_kept.district, SHARDS_PER_THREAD * threads)
        nearness = list(pool.map(lambda lot: reduced(parcels_kept, lot, options), lots))
    clock.split({part: sum(each.seconds[part] for each in nearness) for part in PARTS_OF_REDUCING})
    screening = Screening(
        options,
        *parcels_kept[:-1],
        shapes=ShapesInMemory(parcels_kept.parts),
        links=all_pairs([each.links for each in nearness]),
        overlaps=all_pairs([each.overlaps for each in nearness]),
        beyond=all_pairs([each.beyond for each in nearness]),
        rows=sum(each.rows for each in kept),
        industrial=sum(each.industrial for each in kept),
        dropped={layer.name: sum(each.dropped[layer.name] for each in kept) for layer in task.layers},
        notes=_notes(layers, kept, parcels_kept, nearness, names),
        issues=(*source.issues, *names.issues, *frame.issues, *(issue for each in layers for issue in each.issues)),
        seconds=clock.seconds,
    )
    _require_industrial(screening, source, names)
    settled = settle_near_threshold(screening)
    clock("areas")
    return settled


class _Clock:
    """Books the time since the last phase ended under a phase's name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def __call__(self, phase: str) -> None:
        now = time.perf_counter()
        self.seconds[phase] = now - self._last
        self._last = now

    def split(self, shares: dict[str, float]) -> None:
        """Book the time since the last phase under several names, by the time that threads spent on each."""
        self("all")
        whole, spent = self.seconds.pop("all"), sum(shares.values()) or 1.0
        self.seconds.update({phase: whole * share / spent for phase, share in shares.items()})


def _layers(pool: ThreadPoolExecutor, paths: Sequence[Path], options: ScreenOptions) -> list[LayerRead]:
    """Read the layers side by side; files of the same name are told apart by their whole paths."""
    names = [path.name for path in paths]
    called = [name if names.count(name) == 1 else str(path) for path, name in zip(paths, names, strict=True)]
    return list(pool.map(lambda path, name: read_layer(path, name, options), paths, called))


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


def _notes(
    layers: Sequence[LayerRead],
    kept: Sequence[Kept],
    parcels: Parcels,
    nearness: Sequence[Nearness],
    names: ColumnNames,
) -> tuple[Note, ...]:
    notes = [note for layer in layers for note in layer.notes]
    notes += [note for each in kept for note in each.notes]
    notes += same_ids(parcels.ids, parcels.district)
    if names.district is not None:
        notes += districts_not_listed(parcels.district_names, parcels.district)
    left_out = sum(each.overlaps_not_measured for each in nearness)
    notes += [Note("overlaps_not_measured", count=left_out)] if left_out else []
    return put_together(notes)


def _require_industrial(screening: Screening, source: Source, names: ColumnNames) -> None:
    """Refuse a file in which no parcel is industrial, telling which codes it has."""
    if screening.industrial or names.use is None:
        return
    (first, *_) = source.pieces([names.use, names.geometry])
    counts = sorted(first.read()[names.use].value_counts().to_pylist(), key=lambda each: -each["counts"])
    codes = ", ".join(str(each["values"]) for each in counts[:10])
    raise refusal("none_industrial", column=names.use, prefix=screening.options.use_prefix, codes=codes)
