"""A table of facts: one row for each subject, its facts under their own names, and the columns that tell rows apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.policy.facts import Application, District, LandSupply, Operation, Park, Plan, Project, Site
from jijuqu.population.columns import column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jijuqu.policy.fact_specs import Facts, FactSpec

ID, NAME, DISTRICT, PARK, CLUSTER = "id", "name", "district", "park", "cluster"
STANDING = "standing"  # of a cluster outside the parks
STANDINGS = APPROVED, UNDER_REVIEW = "approved", "under_review"
DAY = "on"  # the day that a row is judged by, where rows have several
LABELS = (ID, NAME, DISTRICT, PARK, CLUSTER, STANDING, DAY)
IN_PARK = "in_park"
TAKEN = frozenset({  # columns of findings and flips
    "status", "clause", "rule", "outcome", "met", "value", "limit", "day", "last_day", "short_by", "unit",
    "before", "after", "cluster_share",
})  # fmt: skip
SUBJECTS: dict[str, type[Facts]] = {
    "site": Site, "plan": Plan, "application": Application, "district": District, "park": Park,
    "project": Project, "land_supply": LandSupply, "operation": Operation,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """Facts that passed the door: typed, finite, with one identity a row. What has no column is null, not yet known.

    `subjects` are those whose rules are asked of each row; `labels` the columns that findings carry along, `id` first;
    `told` the facts that somebody told, be it of some rows only.
    """

    frame: nw.LazyFrame[Any]
    subjects: tuple[type[Facts], ...]
    labels: tuple[str, ...]
    told: frozenset[str]


def columns_of(subject: type[Facts]) -> Facts:
    """Describe a subject by the columns of a table that was let in."""
    return subject.over(lambda name: column(subject.specs[name].kind, nw.col(name)))


def specs_of(subjects: Collection[type[Facts]]) -> dict[str, FactSpec]:
    """Give the facts of several subjects by name."""
    return {name: spec for subject in subjects for name, spec in subject.specs.items()}


def subjects_told_by(columns: Collection[str]) -> tuple[type[Facts], ...]:
    """Tell of which subjects there are columns; that a row lies in a park tells of none."""
    return tuple(subject for subject in SUBJECTS.values() if (subject.specs.keys() - {IN_PARK}) & set(columns))


def names_of(subjects: Collection[type[Facts]]) -> Iterator[str]:
    """Give the names that the command knows subjects by."""
    yield from (name for name, subject in SUBJECTS.items() if subject in subjects)


def lies_in_park_by_nature(subjects: Collection[type[Facts]]) -> bool:
    """Tell what `in_park` is where nobody says: parks are inside, all else is judged as outside them."""
    return tuple(subjects) == (Park,)
