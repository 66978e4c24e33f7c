"""The command: one check as a whole process, beside a bare start of Python with the same libraries."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figure import Figure, seconds, spread
from bench.plots import write_plot

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECK = "from jijuqu.cli import main; main()"
BARE = "import shapely, pyproj, typer, rich"


def figures() -> Iterator[Figure]:
    """Measure `jijuqu check --json` of a boundary of 5,000 vertices."""
    with tempfile.TemporaryDirectory() as folder:
        plot = write_plot(Path(folder) / "plot.txt", 5000)
        words = [sys.executable, "-c", CHECK, "check", str(plot), "--on", "2022-09-01", "--json"]
        _run(words)
        runs = seconds(lambda: _run(words), 5)
        bare = statistics.median(seconds(lambda: _run([sys.executable, "-c", BARE]), 5))
    peer = f"importing the libraries alone: {bare:.2f} s"
    yield Figure("check of 5,000 vertices, whole process", statistics.median(runs), 1.5, "s", spread(runs), peer)


def _run(words: list[str]) -> None:
    subprocess.run(words, stdout=subprocess.DEVNULL, check=False)
