"""Screening in SQL with PostGIS, which has loaded the layers before: `FOLDER OUT.csv THREADS`, or `FOLDER` to load them.

BENCH_POSTGIS is the server's address. Layers are loaded in small parts, as one does with PostGIS.
"""

import os
import sys
import time
from pathlib import Path

import psycopg
import pyarrow.parquet as pq
import result

COLUMNS = {"parcel_id": "int8", "district": "int2", "landuse": "text", "geometry": "geometry(Geometry, 4490)"}
METRIC, EQUAL_AREA = (system.removeprefix("EPSG:") for system in (result.METRIC, result.EQUAL_AREA))


def load(folder: Path, database: psycopg.Connection) -> None:
    """Load parcels with an index of their land use, layers with one of their places."""
    database.execute("create extension postgis")
    _copy(folder, "parcels", list(COLUMNS), database)
    database.execute("create index on parcels (landuse text_pattern_ops); analyze parcels")
    for name in result.LAYERS:
        _copy(folder, name, ["geometry"], database)
        database.execute(f"""
            create unlogged table {name}_parts as select st_subdivide(geometry, 128) as geometry from {name};
            create index on {name}_parts using gist (geometry); analyze {name}_parts""")


def _copy(folder: Path, name: str, columns: list[str], database: psycopg.Connection) -> None:
    database.execute(f"create unlogged table {name} ({', '.join(f'{each} {COLUMNS[each]}' for each in columns)})")
    file = pq.ParquetFile(folder / f"{name}.parquet")
    with database.cursor().copy(f"copy {name} ({', '.join(columns)}) from stdin (format binary)") as copy:
        copy.set_types(["bytea" if each == "geometry" else COLUMNS[each] for each in columns])
        for batch in file.iter_batches(columns=columns):
            for row in zip(*(column.to_pylist() for column in batch.select(columns).columns), strict=True):
                copy.write_row(row)


def screen(threads: str, database: psycopg.Connection) -> list[tuple]:
    """Screen. Clusters within a distance are PostGIS's own, found in the metric projection district by district."""
    covered = [
        f"select parcel_id from land join {name}_parts as part on st_intersects(land.geometry, part.geometry) "
        f"group by parcel_id having sum(st_area(st_intersection(land.geometry, part.geometry))) "
        f"> {result.SHARE} * min(st_area(land.geometry))"
        for name in result.LAYERS
    ]
    database.execute(f"""
        set work_mem = '1GB'; set min_parallel_table_scan_size = 0; set parallel_setup_cost = 0;
        set max_parallel_workers_per_gather = {int(threads)};
        drop table if exists land, inside;
        create unlogged table land as select parcel_id, district,
            case when st_isvalid(geometry) then geometry else st_makevalid(geometry) end as geometry
        from parcels where landuse like '{result.PREFIX}%';
        create index on land using gist (geometry); analyze land;
        create unlogged table inside as {" union ".join(covered)}""")
    return database.execute(f"""
        with kept as (
            select parcel_id, district, st_area(st_transform(geometry, {EQUAL_AREA})) / {result.MU_M2} as mu,
                st_clusterdbscan(st_transform(geometry, {METRIC}), {result.GAP_M}, 1) over (partition by district) as joined
            from land where not exists (select from inside where inside.parcel_id = land.parcel_id)
        ), large as (
            select district, count(*) as parcels, sum(mu) as mu, min(parcel_id) as first
            from kept group by district, joined having sum(mu) >= {result.MIN_MU}
        )
        select district, rank() over (partition by district order by mu desc, first) as rank, parcels, mu, first
        from large order by district, rank""").fetchall()


if __name__ == "__main__":
    with psycopg.connect(os.environ["BENCH_POSTGIS"], autocommit=True) as connection:
        if len(sys.argv) == 2:
            load(Path(sys.argv[1]), connection)
        else:
            began = time.perf_counter()
            result.finish(Path(sys.argv[2]), screen(sys.argv[3], connection), began)
