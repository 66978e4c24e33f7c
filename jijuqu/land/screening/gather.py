"""Between the two steps: the columns of all pieces in one, and the districts dealt out to be reduced side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.polygons import chosen
from jijuqu.land.screening.polygons import put_together as one_set
from jijuqu.land.screening.reduce_step import Nearness, find_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from jijuqu.land.screening.kept import Kept
    from jijuqu.land.screening.kernels.flat import Flags, Floats, Integers, Polygons
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reduce_step import Pairs


class Parcels(NamedTuple):
    """The columns of a screening that the map step gives, in the order of its fields; the shapes piece by piece."""

    ids: NDArray[Any]
    district: Integers
    district_names: NDArray[Any]
    areas_m2: Floats
    boxes: Floats
    parts: list[Polygons]


def gathered(kept: Sequence[Kept]) -> Parcels:
    """Put the columns of all pieces together; shapes stay where they are."""
    ids = pa.concat_arrays([each.ids for each in kept])
    districts = pa.concat_arrays([each.districts for each in kept]).dictionary_encode()
    order = pc.sort_indices(districts.dictionary).to_numpy()
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    parts = [each.polygons for each in kept]
    return Parcels(
        _plain(ids),
        number[districts.indices.to_numpy()],
        _plain(districts.dictionary)[order],
        np.concatenate([each.areas_m2 for each in kept]),
        np.concatenate([bounds(part) for part in parts]),
        parts,
    )


def _plain(column: pa.Array) -> NDArray[Any]:
    """Give integers as they are and text as NumPy's own, which compares quickly."""
    if pa.types.is_integer(column.type):
        return np.array(column.to_numpy())
    return np.array(column.to_pylist(), dtype=np.dtypes.StringDType())


def lots_of(district: Integers, most: int) -> list[Flags]:
    """Deal the districts out to lots of about the same number of parcels: the largest first, to the emptiest lot."""
    sizes = np.bincount(district)
    lot_of, filled = np.zeros(len(sizes), np.int64), np.zeros(most)
    for number in np.argsort(-sizes, kind="stable"):
        lot_of[number] = filled.argmin()
        filled[lot_of[number]] += sizes[number]
    return [lot_of == lot for lot in np.flatnonzero(filled)]


def reduced(parcels: Parcels, lot: Flags, options: ScreenOptions) -> Nearness:
    """Reduce some districts; pairs come back with places among all parcels."""
    of_lot = lot[parcels.district]
    places = np.flatnonzero(of_lot)
    ends = np.cumsum([part.shape_count for part in parcels.parts])
    some = [chosen(part, flags) for part, flags in zip(parcels.parts, np.split(of_lot, ends[:-1]), strict=True)]
    polygons = one_set(some)
    polygons = polygons._replace(xy=polygons.xy.copy()) if len(places) == ends[-1] else polygons
    found = find_near(polygons, parcels.district[places], parcels.areas_m2[places], options)
    moved = [(places[a], places[b], measure) for a, b, measure in (found.links, found.overlaps, found.beyond)]
    return Nearness(moved[0], moved[1], found.overlaps_not_measured, moved[2], found.seconds)


def all_pairs(pairs: Sequence[Pairs]) -> Pairs:
    """Put the pairs of all lots together."""
    none = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
    first, second, measure = zip(none, *pairs, strict=True)
    return np.concatenate(first), np.concatenate(second), np.concatenate(measure)
