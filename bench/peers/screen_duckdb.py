"""Screening in SQL with DuckDB spatial, but for the components, which SciPy finds: `FOLDER OUT.csv THREADS`."""

import sys
import time
from pathlib import Path

import duckdb
import duckdb_extension_spatial
import numpy as np
import result


def opened(threads: str) -> duckdb.DuckDBPyConnection:
    """Open a database in memory, with the spatial extension from its wheel."""
    database = duckdb.connect(config={"threads": threads, "allow_unsigned_extensions": "true"})
    wheel = Path(duckdb_extension_spatial.__file__).parent
    (extension,) = wheel.glob(f"extensions/v{duckdb.__version__}/spatial.duckdb_extension")
    database.execute(f"load '{extension}'")
    return database


def main(folder: Path, out: Path, threads: str) -> None:
    """Screen. A join on the distance alone is what DuckDB's spatial join is chosen for."""
    database = opened(threads)
    started = time.perf_counter()
    covered = []
    for name in result.LAYERS:
        database.execute(f"create table {name} as select geometry from '{folder}/{name}.parquet'")
        covered.append(
            f"select parcel_id from land join {name} on st_intersects(land.geometry, {name}.geometry) group by parcel_id "
            f"having sum(st_area(st_intersection(land.geometry, {name}.geometry))) "
            f"> {result.SHARE} * any_value(st_area(land.geometry))"
        )
    database.execute(f"""
        create table land as select parcel_id, district,
            case when st_isvalid(geometry) then geometry else st_makevalid(geometry) end as geometry
        from '{folder}/parcels.parquet' where starts_with(landuse, '{result.PREFIX}');
        create table inside as {" union ".join(covered)};
        create table kept as select *,
            st_transform(geometry, '{result.GEODETIC}', '{result.METRIC}', always_xy := true) as metric,
            st_area(st_transform(geometry, '{result.GEODETIC}', '{result.EQUAL_AREA}', always_xy := true)) as m2
        from land anti join inside using (parcel_id);
        create table near as select a.parcel_id as a, b.parcel_id as b, a.district = b.district as same
        from kept a join kept b on st_dwithin(a.metric, b.metric, {result.GAP_M})""")
    near = database.execute("select a, b from near where same and a < b").fetchnumpy()
    kept = database.execute("select parcel_id, district, m2 from kept order by parcel_id").fetchnumpy()
    ids, mu = kept["parcel_id"], kept["m2"] / result.MU_M2
    rows = result.groups(ids, kept["district"], mu, np.searchsorted(ids, near["a"]), np.searchsorted(ids, near["b"]))
    result.finish(out, rows, started)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
