"""The map step: rows of the parcels' file in, kept parcels out. It knows of one piece of the file at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.screening.ellipsoid import FARTHEST_LATITUDE, authalic_fit
from jijuqu.land.screening.frame import absurd
from jijuqu.land.screening.kept import Kept
from jijuqu.land.screening.kernels import wkb
from jijuqu.land.screening.kernels.measure import measure
from jijuqu.land.screening.layers import lies_inside
from jijuqu.land.screening.mending import mend
from jijuqu.land.screening.notes import about, put_together
from jijuqu.land.screening.polygons import chosen, from_shapes, to_shapes
from jijuqu.land.screening.polygons import put_together as one_set
from jijuqu.land.screening.shapes_in import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.land.screening.frame import Frame
    from jijuqu.land.screening.kernels.flat import Flags, Floats, Integers, Polygons
    from jijuqu.land.screening.layers import Layer
    from jijuqu.land.screening.notes import Note
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reading.columns import ColumnNames

ONE_DISTRICT = "-"
"""What the district is called where the file tells none apart."""

FATES = {
    wkb.MISSING: "geometry_missing",
    wkb.OTHER_TYPE: "geometry_no_polygon",
    wkb.BROKEN: "geometry_broken",
    wkb.EMPTY: "geometry_empty",
    wkb.NOT_FINITE: "coordinates_no_numbers",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What the map step has to know of everything but the rows."""

    names: ColumnNames
    frame: Frame
    layers: tuple[Layer, ...]
    options: ScreenOptions


class Land(NamedTuple):
    """Shapes in degrees with their measures (`kernels.measure`)."""

    polygons: Polygons
    areas_m2: Floats
    planar: Floats
    signs: Floats
    boxes: Floats
    valid: Flags


def screen_rows(table: pa.Table, rows_before: int, task: Task) -> Kept:
    """Keep the industrial parcels that are land, outside all layers; note what is wrong with the others.

    `rows_before` counts the rows of the file before these: a file without ids is numbered from 1.
    """
    industrial = _industrial(table, task)
    numbers = np.flatnonzero(industrial) + (rows_before + 1)
    rows = table.filter(pa.array(industrial)) if len(numbers) < len(table) else table
    ids, nameless = _named(_column(rows, task.names.id, pa.array(numbers)), numbers)
    districts = _column(rows, task.names.district, pa.array([ONE_DISTRICT] * len(numbers), pa.string()))
    polygons, fate = decoded(rows[task.names.geometry])
    land = _measured(polygons._replace(xy=task.frame.to_degrees(polygons.xy)), task)
    usable, notes = _usable(land, fate, ids, districts, task)
    notes += about("id_missing", nameless)
    mended = mend(land.polygons, usable & ~land.valid, task.options.measure)
    usable[mended.mended] = usable[mended.beyond] = False
    pieces = [(land, usable, np.arange(len(fate)))]
    if len(mended.mended):
        after = _measured(from_shapes(mended.shapes), task)
        pieces.append((after, after.areas_m2 != 0, mended.mended))
        notes += about("mended", _some(ids, mended.mended[after.areas_m2 != 0]))
        notes += about("parcels_without_area", _some(ids, mended.mended[after.areas_m2 == 0]))
    notes += about("beyond_mending", _some(ids, mended.beyond))
    dropped = dict.fromkeys((layer.name for layer in task.layers), 0)
    kept = [(piece, _clear(piece, asked, task, dropped), at) for piece, asked, at in pieces]
    at = np.concatenate([at[keep] for _, keep, at in kept])
    return Kept(
        ids.take(pa.array(at)),
        districts.take(pa.array(at)),
        np.concatenate([_areas(piece, keep) for piece, keep, _ in kept]),
        np.concatenate([piece.boxes[keep] for piece, keep, _ in kept]),
        one_set([chosen(piece.polygons, keep) for piece, keep, _ in kept]),
        len(table),
        len(numbers),
        dropped,
        put_together(notes),
    )


def _industrial(table: pa.Table, task: Task) -> Flags:
    if task.names.use is None:
        return np.ones(len(table), np.bool_)
    use = table[task.names.use]
    if not pa.types.is_string(use.type) and not pa.types.is_large_string(use.type):
        use = _as_codes(use)
    flags = pc.fill_null(pc.starts_with(use, task.options.use_prefix), False)  # noqa: FBT003 - the filler
    return np.asarray(flags.to_numpy(), np.bool_)


