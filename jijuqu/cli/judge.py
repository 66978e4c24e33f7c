"""`jijuqu judge`: a table of many sites, parks, districts, supplies or projects against the notice."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli import fact_options as options  # noqa: TC001 - typer reads the annotations
from jijuqu.cli.fact_tables import Source, opened, refusing
from jijuqu.cli.speech import language_of
from jijuqu.cli.whole_file import refuse_other_endings, write_whole
from jijuqu.words import population as words

if TYPE_CHECKING:
    import datetime

    from jijuqu.population.findings import Findings
    from jijuqu.words.text import Language

ENDINGS = (".parquet", ".csv", ".xlsx")


def judge(
    facts: options.Facts = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FINDINGS", help=words.HELP["output"])
    ] = None,
    from_records: options.FromRecords = False,
    subject: options.Subjects = None,
    on: options.On = None,
    in_park: options.InPark = False,
    keep: options.Kept = None,
    clusters: options.Clusters = None,
    count_clusters: options.CountClusters = False,
    engine: options.Engine = "local",
    long: Annotated[bool, typer.Option("--long", help=words.HELP["long"])] = False,
    as_json: options.AsJson = False,
    lang: options.Lang = "zh",
) -> None:
    """Judge a table of facts row by row with the rules of the notice; write findings, print counts.

    Ends with 0 whatever was found; 2: unusable input.
    """
    language = language_of(lang)
    if output is not None:
        refuse_other_endings(output, ENDINGS, language)
    source = Source(
        facts=facts, from_records=from_records, subjects=subject or [], on=on, in_park=in_park, kept=keep or [],
        clusters=clusters, count_clusters=count_clusters, engine=engine, language=language,
    )  # fmt: skip
    from jijuqu.population import judging

    day, parts = opened(source)
    found = [judging.judge(part.table, part.notice, day, parameters=part.parameters) for part in parts]
    if output is not None:
        with refusing(facts, language):
            _write(found, output, language, long=long)
    if as_json:
        typer.echo(json.dumps(_answer(day, found), ensure_ascii=False, indent=2))
    else:
        from jijuqu.cli.population_tables import print_counts

        print_counts(day, found, language)


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
