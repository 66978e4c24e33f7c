"""待办 and the pages of a case, for every role, with a thousand cases and with a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.figure import Figure, percentile_95, spread
from bench.own_process import measured_by

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_MS, QUESTIONS = 150, 20


def figures() -> Iterator[Figure]:
    """Measure in a process with a data folder of its own."""
    for cases, pages in measured_by("bench.desk_pages").items():
        for page, seen in pages.items():
            what = f"{page}, {int(cases):,} cases, every role: p95"
            yield Figure(what, percentile_95(seen["ms"]), PAGE_MS, "ms", spread(seen["ms"]))
            slowest = f"asked by {seen['most_asked']}"
            yield Figure(f"{page}, {int(cases):,} cases: most queries", seen["queries"], QUESTIONS, "", slowest)
