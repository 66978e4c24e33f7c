"""Layers of any size, in pieces that fit in memory: GeoParquet by PyArrow, other formats by GDAL's Arrow reader."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening.reading.parquet import PARQUET_ENDINGS, ParquetSource, parts_of
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.land.screening.reading.source import Source

GDAL_ENDINGS = (".gpkg", ".fgb", ".shp", ".zip")
ENDINGS = (*PARQUET_ENDINGS, *GDAL_ENDINGS)


def opened(path: Path) -> Source:
    """Open a layer by its ending. Raises UnreadableError for what cannot be read, saying why and what would do."""
    path = Path(path)
    if not path.exists():
        raise refusal("no_such_file", path=path)
    ending = path.suffix.lower()
    if parts_of(path) if path.is_dir() else ending in PARQUET_ENDINGS:
        return ParquetSource(path)
    if ending in GDAL_ENDINGS:
        from jijuqu.land.screening.reading.gdal import GdalSource  # noqa: PLC0415 - GDAL takes long to start

        return GdalSource(path)
    raise refusal("not_a_layer_file", path=path, endings="、".join(ENDINGS))


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Say of a refusal which of several files it is about."""
    try:
        yield
    except UnreadableError as error:
        if any("path" in reason.values for reason in error.reasons):
            raise
        raise UnreadableError((Message("layer_file_unusable", {"path": path}), *error.reasons)) from None
