"""How screening grows with the number of parcels: `python -m bench.scale FOLDER [COUNT …]`.

Parcels are made in FOLDER where they are not there yet (ten million: 1.6 GB, some minutes) and stay there. Every size is
screened in processes of its own, in turn; the table has the medians, and `docs/scale.md` what follows from it.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.figure import Figure
from bench.screening_data import make

COUNTS = (100_000, 1_000_000, 5_000_000, 10_000_000)
ROUNDS = 3
BESIDE, GROWTH = 1_000_000, 1.15
"""Larger sizes may take so many times what they would in proportion to this one."""
MEMORY_COUNT, MEMORY_GB = 5_000_000, 2.5


def main(folder: Path, counts: list[int]) -> None:
    """Print the table, and the figures that have goals."""
    for count in counts:
        _require(folder / str(count), count)
    runs: dict[int, list[dict[str, Any]]] = {count: [] for count in counts}
    for _ in range(ROUNDS):
        for count in counts:
            runs[count].append(_screened(folder / str(count)))
    median = {count: statistics.median(run["total_s"] for run in runs[count]) for count in counts}
    peak = {count: max(run["peak_rss_gb"] for run in runs[count]) for count in counts}
    phases = list(runs[counts[0]][0]["phases_s"])
    print("parcels", "kept", "groups", *phases, "all, s", "µs a parcel", "memory, GB", sep=" | ")
    for count in counts:
        parts = [statistics.median(run["phases_s"][phase] for run in runs[count]) for phase in phases]
        first = runs[count][0]
        each = [f"{median[count]:.2f}", f"{1e6 * median[count] / count:.2f}", f"{peak[count]:.2f}"]
        print(
            f"{count:,}", f"{first['kept']:,}", f"{first['groups']:,}", *(f"{s:.2f}" for s in parts), *each, sep=" | "
        )
    for count in counts:
        if BESIDE in counts and count > BESIDE:
            growth = median[count] / median[BESIDE] * BESIDE / count
            print(Figure(f"{count:,} parcels, of their share of {BESIDE:,}", growth, GROWTH, "×").line())
    if MEMORY_COUNT in counts:
        print(Figure(f"{MEMORY_COUNT:,} parcels, memory", peak[MEMORY_COUNT], MEMORY_GB, "GB").line())


def _require(folder: Path, count: int) -> None:
    if not (folder / "whole").exists():
        folder.mkdir(parents=True, exist_ok=True)
        make(count, folder)
        (folder / "whole").touch()


def _screened(folder: Path) -> Any:
    command = [sys.executable, "-m", "bench.screening", str(folder), str(folder / "groups.csv")]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    return json.loads(told.splitlines()[-1])


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(float(count)) for count in sys.argv[2:]] or list(COUNTS))
