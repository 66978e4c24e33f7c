"""A province of parcels to screen: `python -m bench.screening_data COUNT FOLDER [SEED]`.

Towns of blocks between streets; a block is one of some patterns of twenty plots (cells of a Voronoi diagram, of some
thirty vertices, sharing their borders), stretched to the block and turned with the town. A quarter of the blocks, in
clumps, is mostly industrial. Some plots have a courtyard, some are shifted by decimetres, some cross themselves. Streets
are so wide that no two plots are about 20 m apart: where they were, the last digits of a projection would decide, and
programs would differ without any of them being wrong.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

PATTERNS, PLOTS = 60, 20
BLOCKS = 10  # to a side of a town
STREETS_M = np.array([1.0, 6.0, 13.0, 27.0])
TOWN_M = 9_000.0
DISTRICTS = 40
DEGREE_M = np.array([96_300.0, 110_850.0])  # about 30° N
CORNER = np.array([105.6, 28.6])
TOWNS_IN_A_ROW = 45
TOWNS_AT_ONCE = 25  # a row group
GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": [], "crs": pyproj.CRS(4490).to_json_dict()}},
}


def make(count: int, folder: Path, seed: int = 1) -> None:
    """Write parcels.parquet, parks.parquet, redline.parquet and farmland.parquet."""
    random = np.random.default_rng(seed)
    patterns = [_pattern(random) for _ in range(PATTERNS)]
    towns = -(-count // (BLOCKS * BLOCKS * PLOTS))
    centres = np.column_stack([np.arange(towns) % TOWNS_IN_A_ROW, np.arange(towns) // TOWNS_IN_A_ROW]) * TOWN_M
    _write_layers(folder, centres, random)
    writer, written = None, 0
    for start in range(0, towns, TOWNS_AT_ONCE):
        parts = [_town(centre, patterns, random) for centre in centres[start : start + TOWNS_AT_ONCE]]
        table = _table(parts, written, count - written)
        writer = writer or pq.ParquetWriter(folder / "parcels.parquet", table.schema, compression="zstd")
        writer.write_table(table)
        written += len(table)
    if writer:
        writer.close()


def _pattern(random: np.random.Generator) -> list[np.ndarray]:
    """Divide a square of side 1 into plots: a ring each, the borders between two cut alike on both sides."""
    places = np.stack(np.meshgrid(np.arange(5) / 5 + 0.1, np.arange(4) / 4 + 0.125), axis=-1).reshape(-1, 2)
    places += random.uniform(-0.06, 0.06, places.shape)
    square = shapely.box(0, 0, 1, 1)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(places), extend_to=square)
    cells = shapely.segmentize(shapely.intersection(shapely.get_parts(cells), square), random.uniform(0.015, 0.2))
    return [np.round(shapely.get_coordinates(cell), 7) for cell in cells]


def _town(centre: np.ndarray, patterns: list[list[np.ndarray]], random: np.random.Generator) -> tuple:
    """Give the shapes of a town in degrees, its districts and land-use codes."""
    size = random.uniform(250, 550, 2)
    offsets = [np.cumsum(size[axis] + random.choice(STREETS_M, BLOCKS)) for axis in (0, 1)]
    turn = random.uniform(0, 0.4)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    rings, uses = [], []
    clump = np.add.outer(
        np.sin(np.arange(BLOCKS) + random.uniform(0, 9)), np.cos(np.arange(BLOCKS) * 0.8 + random.uniform(0, 9))
    )
    for column in range(BLOCKS):
        for row in range(BLOCKS):
            corner = np.array([offsets[0][column], offsets[1][row]])
            for ring in patterns[random.integers(PATTERNS)]:
                shift = random.normal(0, 0.3, 2) if random.random() < 0.05 else 0.0
                rings.append((ring * size + corner + shift) @ rotation)
            chance = 0.85 if clump[column, row] > 0.75 else 0.05
            uses.append(np.where(random.random(PLOTS) < chance, "060101", "0701"))
    for k in np.flatnonzero(random.random(len(rings)) < 0.0002):
        rings[k][[1, 2]] = rings[k][[2, 1]]
    vertices = np.concatenate(rings)
    degrees = np.round(CORNER + (centre + vertices) / DEGREE_M, 9)
    shapes = shapely.polygons(
        shapely.linearrings(degrees, indices=np.repeat(np.arange(len(rings)), [len(ring) for ring in rings]))
    )
    for k in np.flatnonzero(random.random(len(rings)) < 0.03):
        yard = shapely.affinity.scale(shapes[k], 0.3, 0.3)
        shapes[k] = shapely.Polygon(shapes[k].exterior, [yard.exterior]) if yard.is_valid else shapes[k]
    district = int(centre[0] // (6 * TOWN_M) + 8 * (centre[1] // (6 * TOWN_M))) % DISTRICTS
    return shapes, np.full(len(rings), district, np.int16), np.concatenate(uses)


def _table(parts: list[tuple], written: int, wanted: int) -> pa.Table:
    shapes, districts, uses = (np.concatenate(column)[:wanted] for column in zip(*parts, strict=True))
    columns = {
        "parcel_id": np.arange(written + 1, written + len(shapes) + 1),
        "district": districts,
        "landuse": uses,
        "geometry": pa.array(shapely.to_wkb(shapes), pa.binary()),
    }
    return pa.table(columns).replace_schema_metadata({"geo": json.dumps(GEO)})


def _write_layers(folder: Path, centres: np.ndarray, random: np.random.Generator) -> None:
    """Blobs about the towns: few large ones of a thousand vertices, many small ones; those of a layer dissolved."""
    for name, many, radius_m, vertices in (
        ("parks", 1, (300, 900), 60),
        ("redline", 1, (600, 2000), 1000),
        ("farmland", 20, (50, 200), 40),
    ):
        blobs = []
        for centre in np.repeat(centres, many, axis=0):
            angles = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
            waves = sum(random.normal(0, 0.2 / n) * np.cos(n * angles + random.uniform(0, 7)) for n in range(2, 9))
            radii = random.uniform(*radius_m) * np.clip(1 + waves, 0.4, None)
            middle = centre + random.uniform(-500, 6000, 2)
            blobs.append(np.column_stack([radii * np.cos(angles), radii * np.sin(angles)]) + middle)
        shapes = shapely.polygons(np.round(CORNER + np.array(blobs) / DEGREE_M, 9))
        parts = shapely.get_parts(shapely.union_all(shapely.make_valid(shapes)))
        table = pa.table({"id": np.arange(len(parts)), "geometry": pa.array(shapely.to_wkb(parts), pa.binary())})
        pq.write_table(table.replace_schema_metadata({"geo": json.dumps(GEO)}), folder / f"{name}.parquet")


if __name__ == "__main__":
    make(int(float(sys.argv[1])), Path(sys.argv[2]), *map(int, sys.argv[3:4]))
