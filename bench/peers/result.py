"""What every runner of the screening bench does in the end: rank the groups, write them, print its times."""

from __future__ import annotations

import csv
import json
import resource
import time
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from pathlib import Path

GAP_M, MIN_MU, SHARE, PREFIX = 20.0, 200.0, 0.01, "0601"
MU_M2 = 2000 / 3
LAYERS = ("parks", "redline", "farmland")
GEODETIC, EQUAL_AREA, METRIC = "EPSG:4490", "EPSG:6933", "EPSG:4545"


def groups(ids: np.ndarray, district: np.ndarray, mu: np.ndarray, first: np.ndarray, second: np.ndarray) -> list[tuple]:
    """Join pairs (places) to groups and give district, rank, parcels, mu, smallest id of those large enough."""
    links = coo_matrix((np.ones(len(first), bool), (first, second)), (len(ids), len(ids)))
    count, label = connected_components(links, directed=False)
    area, parcels = np.bincount(label, mu, count), np.bincount(label, minlength=count)
    smallest = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(smallest, label, ids)
    of = np.zeros(count, np.int64)
    of[label] = district
    large = np.flatnonzero(area >= MIN_MU)
    large = large[np.lexsort((smallest[large], -area[large], of[large]))]
    ranks = np.arange(len(large)) - np.searchsorted(of[large], of[large]) + 1
    return list(zip(of[large], ranks, parcels[large], area[large], smallest[large], strict=True))


def finish(path: Path, rows: list[tuple], started: float) -> None:
    """Write the groups and print the seconds since the start with the most memory used."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("district", "rank", "parcels", "area_mu", "first_parcel"), *rows])
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"total_s": time.perf_counter() - started, "peak_rss_gb": peak_gb, "groups": len(rows)}))
