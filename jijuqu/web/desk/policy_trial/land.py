"""What a trial upon a screening answers: which groups appear, vanish or divide, in a table and on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jijuqu.cases.land_trial import GAP, LAND
from jijuqu.cases.land_trial_papers import said_sides
from jijuqu.web.desk.policy_trial.answer import said_changes
from jijuqu.web.desk.policy_trial.map import DistrictFlips, land_map
from jijuqu.web.desk.policy_trial.numbers import written
from jijuqu.web.desk.site_screening.districts import Districts
from jijuqu.web.language import page_language
from jijuqu.words import population as words

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.cases.land_trial import LandTrial
    from jijuqu.policy.parameters import Limits

LISTED = 200  # groups shown on the page and its map; all of them are in the workbook


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One piece of land that makes other groups than before, in words."""

    district: str
    first_parcel: str
    parcels: int
    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many groups of a district appear, vanish or divide."""

    district: str
    kind: str
    rows: int


def land_answer(trial: LandTrial, day: date, standing: Limits, tried: Limits) -> dict[str, Any]:
    """Give the values of the answer's template; `standing` and `tried` as in `try_out_on_land`."""
    language, districts = page_language(), Districts(day)
    flips = trial.rows(LISTED)
    by_holder = [(districts.holder(name), name, rows) for name, rows in trial.districts.items()]
    return {
        "trial": trial,
        "changes": said_changes(trial.changed),
        "counts": [
            KindCount(districts.name(district), words.GROUP_KINDS[kind].say(language), rows)
            for (district, kind), rows in trial.counts.items()
        ],
        "flips": [
            GroupRow(
                districts.name(each.district), each.first_parcel, each.parcels,
                words.GROUP_KINDS[each.kind].say(language), *said_sides(each, language),
            )
            for each in flips
        ],
        "left_out": trial.flips - len(flips),
        "districts": [
            DistrictFlips(holder.code if holder else "", districts.name(name), rows)
            for holder, name, rows in by_holder
        ],
        "map": land_map(day, {holder.pk: rows for holder, _name, rows in by_holder if holder}, flips),
        "thresholds": [_thresholds(each) for each in (standing, tried)],
    }  # fmt: skip


def _thresholds(limits: Limits) -> str:
    """Give the query at which 选址筛查 shows the groups of these numbers."""
    said = {each.name: written(each.value, each.unit) for each in limits}
    return urlencode({"min_mu": said[LAND], "gap_m": said[GAP]})
