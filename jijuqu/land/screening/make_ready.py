"""Compile every kernel, once, at set-up: `python -m jijuqu.land.screening.make_ready`.

It screens a handful of plots that take every way through the kernels. The same, when everything is ready, loads them.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from jijuqu.land.screening.kernels import READY, are_ready, folder
from jijuqu.land.screening.kernels.knots import crossings
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.polygons import from_shapes
from jijuqu.land.screening.run import screen

CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) * 0.001 + (106.5, 29.5)
BOW_TIE = CORNERS[[0, 2, 1, 3, 0]] + 0.01


def make_ready() -> None:
    """Compile what is not compiled, load what is, and remember that everything is there."""
    plots = [shapely.Polygon(CORNERS + shift) for shift in (0, (0.00101, 0), (0.00115, 0.0011), (0.0009, 0.004))]
    plots.append(shapely.Polygon(BOW_TIE))
    with TemporaryDirectory() as name:
        parcels, layer = Path(name) / "parcels.parquet", Path(name) / "layer.parquet"
        pq.write_table(pa.table({"geometry": pa.array(shapely.to_wkb(plots), pa.binary())}), parcels)
        pq.write_table(pa.table({"geometry": pa.array(shapely.to_wkb(plots[3:4]), pa.binary())}), layer)
        options = ScreenOptions(min_mu=40.0, near_share=0.1, crs="4490", threads=1)
        screen(parcels, layer, [], options).regroup()
    crossings(from_shapes(np.array(plots[-1:])), 0, 10)
    (folder() / READY).touch()


def _clean() -> None:
    """Remove kernels of other versions that lie beside those that are ready."""
    for other in folder().parent.glob("kernels-*"):
        if other != folder():
            shutil.rmtree(other, ignore_errors=True)


if __name__ == "__main__":
    if not are_ready():
        print("Compiling the kernels of site screening, about a minute, once.", file=sys.stderr)  # noqa: T201
        make_ready()
        _clean()
