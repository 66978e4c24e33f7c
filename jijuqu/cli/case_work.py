"""Commands about cases: the list of them, and their letters and tables as files."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli.record import open_record
from jijuqu.cli.speech import day_of, language_of, refuse
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime

    from jijuqu.cases.models import Case, Snapshot
    from jijuqu.words.text import Language

Lang = Annotated[str, typer.Option("--lang", help="zh 或 en")]
OPINIONS, PROGRESS = "opinions_table", "progress_table"


def cases(
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="截至日期，默认今天；演示时默认展示日期")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    lang: Lang = "zh",
) -> None:
    """List the cases: number, district, name, state, days left."""
    language = language_of(lang)
    asked = on and day_of(on, language)
    open_record(language)
    from jijuqu.cases.models import Case

    day = asked or _shown_day(language)
    rows = [_row(case, day, language) for case in Case.objects.select_related("holder").order_by("number")]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        left = "" if row["days_left"] is None else row["days_left"]
        typer.echo(f"{row['number']}  {row['district']}  {row['name']}  {row['state']}  {left}")


def _shown_day(language: Language) -> datetime.date:
    """Give the day that the demonstration shows, in a real database today."""
    from jijuqu.registry.queries import demonstration

    shown = demonstration()
    return shown.as_of if shown else day_of(None, language)


def _row(case: Case, day: datetime.date, language: Language) -> dict[str, Any]:
    from jijuqu.cases.clocks import days_left

    return {
        "number": case.number,
        "district": case.holder.name_zh if language == "zh" else case.holder.name_en,
        "name": case.title,
        "state": case.position.state.label.say(language),
        "days_left": days_left(case, day),
    }


def replay(
    case: Annotated[str, typer.Argument(metavar="CASE", help="案件编号，例如 2022-0007")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    lang: Lang = "zh",
) -> None:
    """Ask every frozen version of a case again; status 1 where a finding comes out otherwise."""
    language = language_of(lang)
    open_record(language)
    from jijuqu.cases.models import Case

    found = Case.objects.filter(number=case).first()
    if found is None:
        refuse([Message("no_such_case", {"number": case})], language)
    versions = [_version(each, language) for each in found.snapshots.order_by("number")]
    if as_json:
        typer.echo(json.dumps(versions, ensure_ascii=False, indent=2))
    else:
        for each in versions:
            said = say(Message("replayed_same" if not each["otherwise"] else "replayed_otherwise", each), language)
            typer.echo(said)
            for rule in each["otherwise"]:
                typer.echo(f"  {rule['cluster']}  {rule['clause']}  {rule['rule']}  {rule['then']} → {rule['again']}")
    raise typer.Exit(1 if any(each["otherwise"] for each in versions) else 0)


def _version(snapshot: Snapshot, language: Language) -> dict[str, Any]:
    from jijuqu.cases.replay import asked_again
    from jijuqu.procedure.acts import Act

    asked = asked_again(snapshot)
    return {
        "number": snapshot.number,
        "act": Act(snapshot.act).label.say(language),
        "on": snapshot.taken_on.isoformat(),
        "notice": snapshot.notice,
        "findings": len(asked),
        "otherwise": [
            {
                "cluster": each.cluster,
                "clause": (each.frozen or each.again or {})["clause"],
                "rule": each.rule,
                "then": each.frozen and each.frozen["outcome"],
                "again": each.again and each.again["outcome"],
            }
            for each in asked
            if not each.is_same
        ],
    }


def letter(
    case: Annotated[str | None, typer.Argument(metavar="CASE", help="案件编号，例如 2022-0007")] = None,
    kind: Annotated[str | None, typer.Argument(metavar="KIND", help="文种，见 --kinds")] = None,
    output: Annotated[Path | None, typer.Option("-o", metavar="FILE", help=".pdf、.docx 或 .xlsx")] = None,
    kinds: Annotated[bool, typer.Option("--kinds", help="列出文种")] = False,
    lang: Lang = "zh",
) -> None:
    """Write a letter or table of a case into a file."""
    language = language_of(lang)
    from jijuqu.papers.kinds import KINDS

    if kinds:
        for each in KINDS.values():
            typer.echo(f"{each.code}  {each.label.say(language)}  {' '.join('.' + form for form in each.formats)}")
        return
    if case is None or kind is None or kind not in KINDS or output is None:
        refuse([Message("letter_not_named", {"kinds": ", ".join(KINDS)})], language)
    form = output.suffix.removeprefix(".").lower()
    if form not in KINDS[kind].formats:
        refuse([Message("letter_not_in_form", {"kind": kind, "forms": ", ".join(KINDS[kind].formats)})], language)
    open_record(language)
    from jijuqu.cases.models import Case

    found = Case.objects.filter(number=case).first()
    if found is None:
        refuse([Message("no_such_case", {"number": case})], language)
    output.write_bytes(_content(found, kind, form, _shown_day(language), language))


def _content(case: Case, kind: str, form: str, day: datetime.date, language: Language) -> bytes:
    from jijuqu.cases.at_hand import letter_at_hand
    from jijuqu.cases.queries import whole
    from jijuqu.cases.sheets import opinions_table, progress_table
    from jijuqu.cases.writing import written
    from jijuqu.papers.produce import docx, pdf, xlsx
    from jijuqu.papers.refusal import CannotBeWrittenError

    if kind in {OPINIONS, PROGRESS}:
        table = progress_table(day) if kind == PROGRESS else opinions_table(whole(case.pk), case.position.side, day)
        return xlsx(table)
    at_hand = letter_at_hand(case, kind, day, None)
    if at_hand is None:
        refuse([Message("letter_without_drafter", {"number": case.number})], language)
    try:
        return (pdf if form == "pdf" else docx)(written(at_hand))
    except CannotBeWrittenError as error:
        refuse([error.message], language)