def _as_codes(use: pa.ChunkedArray) -> pa.ChunkedArray:
    """Write codes that a program took for numbers as text again: 601 and 60101 have lost a 0, codes have pairs."""
    if pa.types.is_dictionary(use.type):
        return use.cast(use.type.value_type)
    if pa.types.is_floating(use.type):
        use = use.cast(pa.int64(), safe=False)
    text = use.cast(pa.string())
    odd = pc.equal(pc.bit_wise_and(pc.utf8_length(text), 1), 1)
    return pc.if_else(odd, pc.binary_join_element_wise("0", text, ""), text)


def _column(rows: pa.Table, name: str | None, otherwise: pa.Array) -> pa.Array:
    if name is None:
        return otherwise
    column = rows[name].combine_chunks()
    if isinstance(column, pa.ChunkedArray):
        column = column.chunk(0) if column.num_chunks else pa.array([], column.type)
    if pa.types.is_integer(column.type):
        return column.cast(pa.int64())
    return column.cast(pa.string())


def _named(ids: pa.Array, numbers: Integers) -> tuple[pa.Array, list[object]]:
    """Give parcels without an id one from their row number, and list these: -7 or "#7" for the seventh row."""
    if not ids.null_count:
        return ids, []
    own = pa.array(-numbers) if pa.types.is_integer(ids.type) else pa.array([f"#{number}" for number in numbers])
    return pc.fill_null(ids, own), own.filter(ids.is_null()).to_pylist()


def _measured(polygons: Polygons, task: Task) -> Land:
    latitudes = polygons.xy[:, 1]
    south, north = (latitudes.min(), latitudes.max()) if len(latitudes) else (0.0, 0.0)
    if not (south >= -FARTHEST_LATITUDE and north <= FARTHEST_LATITUDE):  # some are absurd, nan perhaps
        fine = latitudes[np.abs(latitudes) <= FARTHEST_LATITUDE]
        south, north = (fine.min(), fine.max()) if len(fine) else (0.0, 0.0)
    middle_half, authalic = authalic_fit(float(south), float(north))
    return Land(polygons, *measure(polygons, middle_half, authalic, task.options.measure == "law"))


def _usable(land: Land, fate: Integers, ids: pa.Array, districts: pa.Array, task: Task) -> tuple[Flags, list[Note]]:
    """Tell which parcels are on Earth and belong to a district, with notes on those that are not."""
    usable = fate == wkb.SOUND
    notes = [note for code, words in FATES.items() for note in about(words, _some(ids, np.flatnonzero(fate == code)))]
    lost = usable & absurd(land.boxes)
    notes += about("coordinates_absurd", _some(ids, np.flatnonzero(lost)), crs=task.frame.name)
    usable &= ~lost
    stateless = usable & np.asarray(districts.is_null().to_numpy(zero_copy_only=False), np.bool_)
    notes += about("district_missing", _some(ids, np.flatnonzero(stateless)))
    usable &= ~stateless
    beyond = usable & task.frame.beyond_zone(land.boxes)
    notes += about("beyond_zone", _some(ids, np.flatnonzero(beyond)), crs=task.frame.name)
    return usable, notes


def _clear(land: Land, asked: Flags, task: Task, dropped: dict[str, int]) -> Flags:
    """Tell which of the parcels asked about are clear of all layers, and count the others."""
    clear = asked.copy()
    for layer in task.layers:
        inside = lies_inside(layer, land.polygons, land.signs, land.boxes, land.planar, clear, task.options.layer_share)
        dropped[layer.name] += int(inside.sum())
        clear &= ~inside
    return clear


def _areas(land: Land, keep: Flags) -> Floats:
    """Areas of kept parcels; tall ones, which were not measured, by the geodesics between their vertices."""
    areas = land.areas_m2[keep]
    tall = np.isnan(areas)
    if tall.any():
        of_all = np.zeros(len(keep), np.bool_)
        of_all[np.flatnonzero(keep)[tall]] = True
        areas[tall] = geodesic_areas_m2(list(to_shapes(chosen(land.polygons, of_all))))
    return areas


def _some(ids: pa.Array, at: Integers) -> Iterator[object]:
    return iter(ids.take(pa.array(at)).to_pylist()) if len(at) else iter(())
