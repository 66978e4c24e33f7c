"""A policy trial (政策测算): what is on record judged by the notice, and by other numbers or a draft."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jijuqu.cases.many import cluster_rows, clusters_on_record, listed_rows
from jijuqu.journal.models import Event
from jijuqu.policy.facts import Application, District, LandSupply, Park, Plan, Site
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.policy.parameters import limits_on
from jijuqu.population.changes import changes
from jijuqu.population.draft import Draft
from jijuqu.population.flips import compare
from jijuqu.population.gathering import added_up_by_project
from jijuqu.population.judging import by_notice, judge
from jijuqu.population.laid_drafts import open_draft
from jijuqu.population.read_rows import table_of_rows
from jijuqu.population.table import DAY
from jijuqu.reference.queries import limits_with_entered, parameters_with_entered
from jijuqu.registry.many import park_rows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.policy.notice import Notice
    from jijuqu.population.changes import Change, RuleChange
    from jijuqu.population.flips import FlipCount, Flips
    from jijuqu.population.laid_drafts import LaidDraft
    from jijuqu.population.table import Table

CLUSTER = (Site, Plan, Application, District)


@dataclass(frozen=True, slots=True)
class OnTrial:
    """What is tried out upon: tables of rows of one kind each, how many rows they hold, and how many are left out.

    Of the clusters some are `decided`: these are judged by the facts frozen at their decision. Rows of days that no
    notice governs are left out.
    """

    tables: tuple[Table, ...]
    clusters: int
    decided: int
    supplies: int
    parks: int
    left_out: int

    @property
    def tested(self) -> int:
        """How many rows are judged."""
        return self.clusters + self.supplies + self.parks


@dataclass(frozen=True, slots=True)
class Trial:
    """Other numbers or a draft tried out as of a day: what differs from what stands, and what flips in each table."""

    on_trial: OnTrial
    changed: tuple[Change, ...]
    parts: tuple[Flips, ...]
    counts: tuple[FlipCount, ...]

    @property
    def tries_something(self) -> bool:
        """Whether there is a draft or another number at all."""
        return bool(self.parts)

    @property
    def tested(self) -> int:
        """How many rows are judged."""
        return self.on_trial.tested

    @property
    def flips(self) -> int:
        """How many findings come out otherwise."""
        return sum(count.rows for count in self.counts)

    @property
    def rules(self) -> list[RuleChange]:
        """The rules that the draft adds, drops or rewrites."""
        return list(dict.fromkeys(each for part in self.parts for each in part.rules_changed))

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
        decided=sum(each.is_decided and each.on >= NOTICES[0].first_day for each in clusters),
        supplies=len(governed[1]),
        parks=len(governed[2]),
        left_out=len(rows) - len(governed[0]),
    )


def as_drafted(draft: LaidDraft | None, notice: Notice, day: datetime.date) -> Draft:
    """Read a draft of what may come after a notice and the numbers entered for it; without one all stays as it is.

    Raises NotAdmittedError with every fault of the draft.
    """
    standing = parameters_with_entered(notice)
    return Draft(notice, standing, ()) if draft is None else open_draft(draft, notice, standing, day)


def try_out(
    day: datetime.date, tried_upon: OnTrial, values: Mapping[str, Any], draft: LaidDraft | None = None
) -> Trial:
    """Judge tables by what stands and by a draft, with other `values` by the names of their parameters.

    Raises NotGovernedError for a day before the first notice, KeyError for a parameter that neither has, and
    NotAdmittedError for a draft that cannot be read.
    """
    notice = governing(day)
    drafted = limits_on(as_drafted(draft, notice, day).parameters, day)
    tried = {each.parameter.name: each.after for each in changes(drafted, drafted.with_values(values))}
    changed = tuple(changes(limits_with_entered(notice, day), drafted.with_values(tried)))
    parts: tuple[Flips, ...] = ()
    if tried or draft is not None:
        parts = tuple(part for table in tried_upon.tables for part in _flips(table, tried, draft, day))
    return Trial(tried_upon, changed, parts, tuple(count for part in parts for count in part.counts()))


def _table(rows: list[dict[str, Any]], subjects: tuple[type[Facts], ...]) -> Table:
    table = table_of_rows(rows, subjects, first_day=NOTICES[0].first_day)
    return added_up_by_project(table) if subjects == (LandSupply,) else table


def _flips(table: Table, tried: Mapping[str, Any], draft: LaidDraft | None, day: datetime.date) -> Iterator[Flips]:
    for notice, rows in by_notice(table, NOTICES):
        drafted = as_drafted(draft, notice, day)
        before = judge(rows, notice, parameters=parameters_with_entered(notice))
        yield compare(before, judge(rows, drafted.notice, parameters=drafted.parameters, changed=tried))
