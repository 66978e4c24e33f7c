"""A policy trial (政策测算): everything on record judged by the numbers that stand, and by others tried out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jijuqu.cases.many import cluster_rows, clusters_on_record, listed_rows
from jijuqu.journal.models import Event
from jijuqu.policy.facts import Application, District, LandSupply, Park, Plan, Site
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.population.changes import changes
from jijuqu.population.flips import compare
from jijuqu.population.gathering import added_up_by_project
from jijuqu.population.judging import by_notice, judge
from jijuqu.population.read_rows import table_of_rows
from jijuqu.population.table import DAY
from jijuqu.reference.queries import limits_with_entered, parameters_with_entered
from jijuqu.registry.many import park_rows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.population.changes import Change
    from jijuqu.population.flips import FlipCount, Flips
    from jijuqu.population.table import Table

CLUSTER = (Site, Plan, Application, District)


@dataclass(frozen=True, slots=True)
class OnTrial:
    """What is tried out upon: tables of rows of one kind each, how many rows they hold, and how many are left out.

    Rows of days that no notice governs are left out.
    """

    tables: tuple[Table, ...]
    clusters: int
    supplies: int
    parks: int
    left_out: int

    @property
    def tested(self) -> int:
        """How many rows are judged."""
        return self.clusters + self.supplies + self.parks


@dataclass(frozen=True, slots=True)
class Trial:
    """Other numbers tried out as of a day: which differ from those that stand, and what flips in each table."""

    on_trial: OnTrial
    changed: tuple[Change, ...]
    parts: tuple[Flips, ...]
    counts: tuple[FlipCount, ...]

    @property
    def flips(self) -> int:
        """How many findings come out otherwise."""
        return sum(count.rows for count in self.counts)

    @property
    def districts(self) -> dict[str, int]:
        """How many of them in which district, by its Chinese name; the most first."""
        found: dict[str, int] = {}
        for count in self.counts:
            if count.district:
                found[count.district] = found.get(count.district, 0) + count.rows
        return dict(sorted(found.items(), key=lambda each: -each[1]))


def on_trial(day: datetime.date) -> OnTrial:
    """Take everything on record as of a day: clusters, the land supplied in them, and parks.

    What is on record only changes by acts, so it is kept for as long as the journal ends with the same event.
    """
    last = Event.objects.order_by("number").values_list("digest", flat=True).last()
    return _kept(day, last) if last else _taken(day)


@lru_cache(maxsize=4)
def _kept(day: datetime.date, _last_event: str) -> OnTrial:
    return _taken(day)


def _taken(day: datetime.date) -> OnTrial:
    clusters = clusters_on_record(day)
    rows = cluster_rows(day, clusters)
    supplies = listed_rows("land_supplies", clusters)
    parks = [row | {DAY: day} for row in park_rows(day)]
    governed = [[row for row in each if row[DAY] >= NOTICES[0].first_day] for each in (rows, supplies, parks)]
    tables = zip(governed, (CLUSTER, (LandSupply,), (Park,)), strict=True)
    return OnTrial(
        tables=tuple(_table(each, subjects) for each, subjects in tables if each),
        clusters=len(governed[0]),
        supplies=len(governed[1]),
        parks=len(governed[2]),
        left_out=len(rows) - len(governed[0]),
    )


def try_out(day: datetime.date, tried_upon: OnTrial, values: Mapping[str, Any]) -> Trial:
    """Judge tables by the numbers that stand and by others, `values` by the names of their parameters.

    Raises NotGovernedError for a day before the first notice, KeyError for a parameter that it does not have.
    """
    limits = limits_with_entered(governing(day), day)
    changed = tuple(changes(limits, limits.with_values(values)))
    tried = {each.parameter.name: each.after for each in changed}
    parts = tuple(part for table in tried_upon.tables for part in _flips(table, tried)) if tried else ()
    return Trial(tried_upon, changed, parts, tuple(count for part in parts for count in part.counts()))


def _table(rows: list[dict[str, Any]], subjects: tuple[type[Facts], ...]) -> Table:
    table = table_of_rows(rows, subjects, first_day=NOTICES[0].first_day)
    return added_up_by_project(table) if subjects == (LandSupply,) else table


def _flips(table: Table, tried: Mapping[str, Any]) -> Iterator[Flips]:
    for notice, rows in by_notice(table, NOTICES):
        parameters = parameters_with_entered(notice)
        before = judge(rows, notice, parameters=parameters)
        yield compare(before, judge(rows, notice, parameters=parameters, changed=tried))
