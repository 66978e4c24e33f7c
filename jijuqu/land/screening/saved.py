"""A screening kept in a folder, so that pages can change its thresholds without doing it again.

`parcels.parquet` is GeoParquet (id, district, area_m2, box, shape), in the order of the screening; `pairs.npz` holds
what lies near what; `about.json` everything else.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from jijuqu.land.screening.notes import Note
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.polygons import to_shapes
from jijuqu.land.screening.screening import Screening
from jijuqu.land.screening.shapes_in import decoded
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.land.screening.kernels.flat import Integers, Polygons
    from jijuqu.land.screening.reduce_step import Pairs

ROWS_READ_AT_ONCE = 20_000
SIDES = ("west", "south", "east", "north")


def save(screening: Screening, folder: Path) -> None:
    """Keep a screening in a folder, which is made or written over."""
    folder.mkdir(parents=True, exist_ok=True)
    boxes = {side: pa.array(np.ascontiguousarray(screening.boxes[:, k])) for k, side in enumerate(SIDES)}
    everything = screening.shapes_of(np.arange(len(screening.ids)))
    wkb = shapely.to_wkb(to_shapes(everything)) if everything.shape_count else []
    columns = {
        "id": pa.array(screening.ids.tolist()),
        "district": pa.array(screening.district),
        "area_m2": pa.array(screening.areas_m2),
        **boxes,
        "geometry": pa.array(wkb, pa.binary()),
    }
    pq.write_table(pa.table(columns), folder / "parcels.parquet", compression="zstd", row_group_size=ROWS_READ_AT_ONCE)
    pairs = {"links": screening.links, "overlaps": screening.overlaps, "beyond": screening.beyond}
    arrays = {f"{name}_{k}": array for name, triple in pairs.items() for k, array in enumerate(triple)}
    np.savez(folder / "pairs.npz", allow_pickle=False, **arrays)
    about = {
        "options": asdict(screening.options),
        "district_names": screening.district_names.tolist(),
        "rows": screening.rows,
        "industrial": screening.industrial,
        "dropped": dict(screening.dropped),
        "notes": [asdict(note) for note in screening.notes],
        "issues": [{"code": issue.code, "values": dict(issue.values)} for issue in screening.issues],
        "seconds": dict(screening.seconds),
    }
    (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False, default=str), encoding="utf-8")


def load(folder: Path) -> Screening:
    """Take a screening back. Shapes are read when they are asked for.

    Arrays are copied: kernels are compiled for such as may be written to.
    """
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    table = pq.read_table(folder / "parcels.parquet", columns=["id", "district", "area_m2", *SIDES])
    with np.load(folder / "pairs.npz") as arrays:
        links, overlaps, beyond = (_triple(arrays, name) for name in ("links", "overlaps", "beyond"))
    return Screening(
        options=ScreenOptions(**about["options"]),
        ids=_names(table["id"].to_pylist()),
        district=np.array(table["district"].to_numpy()),
        district_names=_names(about["district_names"]),
        areas_m2=np.array(table["area_m2"].to_numpy()),
        boxes=np.column_stack([table[side].to_numpy() for side in SIDES]),
        shapes=SavedShapes(folder / "parcels.parquet"),
        links=links,
        overlaps=overlaps,
        beyond=beyond,
        rows=about["rows"],
        industrial=about["industrial"],
        dropped=about["dropped"],
        notes=tuple(Note(n["code"], tuple(n["parcels"]), n["count"], n["values"]) for n in about["notes"]),
        issues=tuple(Message(issue["code"], issue["values"]) for issue in about["issues"]),
        seconds=about["seconds"],
    )


@dataclass(frozen=True, slots=True)
class SavedShapes:
    """Shapes in a file, read row group by row group as they are wanted."""

    path: Path

    def of(self, places: Integers) -> Polygons:
        """Give the shapes of some parcels, in ascending order of their places."""
        wanted = np.unique(places)
        with pq.ParquetFile(self.path, memory_map=True) as file:
            groups = np.unique(wanted // ROWS_READ_AT_ONCE)
            column = file.read_row_groups(groups.tolist(), columns=["geometry"])["geometry"]
        starts = {int(group): k * ROWS_READ_AT_ONCE for k, group in enumerate(groups)}
        rows = [starts[int(place) // ROWS_READ_AT_ONCE] + int(place) % ROWS_READ_AT_ONCE for place in wanted]
        polygons, _ = decoded(column.take(pa.array(rows, pa.int64())))
        return polygons


def _triple(arrays: dict[str, np.ndarray], name: str) -> Pairs:
    return arrays[f"{name}_0"], arrays[f"{name}_1"], arrays[f"{name}_2"]


def _names(values: list[object]) -> np.ndarray:
    if all(isinstance(value, int) for value in values):
        return np.array(values, dtype=np.int64)
    return np.array(values, dtype=np.dtypes.StringDType())
