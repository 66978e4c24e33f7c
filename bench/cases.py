"""Acts on a case, each with its event in the record: one officer alone, and eight at once, on SQLite that waits for disk."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from bench.figure import Figure, percentile_95, spread
from bench.own_process import measured_by

if TYPE_CHECKING:
    from collections.abc import Iterator

ALONE_MS, AT_ONCE_MS = 10, 60
FREEZING_MS = 60  # a decision asks every rule, freezes the plan and enters the register besides


def figures() -> Iterator[Figure]:
    """Measure in a process with a data folder of its own."""
    measured = measured_by("bench.acts")
    for name, act in measured["alone"].items():
        what = f"{name}, with its event ({act['queries']} queries): p50"
        goal = FREEZING_MS if name == "decide" else ALONE_MS
        yield Figure(what, statistics.median(act["ms"]), goal, "ms", spread(act["ms"]), _peer(measured["insert"]))
    for name, ms in measured["at_once"].items():
        what = f"{name}, eight officers at once, {measured['lost']} lost: p95"
        yield Figure(what, percentile_95(ms), AT_ONCE_MS, "ms", spread(ms), _peer(measured["insert_at_once"], p95=True))


def _peer(ms: list[float], *, p95: bool = False) -> str:
    """Name what the database itself takes: one bare row inserted and committed."""
    value = percentile_95(ms) if p95 else statistics.median(ms)
    return f"one row inserted and committed: {value:.1f} ms"
