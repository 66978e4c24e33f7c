"""Commands about the record: is it whole, where does it end, a copy of everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli.server import set_up_django
from jijuqu.cli.speech import language_of, refuse
from jijuqu.words import command_line as words
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.journal.head import Head
    from jijuqu.journal.verify import Verdict
    from jijuqu.words.text import Language

NOT_WHOLE = 1

Lang = Annotated[str, typer.Option("--lang", help="zh 或 en")]


def verify(
    head: Annotated[Path | None, typer.Option(metavar="FILE", help="以前用 jijuqu head 导出的链头")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    lang: Lang = "zh",
) -> None:
    """Verify that the record is whole: chain, rows, attachments. Changes nothing; officers may go on working.

    Ends with 0: whole; 1: the first fault is told, which record and what is wrong; 2: there is no record to verify.
    """
    language = language_of(lang)
    exported = _read_head(head, language)
    open_record(language)
    from jijuqu.journal.keys import KeyFileError
    from jijuqu.journal.verify import verify as verify_record

    try:
        verdict = verify_record(exported)
    except KeyFileError as error:
        refuse([error.message], language)
    typer.echo(_as_json(verdict, language) if as_json else _in_words(verdict, language))
    raise typer.Exit(0 if verdict.whole else NOT_WHOLE)


def head(lang: Lang = "zh") -> None:
    """Print the signed head of the record; kept elsewhere, it proves later that nothing was cut off: verify --head."""
    language = language_of(lang)
    open_record(language)
    from jijuqu.journal.head import head as head_of_record
    from jijuqu.journal.keys import KeyFileError

    try:
        typer.echo(head_of_record().as_json())
    except KeyFileError as error:
        refuse([error.message], language)


def backup(
    folder: Annotated[Path, typer.Argument(help="新建的备份文件夹")],
    lang: Lang = "zh",
) -> None:
    """Copy database, attachments and keys into a new folder while officers go on working; it verifies as it stands."""
    language = language_of(lang)
    open_record(language)
    from jijuqu.journal.backup import NoBackupError, back_up
    from jijuqu.journal.keys import KeyFileError

    try:
        notes = back_up(folder)
    except (NoBackupError, KeyFileError) as error:
        refuse([error.message], language)
    for note in [Message("backed_up", {"folder": folder}), *notes]:
        typer.echo(say(note, language))


def _read_head(path: Path | None, language: Language) -> Head | None:
    if path is None:
        return None
    set_up_django()
    from jijuqu.journal.head import NotAHeadError, read_head

    try:
        return read_head(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        refuse([Message("no_such_file", {"path": path})], language)
    except (OSError, UnicodeDecodeError, NotAHeadError) as error:
        refuse([Message("not_a_head", {"path": path, "reason": str(error)})], language)


def open_record(language: Language) -> None:
    """Open the database as it is, neither made nor brought up to date; refuse one without a record of this version."""
    set_up_django()
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from jijuqu.journal.models import Event

    name = connection.settings_dict["NAME"]
    is_path = connection.vendor == "sqlite" and not str(name).startswith("file:")  # SQLite names may be addresses
    if is_path and not Path(name).exists():
        refuse([Message("no_such_file", {"path": name})], language)
    try:
        tables = connection.introspection.table_names()
    except DatabaseError as error:
        refuse([Message("no_database", {"name": name, "reason": str(error).strip()})], language)
    if Event._meta.db_table not in tables:
        refuse([Message("no_record", {"name": name})], language)
    migrations = MigrationExecutor(connection)
    if migrations.migration_plan(migrations.loader.graph.leaf_nodes()):
        refuse([Message("older_database", {"name": name})], language)


def _in_words(verdict: Verdict, language: Language) -> str:
    if verdict.first_fault:
        return words.NOT_WHOLE.say(language, fault=say(verdict.first_fault.message, language))
    return words.WHOLE.say(language, events=verdict.events)


def _as_json(verdict: Verdict, language: Language) -> str:
    fault = verdict.first_fault
    answer: dict[str, Any] = {"whole": verdict.whole, "events": verdict.events, "first_fault": None}
    if fault:
        sentence = say(fault.message, language)
        answer["first_fault"] = {"record": fault.record, "code": fault.message.code, "message": sentence}
    return json.dumps(answer, ensure_ascii=False, indent=2)
