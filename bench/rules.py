"""The rules: one site with reasons, and a million rows of every subject as columns."""

from __future__ import annotations

import datetime
import statistics
from typing import TYPE_CHECKING

import narwhals as nw
import numpy as np
import polars as pl

from bench.figure import Figure, seconds, spread
from jijuqu.policy.case import Case
from jijuqu.policy.facts import LISTED_SUBJECTS, SINGLE_SUBJECTS
from jijuqu.policy.notices import governing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.policy.fact_specs import Facts, FactSpec

DAY = datetime.date(2022, 9, 1)
ROWS = 1_000_000


def figures() -> Iterator[Figure]:
    """Measure both."""
    notice = governing(DAY)
    limits = notice.limits(DAY)
    case = Case({"industrial_land_mu": 187.6, "industrial_floor_m2": 91_700.0, "parts": 3, "received_on": DAY})
    calls = 200
    runs = [s / calls * 1e6 for s in seconds(lambda: [notice.check(case, limits) for _ in range(calls)], 15)]
    yield Figure(f"findings of one site, {len(notice.rules)} rules", statistics.median(runs), 100, "µs", spread(runs))

    known = limits.with_values({p.name: nw.lit(None, dtype=nw.Float64) for p in limits if p.value is None})
    frames = {cls: _frame(cls) for cls in SINGLE_SUBJECTS + LISTED_SUBJECTS}
    truths = {cls: [a.truth.alias(n) for n, a in notice.over_columns(cls, nw.col, known).items()] for cls in frames}

    def judge_all() -> None:
        for cls, frame in frames.items():
            nw.from_native(frame.lazy()).select(*truths[cls]).collect()

    runs = seconds(judge_all, 7)
    peer = f"reading the same columns once: {statistics.median(seconds(lambda: _touch(frames), 7)):.3f} s"
    yield Figure(f"the same rules over {ROWS:,} rows on Polars", statistics.median(runs), 0.2, "s", spread(runs), peer)


def _touch(frames: dict[type[Facts], pl.DataFrame]) -> None:
    for frame in frames.values():
        frame.select(pl.all().null_count())


def _frame(cls: type[Facts]) -> pl.DataFrame:
    random = np.random.default_rng(1)
    return pl.DataFrame([_column(spec, random) for spec in cls.specs.values()])


def _column(spec: FactSpec, random: np.random.Generator) -> pl.Series:
    if spec.kind == "yes_no":
        values = pl.Series(random.random(ROWS) < 0.7)
    elif spec.kind == "day":
        values = pl.Series(np.datetime64("2022-06-01") + random.integers(0, 400, ROWS)).cast(pl.Date)
    elif spec.kind == "text":
        values = pl.Series(np.array(["甲", "乙", "丙"])[random.integers(0, 3, ROWS)])
    else:
        values = pl.Series(random.random(ROWS) * {"mu": 400, "m2": 2e5, "share": 2}.get(spec.unit, 8))
    known = pl.Series(random.random(ROWS) < (1 if spec.name == "in_park" else 0.8))
    return pl.select(pl.when(known).then(values).alias(spec.name)).to_series()
