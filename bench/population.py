"""Many at once: thirty rules over ten million rows beside DuckDB and OpenFisca, one site beside zen-engine, what-if.

The peers are no part of the product. They are looked for in the Python that BENCH_PEERS names (an interpreter with
duckdb, pyarrow, openfisca-core, zen-engine and polars), else in this one; where one is missing its ratio is left out.
BENCH_ROWS makes the table smaller.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from bench.facts import write_facts
from bench.figure import Figure, seconds, spread
from bench.symbols import DAY, ENTERED, NOTICE, RULES, specs
from jijuqu.policy.case import Case
from jijuqu.policy.facts import Site
from jijuqu.population.door import admit
from jijuqu.population.flips import compare
from jijuqu.population.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = int(os.environ.get("BENCH_ROWS", "10000000"))
PEERS = os.environ.get("BENCH_PEERS", sys.executable)
MODULES = {"duckdb": "duckdb", "openfisca": "openfisca_core", "zen": "zen"}
ROUNDS, SMALL, SLIDER_ROWS, CASES = 5, 50_000, 1_000_000, 500
GOALS = {"duckdb": 2, "openfisca": 5, "zen": 2.5}  # how many times faster ours has to be
GB, EXPLAINED_US, SLIDER_MS = 3, 100, 300

Run = dict[str, Any]


def figures() -> Iterator[Figure]:
    """Measure all engines in turn, round by round, each in a process of its own."""
    peers = [name for name, module in MODULES.items() if _has(module)]
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        write_facts(small, SMALL)
        write_facts(large, ROWS)
        many = [name for name in ("duckdb", "openfisca") if name in peers]
        _agree(many, small)
        engines = ["ours", "ours_in_memory", *many]
        rounds: list[dict[str, Run]] = [{name: _run(name, large, small) for name in engines} for _ in range(ROUNDS)]
        taken = {name: [each[name]["seconds"] for each in rounds] for name in engines}
        yield _beside(
            f"{len(RULES)} rules, {ROWS:,} rows, from files", taken, "ours", "duckdb", "DuckDB SQL, from files"
        )
        yield _beside(
            f"{len(RULES)} rules, {ROWS:,} rows, in memory",
            taken,
            "ours_in_memory",
            "openfisca",
            "OpenFisca, in memory",
        )
        whole = _run("ours_to_file", large, small)
        what = f"the door, {ROWS:,} rows, all values to a file: peak memory"
        yield Figure(what, whole["peak_gb"], GB, "GB", peer=f"in {whole['seconds']:.1f} s")
        yield from _one_site(small, "zen" in peers)
    yield _slider()


def _has(module: str) -> bool:
    return subprocess.run([PEERS, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


def _run(engine: str, folder: Path, warm_up: Path) -> Run:
    python = PEERS if engine in MODULES else sys.executable
    words = [python, "-m", "bench.rule_engines", engine, str(folder), str(warm_up)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    found: Run = json.loads(done.stdout.splitlines()[-1])
    return found


def _agree(peers: list[str], folder: Path) -> None:
    """Let nobody be compared who finds otherwise."""
    ours = _run("ours", folder, folder)["met"]
    for name in peers:
        theirs = _run(name, folder, folder)["met"]
        differing = [rule for rule in ours if ours[rule] != theirs[rule]]
        if differing:
            raise AssertionError(f"{name} finds otherwise than ours: {differing}")


def _beside(what: str, taken: dict[str, list[float]], ours: str, peer: str, called: str) -> Figure:
    value = statistics.median(taken[ours])
    if peer not in taken:
        return Figure(what, value, float("inf"), "s", spread(taken[ours]), f"{peer} is not installed, see BENCH_PEERS")
    theirs = statistics.median(taken[peer])
    said = f"{called}: {theirs:.3g} s {spread(taken[peer])}, {theirs / value:.1f} ×, wanted {GOALS[peer]} ×"
    return Figure(what, value, theirs / GOALS[peer], "s", spread(taken[ours]), said)


def _one_site(folder: Path, with_zen: bool) -> Iterator[Figure]:  # noqa: FBT001 - whether it is there
    """One site at a time: every finding with its value, limit, shortfall and the ways to meet it."""
    notice, limits = replace(NOTICE, rules=RULES), NOTICE.limits(DAY).with_values(ENTERED)
    rows = pl.scan_parquet(folder / "*.parquet").select(list(specs())).head(CASES).collect().to_dicts()
    known = [{name: value for name, value in row.items() if value is not None} for row in rows]
    cases = [Case(facts, in_park=facts.pop("in_park")) for facts in known]

    def explain_all() -> None:
        for case in cases:
            [(f.outcome, f.value, f.limit, f.short_by, f.answer.ways) for f in notice.check(case, limits)]

    runs = [s / CASES * 1e6 for s in seconds(explain_all, 15)]
    ours, goal, peer = statistics.median(runs), float(EXPLAINED_US), "zen-engine is not installed, see BENCH_PEERS"
    if with_zen:
        zen = statistics.median(_run("zen", folder, folder)["seconds"] for _ in range(ROUNDS)) * 1e6
        goal = min(goal, zen / GOALS["zen"])
        peer = f"zen-engine, traced: {zen:.0f} µs, {zen / ours:.1f} ×, wanted {GOALS['zen']} ×"
    yield Figure(f"one site, {len(RULES)} rules, all that explains them", ours, goal, "µs", spread(runs), peer)


def _slider() -> Figure:
    """A number moved over a million sites: which findings flip, counted by district."""
    land = pl.Series(range(SLIDER_ROWS)) % 400 * 1.0
    districts = pl.Series([f"区{n}" for n in range(41)])
    frame = pl.DataFrame({"id": pl.Series(range(SLIDER_ROWS)).cast(pl.String), "industrial_land_mu": land})
    frame = frame.with_columns(district=districts.gather(pl.Series(range(SLIDER_ROWS)) % 41), industrial_floor_m2=0.0)
    table = admit(frame, [Site])
    before = judge(table, NOTICE, DAY)

    def move() -> None:
        compare(before, judge(table, NOTICE, DAY, changed={"min_industrial_land_mu": 150})).counts()

    move()
    runs = [s * 1000 for s in seconds(move, 9)]
    return Figure(
        f"what if, {SLIDER_ROWS:,} sites: flips by district", statistics.median(runs), SLIDER_MS, "ms", spread(runs)
    )
