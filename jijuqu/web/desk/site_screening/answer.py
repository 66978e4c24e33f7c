"""What a result page shows: how many groups in which districts, the largest, the near misses, and the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from jijuqu.land.screening.screening import OVERLAP_IS_ISSUE_M2
from jijuqu.web.desk import once
from jijuqu.web.desk.site_screening.map import on_map
from jijuqu.web.language import page_language
from jijuqu.words import screening as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from jijuqu.land.screening.screening import NearMiss
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.web.desk.site_screening.districts import Districts
    from jijuqu.web.desk.site_screening.groups import Grouped

GROUPS_LISTED, MISSES_LISTED = 200, 100  # all groups are in the files


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: `place` is that of its first parcel, `title` what a plan would be called, "" where none can begin.

    `once` is the token of the form that begins it (`desk.once`).
    """

    place: int
    district: str
    rank: int
    area_m2: float
    parcels: int
    first_parcel: str
    overlap_m2: float
    title: str
    once: str


@dataclass(frozen=True, slots=True)
class MissRow:
    """One group a little too small, and what one more parcel would do."""

    place: int
    district: str
    area_mu: float
    short_mu: float
    parcels: int
    first_parcel: str
    one_more: str


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """How many groups a district has, and how much land in them."""

    name: str
    groups: int
    area_m2: float


def answer(found: Grouped, districts: Districts, may_plan_for: Collection[str]) -> dict[str, Any]:
    """Give the values of the answer's template; `may_plan_for` are the codes of holders whose plans may be begun."""
    groups = _group_rows(found, districts, may_plan_for)
    misses = [_miss_row(found, districts, each) for each in found.first_misses(MISSES_LISTED)]
    return {
        "count": len(found.groups),
        "total_m2": float(found.groups.area_m2.sum()),
        "districts": _by_district(found, districts),
        "groups": groups,
        "groups_left_out": len(found.groups) - len(groups),
        "misses": misses,
        "misses_left_out": len(found.misses) - len(misses),
        "on_map": on_map(found, groups, misses),
    }


def _group_rows(found: Grouped, districts: Districts, may_plan_for: Collection[str]) -> list[GroupRow]:
    largest = found.largest(GROUPS_LISTED)
    rows = []
    for k in range(len(largest)):
        written, place = found.district_of(int(largest.district[k])), int(largest.first_parcel[k])
        holder, rank = districts.holder(written), int(largest.rank[k])
        rows.append(
            GroupRow(
                place=place,
                district=districts.name(written),
                rank=rank,
                area_m2=float(largest.area_m2[k]),
                parcels=int(largest.parcels[k]),
                first_parcel=found.id_of(place),
                overlap_m2=float(largest.overlap_m2[k]) if largest.overlap_m2[k] > OVERLAP_IS_ISSUE_M2 else 0.0,
                title=_title(holder, rank) if holder and holder.pk in may_plan_for else "",
                once=once.new_token(),
            )
        )
    return rows


def _title(holder: QuotaHolder, rank: int) -> str:
    """Suggest what a plan is called that begins with a group, in Chinese, as plans are."""
    return words.PLAN_TITLE.say("zh", district=holder.name_in_clusters, rank=rank)


def _miss_row(found: Grouped, districts: Districts, miss: NearMiss) -> MissRow:
    return MissRow(
        place=miss.first_parcel,
        district=districts.name(found.district_of(miss.district)),
        area_mu=miss.area_mu,
        short_mu=miss.short_mu,
        parcels=miss.parcels,
        first_parcel=found.id_of(miss.first_parcel),
        one_more=_one_more(found, miss),
    )


def _one_more(found: Grouped, miss: NearMiss) -> str:
    language = page_language()
    if miss.nearest is None or miss.together_mu is None:
        return words.NOTHING_NEAR.say(language, reach=with_unit(found.screening.options.reach_m, "m", language))
    short = found.groups.min_mu - miss.together_mu
    verdict = words.ENOUGH if short <= 0 else words.STILL_SHORT
    return words.ONE_MORE.say(
        language,
        width=with_unit(miss.width_m, "m", language),
        parcel=found.id_of(miss.nearest),
        own=with_unit(miss.nearest_mu, "mu", language),
        together=with_unit(miss.together_mu, "mu", language),
        verdict=verdict.say(language, short=with_unit(short, "mu", language)),
    )


def _by_district(found: Grouped, districts: Districts) -> list[DistrictRow]:
    """Count groups and land of every district that has any, the one with the most land first."""
    groups = found.groups
    counts = np.bincount(groups.district, minlength=len(found.screening.district_names))
    areas = np.bincount(groups.district, groups.area_m2, minlength=len(counts))
    order = [k for k in np.argsort(-areas, kind="stable").tolist() if counts[k]]
    return [DistrictRow(districts.name(found.district_of(k)), int(counts[k]), float(areas[k])) for k in order]
