"""Between the two steps: the columns of all pieces in one, and the parcels of each district."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jijuqu.land.screening.reduce_step import Nearness, find_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from jijuqu.land.screening.kept import Kept
    from jijuqu.land.screening.kernels.flat import Floats, Integers, Polygons
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reduce_step import Pairs


class Parcels(NamedTuple):
    """The columns of a screening that the map step gives, in the order of its fields."""

    ids: NDArray[Any]
    district: Integers
    district_names: NDArray[Any]
    areas_m2: Floats
    boxes: Floats


def gathered(kept: Sequence[Kept]) -> Parcels:
    """Put the columns of all pieces together; shapes stay where they are."""
    ids = pa.concat_arrays([each.ids for each in kept])
    districts = pa.concat_arrays([each.districts for each in kept]).dictionary_encode()
    order = pc.sort_indices(districts.dictionary).to_numpy()
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    return Parcels(
        _plain(ids),
        number[districts.indices.to_numpy()],
        _plain(districts.dictionary)[order],
        np.concatenate([each.areas_m2 for each in kept]),
        np.concatenate([each.boxes for each in kept]),
    )


def _plain(column: pa.Array) -> NDArray[Any]:
    """Give integers as they are and text as NumPy's own, which compares quickly."""
    if pa.types.is_integer(column.type):
        return np.array(column.to_numpy())
    return np.array(column.to_pylist(), dtype=np.dtypes.StringDType())


def places_by_district(district: Integers) -> list[Integers]:
    """Give the places of the parcels of each district: the largest district first, so that none comes late."""
    sizes = np.bincount(district)
    places = np.split(np.argsort(district, kind="stable"), np.cumsum(sizes)[:-1])
    return [places[number] for number in np.argsort(-sizes, kind="stable")]


def reduced(polygons: Polygons, areas_m2: Floats, places: Integers, options: ScreenOptions) -> Nearness:
    """Reduce one district, so that nothing depends on who else is about; pairs come with places among all parcels."""
    found = find_near(polygons, areas_m2, options)
    moved = [(places[a], places[b], measure) for a, b, measure in (found.links, found.overlaps, found.beyond)]
    return Nearness(moved[0], moved[1], found.overlaps_not_measured, moved[2], found.seconds)


def all_pairs(pairs: Sequence[Pairs]) -> Pairs:
    """Put the pairs of all districts together."""
    none = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
    first, second, measure = zip(none, *pairs, strict=True)
    return np.concatenate(first), np.concatenate(second), np.concatenate(measure)
