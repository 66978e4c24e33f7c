"""The map of a trial: districts shaded by how many findings flip there, and clusters or groups of land as marks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from jijuqu.cases.models import PlannedCluster
from jijuqu.registry.queries import clusters_as_of, districts_on
from jijuqu.web.public.home_map import Contents, city_map, outlines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from jijuqu.cases.land_trial import GroupFlip
    from jijuqu.population.flips_said import SaidFlip
    from jijuqu.registry.models import Cluster

SHADES = (1, 2, 4, 8)  # from so many flips on a district has the next darker shade, where none has twice the last


class DistrictFlips(NamedTuple):
    """How many findings flip in a district."""

    code: str
    name: str
    rows: int


class GroupMark(NamedTuple):
    """A group of land on the drawing: its first parcel's place, and what becomes of it."""

    at: tuple[int, int]
    kind: str


def flip_map(day: date, by_district: Mapping[str, int], flips: Sequence[SaidFlip]) -> dict[str, Any]:
    """Return the drawings of `home_map` with each district's flips and shade, and the codes of clusters that flip.

    `by_district` counts flips by the codes of districts.
    """
    drawings = _shaded(day, by_district, list(clusters_as_of(day).filter(park__isnull=True)))
    return drawings | {"flipping": _codes({each.id for each in flips})}


def land_map(day: date, by_district: Mapping[str, int], flips: Sequence[GroupFlip]) -> dict[str, Any] | None:
    """Return the same with groups of land as marks; None where nothing of them lies in the city."""
    drawings = _shaded(day, by_district, [])
    for drawing in (drawings["city"], drawings["centre"]):
        frame = drawing["frame"]
        drawing["groups"] = [
            GroupMark(frame.point(*each.at), each.kind)
            for each in flips
            if frame.west <= each.at[0] <= frame.east and frame.south <= each.at[1] <= frame.north
        ]
    return drawings | {"of_land": True} if by_district or drawings["city"]["groups"] else None


def _shaded(day: date, by_district: Mapping[str, int], clusters: list[Cluster]) -> dict[str, Any]:
    contents = Contents(
        outlines=outlines(),
        named=set(districts_on(day).values_list("pk", flat=True)),
        parks={},
        forbidding=shapely.MultiPolygon(),
        clusters=clusters,
    )
    drawings, steps = city_map(contents), shades_up_to(max(by_district.values(), default=0))
    for drawing in (drawings["city"], drawings["centre"]):
        counted = [(each, by_district.get(each.holder.pk, 0)) for each in drawing["districts"]]
        drawing["shaded"] = [(each, rows, shade_of(rows, steps)) for each, rows in counted]
    return drawings | {"shades": _shades(steps)}


def shades_up_to(most: int) -> tuple[int, ...]:
    """Give from how many flips on a district has the next darker shade: SHADES, wider where a district has many."""
    factor = math.ceil(most / (2 * SHADES[-1])) or 1
    return (1, *(factor * least for least in SHADES[1:]))


def shade_of(rows: int, steps: Sequence[int] = SHADES) -> int:
    """Give the shade of a district: 0 where nothing flips, the darkest is as many as there are steps."""
    return sum(rows >= least for least in steps)


def _shades(steps: Sequence[int]) -> list[tuple[int, str]]:
    """Give each shade and how many flips it stands for, as 2–3."""
    ends = [str(following - 1) for following in steps[1:]]
    said = [f"{least}–{end}" if str(least) != end else end for least, end in zip(steps, ends, strict=False)]
    return list(enumerate([*said, f"≥ {steps[-1]}"], start=1))


def _codes(flipping: set[str]) -> set[str]:
    """Give the codes in the register of what flips: its own, or that of a plan's cluster which stands there."""
    planned = PlannedCluster.objects.filter(entry__isnull=False).values_list("case__number", "number", "entry")
    return flipping | {entry for case, number, entry in planned if f"{case}/{number}" in flipping}
