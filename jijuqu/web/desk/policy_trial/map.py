"""The map of a trial: districts shaded by how many findings flip there, and every cluster outside the parks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from jijuqu.cases.models import PlannedCluster
from jijuqu.registry.queries import clusters_as_of, districts_on
from jijuqu.web.public.home_map import Contents, city_map, outlines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jijuqu.cases.trial import Trial
    from jijuqu.population.flips_said import SaidFlip

SHADES = (1, 2, 4, 8)  # from so many flips on a district has the next darker shade


class DistrictFlips(NamedTuple):
    """How many findings flip in a district."""

    code: str
    name: str
    rows: int


def flip_map(day: date, trial: Trial, flips: Sequence[SaidFlip]) -> dict[str, Any]:
    """Return the drawings of `home_map` with each district's flips and shade, and the codes of clusters that flip."""
    contents = Contents(
        outlines=outlines(),
        named=set(districts_on(day).values_list("pk", flat=True)),
        parks={},
        forbidding=shapely.MultiPolygon(),
        clusters=list(clusters_as_of(day).filter(park__isnull=True)),
    )
    drawings = city_map(contents)
    for drawing in (drawings["city"], drawings["centre"]):
        drawing["shaded"] = [
            (each, rows, shade_of(rows))
            for each in drawing["districts"]
            for rows in [trial.districts.get(each.holder.name_zh, 0)]
        ]
    return drawings | {"flipping": _codes({each.id for each in flips}), "shades": _shades()}


def shade_of(rows: int) -> int:
    """Give the shade of a district: 0 where nothing flips, the darkest is as many as there are SHADES."""
    return sum(rows >= least for least in SHADES)


def _shades() -> list[tuple[int, str]]:
    """Give each shade and how many flips it stands for, as 2–3."""
    ends = [str(following - 1) for following in SHADES[1:]]
    said = [f"{least}–{end}" if str(least) != end else end for least, end in zip(SHADES, ends, strict=False)]
    return list(enumerate([*said, f"≥ {SHADES[-1]}"], start=1))


def _codes(flipping: set[str]) -> set[str]:
    """Give the codes in the register of what flips: its own, or that of a plan's cluster which stands there."""
    planned = PlannedCluster.objects.filter(entry__isnull=False).values_list("case__number", "number", "entry")
    return flipping | {entry for case, number, entry in planned if f"{case}/{number}" in flipping}
