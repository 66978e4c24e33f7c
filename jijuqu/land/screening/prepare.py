"""Before the steps: the parcels' file opened, its layers read, everything decided that concerns all pieces alike."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.land.screening.frame import frame_of
from jijuqu.land.screening.map_step import Task
from jijuqu.land.screening.read_layer import read_layer
from jijuqu.land.screening.reading import opened, told_of
from jijuqu.land.screening.reading.columns import find_columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.read_layer import LayerRead
    from jijuqu.land.screening.reading.source import Source


class Prepared(NamedTuple):
    """The parcels' file, its layers as they were read, and the task of the map step."""

    source: Source
    layers: list[LayerRead]
    task: Task


def prepared(parcels: Path, parks: Path | None, keep_clear: Sequence[Path], options: ScreenOptions) -> Prepared:
    """Open the parcels and read the layers side by side. Raises UnreadableError for files that cannot be used."""
    with told_of(parcels):
        source = opened(parcels)
        names = find_columns(source, options)
        frame = frame_of(source, options.crs)
    with ThreadPoolExecutor(threads_of(options)) as pool:
        layers = _layers(pool, [*([parks] if parks else []), *keep_clear], options)
    return Prepared(
        source,
        layers,
        Task(names, frame, tuple(found.layer for found in layers if found.layer is not None), options),
    )


def threads_of(options: ScreenOptions) -> int:
    """Give how many threads this machine works with."""
    return options.threads or os.cpu_count() or 1


def _layers(pool: ThreadPoolExecutor, paths: Sequence[Path], options: ScreenOptions) -> list[LayerRead]:
    """Read layers; files of the same name are told apart by their whole paths."""
    names = [path.name for path in paths]
    called = [name if names.count(name) == 1 else str(path) for path, name in zip(paths, names, strict=True)]
    return list(pool.map(lambda path, name: read_layer(path, name, options), paths, called))
