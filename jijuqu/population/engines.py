"""What differs between engines: how a table is computed and counted through. All else is said once, in Narwhals."""

from __future__ import annotations

from typing import Any

import narwhals as nw
from narwhals.exceptions import ComputeError

from jijuqu.population.refusal import NotAdmittedError, not_read

ROW = "row"


def computed(frame: nw.LazyFrame[Any]) -> nw.DataFrame[Any]:
    """Compute a table; on Polars by its streaming engine, so that what is read need not fit into memory.

    Raises NotAdmittedError where a file turns out to be broken half-way.
    """
    if not frame.implementation.is_polars():
        return frame.collect(backend="polars")
    try:
        return frame.collect(engine="streaming")
    except ComputeError as error:
        raise NotAdmittedError([not_read(error)]) from error


def numbered(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Count rows from 1 in a column `row`; rows on a cluster have no order, so theirs stays unknown."""
    if frame.implementation.is_polars():
        counted: nw.LazyFrame[Any] = nw.from_native(frame.to_native().with_row_index(ROW, offset=1))
        return counted
    return frame.with_columns(nw.lit(None, dtype=nw.Int64).alias(ROW))
