"""Site screening beside DuckDB, PostGIS, GeoPandas and the bare read, in one interleaved run over parcels made for it.

`BENCH_PARCELS` is the number of parcels (1e6). Peers run in the Python that `BENCH_PEERS` names, or in this one; those
that are not installed there are left out, and the report says so. PostGIS has loaded the layers before it is timed.
"""

from __future__ import annotations

import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import postgis
from bench.figure import Figure, seconds, spread
from bench.screening_data import make

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.land.screening.screening import Screening

ROUNDS = 5
THREADS = str(os.cpu_count())
PEERS = os.environ.get("BENCH_PEERS", sys.executable)
HERE = Path(__file__).parent
WANTS = {
    "duckdb": "duckdb, duckdb_extension_spatial, scipy",
    "postgis": "psycopg, pyarrow, scipy",
    "geopandas": "geopandas, scipy",
    "read": "pyarrow",
}
MOST = {"duckdb": 1 / 3.5, "postgis": 1 / 5, "geopandas": 1 / 8.5, "read": 2.2}
"""Goals: our time as a share of theirs."""
WHOLE_OF_DUCKDB = 1 / 2.2
AREA_TOLERANCE = 1e-7


def figures() -> Iterator[Figure]:
    """Measure all of them, and the slider of a page."""
    count = int(float(os.environ.get("BENCH_PARCELS", "1e6")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(count, folder)
        there = [peer for peer in WANTS if _is_there(peer)]
        for peer in sorted(set(WANTS) - set(there)):
            print(f"screening: {peer} is not measured, {PEERS} lacks one of: {WANTS[peer]} (BENCH_PEERS names another)")
        with postgis.loaded(folder, PEERS) if "postgis" in there else nullcontext(enter_result=True) as is_loaded:
            if not is_loaded:
                there.remove("postgis")
                print(f"screening: postgis is not measured, this machine lacks {postgis.WANTED}")
            runs = _interleaved(folder, there)
        ours = [run["total_s"] for run in runs["ours"]]
        alone = f"overlaps and near misses: {statistics.median(run['extras_s'] for run in runs['ours']):.2f} s of it"
        yield Figure(f"screening {count:,} parcels, in process", statistics.median(ours), 2.0, "s", spread(ours), alone)
        memory = [run["peak_rss_gb"] for run in runs["ours"]]
        yield Figure("the same, memory", max(memory), 2.5, "GB")
        for peer in there:
            yield _beside(peer, runs, folder)
        if "duckdb" in there:
            whole, theirs = ([run["wall_s"] for run in runs[name]] for name in ("ours", "duckdb"))
            ratio = statistics.median(whole) / statistics.median(theirs)
            peer = f"{statistics.median(whole):.2f} s against {statistics.median(theirs):.2f} s"
            yield Figure("the whole process, of DuckDB's", ratio, WHOLE_OF_DUCKDB, "×", "", peer)
        yield from _on_pages(_screened(folder))


def _beside(peer: str, runs: dict[str, list[dict[str, Any]]], folder: Path) -> Figure:
    ours, theirs = (statistics.median(run["total_s"] for run in runs[name]) for name in ("ours", peer))
    same = "" if peer == "read" else f", {_differences(folder / 'ours.csv', folder / f'{peer}.csv')}"
    return Figure(f"the same, of the time of {peer}", ours / theirs, MOST[peer], "×", "", f"{theirs:.2f} s{same}")


def _is_there(peer: str) -> bool:
    return subprocess.run([PEERS, "-c", f"import {WANTS[peer]}"], capture_output=True, check=False).returncode == 0


def _interleaved(folder: Path, peers: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Run everything once in each round."""
    commands = {"ours": [sys.executable, "-m", "bench.screening", str(folder), str(folder / "ours.csv")]}
    for peer in peers:
        script = HERE / "peers" / f"screen_{peer}.py"
        commands[peer] = [PEERS, str(script), str(folder), str(folder / f"{peer}.csv"), THREADS]
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            start = time.perf_counter()
            told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
            runs[name].append(json.loads(told.splitlines()[-1]) | {"wall_s": time.perf_counter() - start})
    return runs


def _differences(ours: Path, theirs: Path) -> str:
    a, b = _groups(ours), _groups(theirs)
    other = sum(a.get(key, (None,))[:2] != b.get(key, (None,))[:2] for key in a.keys() | b.keys())
    areas = max((abs(a[key][2] / b[key][2] - 1) for key in a.keys() & b.keys()), default=0.0)
    verdict = "the same" if not other and areas <= AREA_TOLERANCE else f"{other} DIFFER of"
    return f"{verdict} {len(a)} groups, areas within {areas:.0e}"


def _groups(path: Path) -> dict[tuple[str, str], tuple[int, int, float]]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return {
            (row["district"], row["first_parcel"]): (int(row["rank"]), int(row["parcels"]), float(row["area_mu"]))
            for row in rows
        }


def _screened(folder: Path) -> Screening:
    """Screen as GIS programs measure, so that areas can be compared."""
    from jijuqu.land.screening.options import ScreenOptions  # noqa: PLC0415 - its time counts in the whole process
    from jijuqu.land.screening.run import screen  # noqa: PLC0415

    layers = [folder / f"{name}.parquet" for name in ("redline", "farmland")]
    options = ScreenOptions(min_mu=200.0, measure="gis", threads=int(THREADS))
    return screen(folder / "parcels.parquet", folder / "parks.parquet", layers, options)


def _on_pages(screening: Screening) -> Iterator[Figure]:
    """What a moved slider costs after the first run, by the functions that 选址筛查 and 政策测算 call."""
    from jijuqu.land.screening.compared import Sought, compare_groups  # noqa: PLC0415 - as above

    def look_again() -> None:
        screening.near_misses(screening.regroup(min_mu=150.0, gap_m=10.0))

    def what_if() -> None:
        compare_groups(screening, Sought(200.0, screening.options.gap_m), Sought(150.0, 10.0))

    for what, move in (("another threshold and gap over the same", look_again), ("what if over the same", what_if)):
        taken = [1000 * s for s in seconds(move, 9)]
        yield Figure(what, statistics.median(taken), 300, "ms", spread(taken))


def _run_ours(folder: Path, out: Path) -> None:
    """Screen in this process and print one line, as the peers do."""
    from jijuqu.land.screening.make_ready import make_ready  # noqa: PLC0415
    from jijuqu.land.screening.table import GROUP_COLUMNS, group_columns  # noqa: PLC0415
    from jijuqu.land.screening.writing import write_csv  # noqa: PLC0415

    make_ready()  # from where they lie ready: part of the start, like imports
    started = time.perf_counter()
    screening = _screened(folder)
    columns = group_columns(screening, screening.regroup())
    write_csv(out, GROUP_COLUMNS, list(zip(*columns.values(), strict=True)))
    total_s = time.perf_counter() - started
    from jijuqu.cli.screen_answer import peak_rss_gb  # noqa: PLC0415

    seconds = dict(screening.seconds)
    told = {"total_s": total_s, "extras_s": seconds["overlaps"] + seconds["near_misses"], "peak_rss_gb": peak_rss_gb()}
    print(json.dumps(told | {"phases_s": seconds, "kept": len(screening.ids), "groups": len(columns["rank"])}))


if __name__ == "__main__":
    _run_ours(Path(sys.argv[1]), Path(sys.argv[2]))
