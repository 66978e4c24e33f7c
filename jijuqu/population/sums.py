"""What a sum and a share are where something is missing: said here once, and meant on every engine.

A sum with anything not yet known in it is not yet known, as is that of a group in which nothing is known, of which
engines make 0 or null. A share of nothing, or of what is not yet known, is not yet known; engines make NaN or an error
of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN_IN = "_unknown_in_"


def summed(frame: nw.LazyFrame[Any], by: Sequence[str], names: Sequence[str], **others: nw.Expr) -> nw.LazyFrame[Any]:
    """Add up columns of numbers group by group; `others` are further aggregates to take along, by name."""
    sums = [nw.col(name).sum() for name in names]
    unknown = [nw.col(name).null_count().alias(UNKNOWN_IN + name) for name in names]
    grouped = frame.group_by(*by).agg(*sums, *unknown, **others)
    whole = {name: nw.when(nw.col(UNKNOWN_IN + name) == 0).then(nw.col(name)) for name in names}
    return grouped.with_columns(**whole).drop([UNKNOWN_IN + name for name in names])


def share_of(part: nw.Expr, whole: nw.Expr) -> nw.Expr:
    """Give the share that a part is of the whole."""
    return nw.when(whole > 0).then(part / whole)
