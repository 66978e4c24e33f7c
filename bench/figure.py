"""One figure: what was measured, the goal, and the median of several runs."""

from __future__ import annotations

import math
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Figure:
    """A measured value in `unit` with its goal (at most; infinite: none) and, where there is one, a peer's value."""

    what: str
    value: float
    goal: float
    unit: str
    spread: str = ""
    peer: str = ""

    def line(self) -> str:
        """Give the figure as one line of the report."""
        verdict = "within" if self.value <= self.goal else "OVER"
        goal = "no goal" if math.isinf(self.goal) else f"goal {self.goal:.4g} {self.unit}"
        return (
            f"{self.what:<62} {self.value:>9.3g} {self.unit:<3} {goal} {verdict:<7}{self.spread:<18} {self.peer}"
        ).rstrip()


def seconds(run: Callable[[], object], times: int) -> list[float]:
    """Time a call several times."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return taken


def spread(values: Sequence[float]) -> str:
    """Give the least and the greatest of several values."""
    return f"({min(values):.3g}–{max(values):.3g})"


def percentile_95(values: Sequence[float]) -> float:
    """Give the value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20)[-1]
