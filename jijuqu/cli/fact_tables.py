"""How commands open tables of facts, from files or from the records, and choose the notices that judge them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.cli.speech import day_of, refuse
from jijuqu.words.said import say
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter
    from jijuqu.population.table import Table
    from jijuqu.words.text import Language

ENGINES = ("local", "spark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a command takes its facts from and what was told of them, as its options have it."""

    facts: Path | None
    from_records: bool
    subjects: Sequence[str]
    on: str | None
    in_park: bool
    kept: Sequence[str]
    clusters: Path | None
    count_clusters: bool
    engine: str
    language: Language


@dataclass(frozen=True, slots=True)
class Part:
    """The rows that one notice governs, with its dated numbers, entered ones among them."""

    notice: Notice
    table: Table
    parameters: tuple[Parameter, ...]


def opened(source: Source) -> tuple[datetime.date | None, list[Part]]:
    """Open the facts and divide them by the notices that govern them, or refuse with every reason.

    The first value is the day that all rows are judged by; None where each has a day of its own.
    """
    from jijuqu.policy.notices import NOTICES
    from jijuqu.population.judging import by_notice
    from jijuqu.population.table import DAY

    if (source.facts is None) is not source.from_records:
        refuse([Message("no_facts")], source.language)
    if source.engine not in ENGINES:
        choices = {"option": "--engine", "choices": "、".join(ENGINES), "value": source.engine}
        refuse([Message("not_a_choice", choices)], source.language)
    table = _gathered(_table(source), source)
    has_days = DAY in table.labels
    if has_days and source.on is not None and not source.from_records:
        refuse([Message("rows_have_days")], source.language)
    day = None if has_days else day_of(source.on, source.language)
    governed = [(_governing(day, source.language), table)] if day else by_notice(table, NOTICES)
    return day, [Part(notice, rows, _parameters(notice, source)) for notice, rows in governed]


def open_file(path: Path, source: Source, subjects: Sequence[type[Facts]]) -> Table:
    """Open a file of facts and let it in, or refuse with every reason."""
    from jijuqu.policy.notices import NOTICES
    from jijuqu.population.door import admit
    from jijuqu.population.read_files import read_facts
    from jijuqu.population.screened import as_sites, is_screening
    from jijuqu.population.spark import read_facts_on_spark
    from jijuqu.registry.holders import names_and_codes

    if not path.exists():
        refuse([Message("no_such_file", {"path": path})], source.language)
    with refusing(path, source.language):
        facts = read_facts_on_spark(path) if source.engine == "spark" else read_facts(path)
        known = as_sites(facts) if is_screening(facts.collect_schema()) else facts
        kept = source.kept if path == source.facts else ()
        return admit(
            known, subjects, in_park=source.in_park or None, kept=kept, districts=names_and_codes(),
            first_day=NOTICES[0].first_day,
        )  # fmt: skip


@contextlib.contextmanager
def refusing(path: Path | None, language: Language) -> Iterator[None]:
    """Refuse what is found wrong with facts, naming their file where they have one."""
    from jijuqu.population.refusal import NotAdmittedError

    try:
        yield
    except NotAdmittedError as error:
        if path is None:
            refuse(error.reasons, language)
        said = [Text(say(reason, "zh"), say(reason, "en")) for reason in error.reasons]
        refuse([Message("table_of_file", {"path": path, "reason": each}) for each in said], language)


def _table(source: Source) -> Table:
    from jijuqu.population.table import SUBJECTS

    for name in source.subjects:
        if name not in SUBJECTS:
            choices = {"option": "--subject", "choices": "、".join(SUBJECTS), "value": name}
            refuse([Message("not_a_choice", choices)], source.language)
    subjects = [SUBJECTS[name] for name in source.subjects]
    if source.facts is None:
        from jijuqu.cli.record_tables import table_from_records

        return table_from_records(subjects, day_of(source.on, source.language), source.language)
    return open_file(source.facts, source, subjects)


def _gathered(table: Table, source: Source) -> Table:
    """Give the table the facts that other rows tell: a park's clusters, a district's clusters, a project's supplies."""
    from jijuqu.policy.facts import LandSupply, Park, Site
    from jijuqu.population.gathering import (
        added_up_by_project,
        with_cluster_share,
        with_clusters_of_districts,
        with_clusters_of_parks,
    )

    if table.subjects == (LandSupply,):
        return added_up_by_project(table)
    if source.clusters is not None:
        sites = open_file(source.clusters, source, [Site])
        with refusing(source.clusters, source.language):
            table = with_clusters_of_parks(table, sites)
    if source.count_clusters:
        with refusing(source.facts, source.language):
            table = with_clusters_of_districts(table)
    return with_cluster_share(table) if table.subjects == (Park,) else table


def _parameters(notice: Notice, source: Source) -> tuple[Parameter, ...]:
    if not source.from_records:
        return notice.parameters
    from jijuqu.cli.record_tables import entered_parameters

    return entered_parameters(notice)


def _governing(day: datetime.date, language: Language) -> Notice:
    from jijuqu.policy.notice import NotGovernedError
    from jijuqu.policy.notices import governing

    try:
        return governing(day)
    except NotGovernedError as error:
        refuse([Message("not_governed", {"on": error.on, "first_day": error.first_day})], language)
