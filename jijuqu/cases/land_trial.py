"""A policy trial (政策测算) upon a kept screening: which groups another least area or gap would give."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.land.measures import MU_M2
from jijuqu.policy.parameters import Limits, Parameter
from jijuqu.population.changes import changes
from jijuqu.reference.kept_screenings import load_screening
from jijuqu.words import population as words

if TYPE_CHECKING:
    from jijuqu.land.screening.compared import GroupsCompared
    from jijuqu.land.screening.screening import Screening
    from jijuqu.population.changes import Change
    from jijuqu.reference.models import KeptScreening

LAND, GAP = "min_industrial_land_mu", "gap_m"


class GroupFlip(NamedTuple):
    """One piece of land that makes other groups than before: see `land.screening.compared.GroupsCompared`.

    The district is as the file has it; `at` is the middle of the first parcel's box, longitude and latitude in degrees
    (EPSG:4490).
    """

    kind: str
    district: str
    first_parcel: str
    parcels: int
    before_mu: float
    after_mu: float
    groups_after: int
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class LandTrial:
    """What was changed, and how the groups compare."""

    kept: KeptScreening
    screening: Screening
    changed: tuple[Change, ...]
    compared: GroupsCompared

    @property
    def tries_something(self) -> bool:
        """Whether there is another number at all."""
        return bool(self.changed)

    @property
    def flips(self) -> int:
        """How many groups appear, vanish or divide."""
        return len(self.compared)

    @property
    def tested(self) -> int:
        """How many groups there are before or after."""
        return self.compared.before.groups + self.compared.counts["appears"]

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """How many of them by district, as the file has it, and kind."""
        pairs = zip(self.compared.district.tolist(), self.compared.kind.tolist(), strict=True)
        names, kinds = self.screening.district_names, list(self.compared.counts)
        return {(str(names[district]), kinds[kind]): rows for (district, kind), rows in sorted(Counter(pairs).items())}

    @property
    def districts(self) -> dict[str, int]:
        """How many of them in which district; the most first."""
        found: Counter[str] = Counter()
        for (district, _kind), rows in self.counts.items():
            found[district] += rows
        return dict(found.most_common())

    def rows(self, most: int) -> list[GroupFlip]:
        """Give the first ones: those that appear, that vanish, that divide, each by district, the largest first."""
        return [self._row(k) for k in range(min(most, self.flips))]

    def _row(self, k: int) -> GroupFlip:
        compared, screening = self.compared, self.screening
        first = int(compared.first_parcel[k])
        west, south, east, north = screening.boxes[first].tolist()
        return GroupFlip(
            list(compared.counts)[compared.kind[k]],
            str(screening.district_names[compared.district[k]]),
            str(screening.ids[first]),
            int(compared.parcels[k]),
            float(compared.before_m2[k] / MU_M2),
            float(compared.after_m2[k] / MU_M2),
            int(compared.groups_after[k]),
            ((west + east) / 2, (south + north) / 2),
        )


def limits_on_land(limits: Limits, kept: KeptScreening) -> Limits:
    """Give the two numbers that make a group: the least area of a notice, and the gap of the screening."""
    gap = Parameter(
        name=GAP, value=float(kept.options[GAP]), unit="m", clause="", label=words.GAP, source=words.GAP_SOURCE,
        first_day=kept.made_on, of_notice=False,
    )  # fmt: skip
    return Limits({LAND: getattr(limits, LAND), GAP: gap})


def try_out_on_land(kept: KeptScreening, standing: Limits, tried: Limits) -> LandTrial:
    """Compare the groups of a screening by the numbers that stand with those by others (`limits_on_land`).

    Raises ValueError for a wider gap than that of the screening, FileNotFoundError where its result is missing.
    """
    from jijuqu.land.screening.compared import Sought, compare_groups  # noqa: PLC0415 - brings Numba

    screening = load_screening(kept)
    before, after = (Sought(getattr(each, LAND).value, getattr(each, GAP).value) for each in (standing, tried))
    return LandTrial(kept, screening, tuple(changes(standing, tried)), compare_groups(screening, before, after))
