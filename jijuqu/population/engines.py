"""What differs between engines: how a table is computed and counted through. All else is said once, in Narwhals."""

from __future__ import annotations

from typing import Any, Literal

import narwhals as nw

Engine = Literal["local", "spark"]
ROW = "row"


def computed(frame: nw.LazyFrame[Any]) -> nw.DataFrame[Any]:
    """Compute a table; on Polars by its streaming engine, so that what is read need not fit into memory."""
    if frame.implementation.is_polars():
        return frame.collect(engine="streaming")
    return frame.collect(backend="polars")


def numbered(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Count rows from 1 in a column `row`; rows on a cluster have no order, so theirs stays unknown."""
    if frame.implementation.is_polars():
        counted: nw.LazyFrame[Any] = nw.from_native(frame.to_native().with_row_index(ROW, offset=1))
        return counted
    return frame.with_columns(nw.lit(None, dtype=nw.Int64).alias(ROW))
