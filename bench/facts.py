"""Facts of many clusters to measure with, part by part into a folder: some of everything is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.symbols import specs

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.policy.fact_specs import FactSpec

PART = 1_000_000  # rows to a file
LARGEST = {"mu": 400, "m2": 2e5, "share": 1, "count": 8}


def write_facts(folder: Path, rows: int, known: float = 0.93) -> None:
    """Write so many rows, the same for the same number; `known` is the share of what is not null."""
    folder.mkdir()
    for place, start in enumerate(range(0, rows, PART)):
        random = np.random.default_rng(place)
        count = min(PART, rows - start)
        columns = [_column(spec, random, count, known) for spec in specs().values()]
        ids = pl.Series("id", np.arange(start, start + count))
        pl.DataFrame([ids, *columns]).write_parquet(folder / f"{place:03}.parquet", compression="lz4")


def _column(spec: FactSpec, random: np.random.Generator, count: int, known: float) -> pl.Series:
    if spec.kind == "yes_no":
        values = pl.Series(random.random(count) < (0.1 if spec.name == "in_park" else 0.7))
    elif spec.kind == "day":
        values = pl.Series(np.datetime64("2022-06-01") + random.integers(0, 400, count)).cast(pl.Date)
    elif spec.unit == "count":
        values = pl.Series(random.integers(0, LARGEST["count"], count).astype(float))
    else:
        values = pl.Series((random.random(count) * LARGEST[spec.unit]).round(4))
    is_known = pl.Series(random.random(count) < (1 if spec.name == "in_park" else known))
    return pl.select(pl.when(is_known).then(values).alias(spec.name)).to_series()
