"""`jijuqu judge`: a table of many sites, parks, districts, supplies or projects against the notice."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli.fact_tables import governed, open_table, refusing, subjects_named
from jijuqu.cli.speech import language_of, refuse
from jijuqu.cli.whole_file import write_whole
from jijuqu.words import population as words
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime

    from jijuqu.population.findings import Findings
    from jijuqu.population.table import Table
    from jijuqu.words.text import Language

ENDINGS = (".parquet", ".csv", ".xlsx")


def judge(
    facts: Annotated[Path | None, typer.Argument(help=words.HELP["facts"])] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FINDINGS", help=words.HELP["output"])
    ] = None,
    subject: Annotated[list[str] | None, typer.Option(metavar="SUBJECT", help=words.HELP["subject"])] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help=words.HELP["on"])] = None,
    in_park: Annotated[bool, typer.Option("--in-park", help=words.HELP["in_park"])] = False,
    keep: Annotated[list[str] | None, typer.Option(metavar="COLUMN", help=words.HELP["keep"])] = None,
    clusters: Annotated[Path | None, typer.Option(metavar="FILE", help=words.HELP["clusters"])] = None,
    count_clusters: Annotated[bool, typer.Option("--count-clusters", help=words.HELP["count_clusters"])] = False,
    long: Annotated[bool, typer.Option("--long", help=words.HELP["long"])] = False,
    as_json: Annotated[bool, typer.Option("--json", help=words.HELP["json"])] = False,
    lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh",
) -> None:
    """Judge a table of facts row by row with the rules of the notice; write findings, print counts.

    Ends with 0 whatever was found; 2: unusable input.
    """
    language = language_of(lang)
    if output is not None and output.suffix.lower() not in ENDINGS:
        refuse([Message("not_an_export", {"endings": "、".join(ENDINGS), "path": output})], language)
    if facts is None:
        refuse([Message("no_facts")], language)
    table = open_table(
        facts, language, subjects=subjects_named(subject or [], language), in_park=in_park or None, kept=keep or []
    )
    table = _gathered(table, facts, clusters, language, count_clusters=count_clusters)
    from jijuqu.population.judging import judge as judge_table

    day, governing = governed(table, on, language)
    parts = [judge_table(rows, notice, day) for notice, rows in governing]
    if output is not None:
        with refusing(facts, language):
            _write(parts, output, language, long=long)
    if as_json:
        typer.echo(json.dumps(_answer(day, parts), ensure_ascii=False, indent=2))
    else:
        from jijuqu.cli.population_tables import print_counts

        print_counts(day, parts, language)


def _gathered(table: Table, path: Path, clusters: Path | None, language: Language, *, count_clusters: bool) -> Table:
    """Give the table the facts that other rows tell: a park's clusters, a district's clusters, a project's supplies."""
    from jijuqu.policy.facts import LandSupply, Site
    from jijuqu.population.gathering import added_up_by_project, with_clusters_of_districts, with_clusters_of_parks

    if table.subjects == (LandSupply,):
        return added_up_by_project(table)
    if clusters is not None:
        sites = open_table(clusters, language, subjects=[Site])
        with refusing(clusters, language):
            return with_clusters_of_parks(table, sites)
    if count_clusters:
        with refusing(path, language):
            return with_clusters_of_districts(table)
    return table


def _write(parts: list[Findings], output: Path, language: Language, *, long: bool) -> None:
    from jijuqu.population.workbook import findings_workbook
    from jijuqu.population.write_files import stacked, write_frame

    if output.suffix.lower() == ".xlsx":
        content = findings_workbook(parts, language)
        write_whole(output, lambda path: path.write_bytes(content), language)
        return
    frame = stacked([part.long() if long else part.wide() for part in parts])
    write_whole(output, lambda path: write_frame(frame, path), language)


def _answer(day: datetime.date | None, parts: list[Findings]) -> dict[str, Any]:
    """Give counts as plain values; `on` is null where rows have days of their own."""
    return {
        "on": day and day.isoformat(),
        "notices": [part.notice.number for part in parts],
        "status": {str(status): sum(part.statuses().get(status, 0) for part in parts) for status in words.STATUSES},
        "counts": [
            {
                "notice": part.notice.number, "district": count.district, "clause": count.rule.clause,
                "rule": count.rule.name, "met": count.met, "not_met": count.not_met, "unknown": count.unknown,
                "not_applicable": count.not_applicable,
            }
            for part in parts
            for count in part.counts()
        ],
    }  # fmt: skip
