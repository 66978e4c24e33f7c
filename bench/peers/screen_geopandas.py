"""Screening with GeoPandas, rows and columns pushed down into the reader: `FOLDER OUT.csv`."""

import sys
import time
import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import result

warnings.filterwarnings("ignore", message="Geometry is in a geographic CRS")  # shares are wanted in degrees


def main(folder: Path, out: Path) -> None:
    """Screen."""
    started = time.perf_counter()
    codes = [("landuse", ">=", result.PREFIX), ("landuse", "<", str(int(result.PREFIX) + 1).zfill(4))]
    columns = ["parcel_id", "district", "landuse", "geometry"]
    land = gpd.read_parquet(folder / "parcels.parquet", columns=columns, filters=codes)
    land["geometry"] = land.geometry.make_valid()
    land = land.reset_index(drop=True)
    inside = np.zeros(len(land), bool)
    for name in result.LAYERS:
        layer = gpd.read_parquet(folder / f"{name}.parquet", columns=["geometry"])
        pairs = gpd.sjoin(land[["geometry"]], layer, predicate="intersects")
        parts = gpd.GeoSeries(pairs.geometry.values).intersection(
            gpd.GeoSeries(layer.geometry.values[pairs["index_right"].values])
        )
        covered = np.bincount(pairs.index.values, parts.area.values, len(land))
        inside |= covered > result.SHARE * land.geometry.area.values
    land = land[~inside].reset_index(drop=True)
    metric = land[["district", "geometry"]].to_crs(result.METRIC)
    near = gpd.sjoin(metric, metric, predicate="dwithin", distance=result.GAP_M)
    near = near[near["district_left"] == near["district_right"]]
    mu = land.to_crs(result.EQUAL_AREA).area.values / result.MU_M2
    rows = result.groups(
        land["parcel_id"].values, land["district"].values, mu, near.index.values, near["index_right"].values
    )
    result.finish(out, rows, started)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
