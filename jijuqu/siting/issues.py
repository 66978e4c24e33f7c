"""What is worth telling about measured land: parcels on parcels, and doubts about the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.land.districts import UNSURE_WITHIN_M, locate_if_gcj02
from jijuqu.land.plane import metres_per_unit
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jijuqu.land.districts import Whereabouts
    from jijuqu.land.overlap import DoubleCover
    from jijuqu.land.parcel import Boundary

MOST_PAIRS_TOLD = 10


def about_double_cover(covers: Sequence[DoubleCover]) -> Iterator[Message]:
    """Name the pairs of parcels that overlap, largest overlap first."""
    for cover in covers[:MOST_PAIRS_TOLD]:
        first, second = cover.parcels
        yield Message("parcels_overlap", {"first": first, "second": second, "area_m2": cover.area_m2}, cover.at)
    if len(covers) > MOST_PAIRS_TOLD:
        yield Message("more_parcels_overlap", {"count": len(covers) - MOST_PAIRS_TOLD})


def about_place(boundary: Boundary, areas_m2: Sequence[float], place: Whereabouts) -> Iterator[Message]:
    """Say where the districts of the coarse map leave doubt, and when the land lies outside Chongqing."""
    within_km = UNSURE_WITHIN_M / 1000
    if place.lies_inside is None:
        yield Message("near_city_line", {"within_km": within_km})
    elif not place.lies_inside:
        inside = sum(district.share for district in place.districts)
        yield Message("partly_outside_chongqing", {"inside": inside}) if inside else Message("outside_chongqing")
    if place.unsure_between:
        names = "、".join(place.unsure_between)
        yield Message("near_district_line", {"names": names, "within_km": within_km})
    near_a_line = place.lies_inside is None or place.unsure_between
    if near_a_line and metres_per_unit(boundary.crs) is None:
        yield from _about_gcj02(boundary, areas_m2, place)


def _about_gcj02(boundary: Boundary, areas_m2: Sequence[float], place: Whereabouts) -> Iterator[Message]:
    shifted = locate_if_gcj02([parcel.polygon for parcel in boundary.parcels], areas_m2)
    here, there = _main_district(place), _main_district(shifted)
    if here != there:
        yield Message("may_be_gcj02", {"here": here or "—", "there": there or "—"})


def _main_district(place: Whereabouts) -> str:
    return place.districts[0].name if place.districts else ""
