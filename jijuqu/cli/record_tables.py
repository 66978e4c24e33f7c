"""Tables of facts straight from the database: the rooms' rows, handed to `population` without a file between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from jijuqu.cli.record import open_record
from jijuqu.cli.speech import refuse
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from typing import Any

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter
    from jijuqu.population.table import Table
    from jijuqu.words.text import Language


def table_from_records(subjects: Sequence[type[Facts]], day: datetime.date, language: Language) -> Table:
    """Take what is on record of some subjects as of a day: clusters outside the parks, unless others are named.

    Rows that no notice governs are left out and counted on standard error.
    """
    from jijuqu.policy.facts import Application, District, Park, Plan, Site
    from jijuqu.policy.notices import NOTICES
    from jijuqu.population.read_rows import table_of_rows
    from jijuqu.population.refusal import NotAdmittedError

    open_record(language)
    chosen = tuple(subjects) or (Site, Plan, Application, District)
    rows = _park_rows(day) if chosen == (Park,) else _rows_of_plans(chosen, day)
    first_day = NOTICES[0].first_day
    governed = [row for row in rows if row.get("on", first_day) >= first_day]
    if len(governed) < len(rows):
        left_out = Message("rows_not_governed", {"count": len(rows) - len(governed), "first_day": first_day})
        typer.echo(say(left_out, language), err=True)
    try:
        return table_of_rows(governed, chosen, first_day=first_day)
    except NotAdmittedError as error:
        refuse(error.reasons, language)


def entered_parameters(notice: Notice) -> tuple[Parameter, ...]:
    """Give the dated numbers of a notice with those that somebody entered for it."""
    from jijuqu.reference.queries import parameters_with_entered

    return parameters_with_entered(notice)


def _park_rows(day: datetime.date) -> list[dict[str, Any]]:
    from jijuqu.registry.many import park_rows

    return park_rows(day)


def _rows_of_plans(subjects: tuple[type[Facts], ...], day: datetime.date) -> Sequence[Mapping[str, Any]]:
    from jijuqu.cases.many import cluster_rows, clusters_on_record, listed_rows
    from jijuqu.policy.case import LISTS

    clusters = clusters_on_record(day)
    for name, subject in LISTS.items():
        if subjects == (subject,):
            return listed_rows(name, clusters)
    return cluster_rows(day, clusters)
