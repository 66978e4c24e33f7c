"""`jijuqu what-if`: other numbers, or a whole draft of a notice, tried out over a table of many."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli import fact_options as options  # noqa: TC001 - typer reads the annotations
from jijuqu.cli.fact_tables import Source, opened, refusing
from jijuqu.cli.speech import day_of, language_of, refuse
from jijuqu.cli.whole_file import refuse_other_endings, write_whole
from jijuqu.words import population as words
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime

    from jijuqu.cli.fact_tables import Part
    from jijuqu.population.changes import Change
    from jijuqu.population.draft import Draft
    from jijuqu.population.flips import Flips
    from jijuqu.words.text import Language

ENDINGS = (".parquet", ".csv", ".xlsx", ".docx")


def what_if(
    facts: options.Facts = None,
    settings: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help=words.HELP["set"])] = None,
    draft: Annotated[Path | None, typer.Option(metavar="DIR", help=words.HELP["draft"])] = None,
    run_rules: Annotated[bool, typer.Option("--run-rules", help=words.HELP["run_rules"])] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FLIPS", help=words.HELP["flips"])] = None,
    from_records: options.FromRecords = False,
    subject: options.Subjects = None,
    on: options.On = None,
    in_park: options.InPark = False,
    keep: options.Kept = None,
    clusters: options.Clusters = None,
    count_clusters: options.CountClusters = False,
    engine: options.Engine = "local",
    as_json: options.AsJson = False,
    lang: options.Lang = "zh",
) -> None:
    """Try out other numbers or a draft over a table: who flips, in which district, by which clause.

    Ends with 0 whatever flips; 2: unusable input.
    """
    language = language_of(lang)
    if not settings and draft is None:
        refuse([Message("nothing_tried")], language)
    if output is not None:
        refuse_other_endings(output, ENDINGS, language)
    source = Source(
        facts=facts, from_records=from_records, subjects=subject or [], on=on, in_park=in_park, kept=keep or [],
        clusters=clusters, count_clusters=count_clusters, engine=engine, language=language,
    )  # fmt: skip
    day, parts = opened(source)
    some_day = day or day_of(None, language)  # for what is said of numbers, where rows have days of their own
    tried = [
        _try_out(
            part,
            day,
            some_day,
            _drafted(draft, part, some_day, language, run_rules=run_rules),
            settings or [],
            language,
        )
        for part in parts
    ]
    flips, changed = [each for each, _ in tried], [change for _, each in tried for change in each]
    if output is not None:
        with refusing(facts, language):
            _write(flips, changed, output, source, day_of(None, language))
    if as_json:
        typer.echo(json.dumps(_answer(day, flips, changed), ensure_ascii=False, indent=2, default=str))
    else:
        from jijuqu.cli.population_tables import print_flips

        print_flips(flips, changed, language)


def _drafted(folder: Path | None, part: Part, on: datetime.date, language: Language, *, run_rules: bool) -> Draft:
    """Read the draft; without one the notice itself, to which settings are made."""
    from jijuqu.population.draft import Draft, read_draft

    if folder is None:
        return Draft(part.notice, part.parameters, ())
    with refusing(folder, language):
        drafted = read_draft(folder, part.notice, part.parameters, on, run_rules=run_rules)
    for issue in drafted.issues:
        typer.echo(say(issue, language), err=True)
    return drafted


def _try_out(
    part: Part,
    day: datetime.date | None,
    some_day: datetime.date,
    drafted: Draft,
    settings: list[str],
    language: Language,
) -> tuple[Flips, list[Change]]:
    """Judge a part as it stands and as drafted with the settings made, and tell which numbers differ."""
    from jijuqu.policy.parameters import limits_on
    from jijuqu.population.changes import changes, read_changes
    from jijuqu.population.flips import compare
    from jijuqu.population.judging import judge

    limits = limits_on(drafted.parameters, some_day)
    with refusing(None, language):
        values = read_changes(settings, limits)
    before = judge(part.table, part.notice, day, parameters=part.parameters)
    after = judge(part.table, drafted.notice, day, parameters=drafted.parameters, changed=values)
    changed = list(changes(limits_on(part.parameters, some_day), limits.with_values(values)))
    return compare(before, after), changed


def _write(flips: list[Flips], changed: list[Change], output: Path, source: Source, on: datetime.date) -> None:
    from jijuqu.population.flips_workbook import flips_workbook
    from jijuqu.population.write_files import stacked, write_frame

    language, ending = source.language, output.suffix.lower()
    if ending == ".xlsx":
        content = flips_workbook(flips, changed, language)
        write_whole(output, lambda path: path.write_bytes(content), language)
    elif ending == ".docx":
        from jijuqu.cases.trial_document import trial_document

        about = source.facts.name if source.facts else words.RECORDS.zh
        document = trial_document(flips, changed, about, on)
        write_whole(output, lambda path: path.write_bytes(document), language)
    else:
        frame = stacked([each.rows() for each in flips])
        write_whole(output, lambda path: write_frame(frame, path), language)


def _answer(day: datetime.date | None, flips: list[Flips], changed: list[Change]) -> dict[str, Any]:
    """Give changes and counts as plain values; `on` is null where rows have days of their own."""
    statuses = [
        (each.before.notice.number, before, after, rows)
        for each in flips
        for (before, after), rows in each.statuses().items()
    ]
    return {
        "on": day,
        "changes": [{"parameter": each.parameter.name, "before": each.before, "after": each.after} for each in changed],
        "status": [dict(zip(("notice", "before", "after", "rows"), each, strict=True)) for each in statuses],
        "flips": [
            {
                "notice": each.before.notice.number, "district": count.district, "clause": count.rule.clause,
                "rule": count.rule.name, "before": count.before, "after": count.after, "rows": count.rows,
            }
            for each in flips
            for count in each.counts()
        ],
    }  # fmt: skip
