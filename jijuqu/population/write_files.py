"""Writes findings: Parquet and CSV for further reckoning, row by row as they are computed; Excel for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw
import polars as pl

from jijuqu.population.refusal import NotAdmittedError, not_read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENDINGS = (".parquet", ".csv", ".xlsx")


def write_frame(frame: nw.LazyFrame[Any], path: Path) -> None:
    """Write a table to `.parquet` or `.csv` without holding it in memory; on a cluster a folder of parts.

    A CSV file is UTF-8 with its mark, so that Excel reads it; what is null is empty. Raises NotAdmittedError where what
    is read turns out to be broken.
    """
    is_parquet = path.suffix.lower() == ".parquet"
    native = frame.to_native()
    if not isinstance(native, pl.LazyFrame):
        native.write.parquet(str(path)) if is_parquet else native.write.csv(str(path), header=True)
        return
    try:
        if is_parquet:
            native.sink_parquet(path, engine="streaming")
        else:
            native.sink_csv(path, include_bom=True, engine="streaming")
    except pl.exceptions.ComputeError as error:
        raise NotAdmittedError([not_read(error)]) from error


def stacked(frames: Sequence[nw.LazyFrame[Any]]) -> nw.LazyFrame[Any]:
    """Put tables under each other; a column that one of them lacks is null in its rows."""
    return frames[0] if len(frames) == 1 else nw.concat(frames, how="diagonal")
