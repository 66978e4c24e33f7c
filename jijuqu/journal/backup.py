"""A copy of everything from which the record can be restored whole, taken while officers go on working."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

from jijuqu.journal.head import head
from jijuqu.journal.keys import key_path
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

DATABASE, DUMP, HEAD = "jijuqu.sqlite3", "jijuqu.pgdump", "head.json"
HALF_DONE = ".partial"


class NoBackupError(Exception):
    """The backup was not made; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


def back_up(folder: Path) -> list[Message]:
    """Copy data folder and database into a new folder that can serve as a data folder; return what to know besides.

    Files go before the database, so that none that it names was removed meanwhile, and once more after it, so that
    none that it names is missing. The folder gets its name when all is in it. Raises NoBackupError, KeyFileError.
    """
    data, half = Path(settings.DATA), folder.with_name(folder.name + HALF_DONE)
    if folder.resolve().is_relative_to(data):
        raise NoBackupError(Message("backup_inside_data", {"folder": folder, "data": data}))
    if folder.exists() or half.exists():
        raise NoBackupError(Message("backup_exists", {"folder": folder if folder.exists() else half}))
    half.mkdir(mode=0o700, parents=True)
    try:
        taken = head()
        _copy_files(data, half)
        _copy_database(half)
        _copy_files(data, half)
        (half / HEAD).write_text(taken.as_json(), encoding="utf-8")
        os.sync()
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half)
        raise
    return [] if key_path().resolve().is_relative_to(data) else [Message("backup_without_key", {"key": key_path()})]


def _copy_files(data: Path, target: Path) -> None:
    """Copy what the data folder holds besides the database; what is there already never changes."""
    database = str(connection.settings_dict["NAME"])
    shutil.copytree(
        data,
        target,
        ignore=lambda at, names: (
            {name for name in names if str(Path(at) / name).startswith(database)}
            | set(shutil.ignore_patterns("incoming-*")(at, names))
        ),
        copy_function=_copy_unless_there,
        dirs_exist_ok=True,
    )


def _copy_unless_there(source: str, target: str) -> None:
    if not Path(target).exists():
        try:
            shutil.copy2(source, target)
        except FileNotFoundError:  # removed since the folder was listed
            return


def _copy_database(target: Path) -> None:
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        _dump(target / DUMP)
        return
    with closing(sqlite3.connect(target / DATABASE)) as copy:
        connection.connection.backup(copy)


def _dump(target: Path) -> None:
    """Let PostgreSQL's own program write a dump; it takes one moment of the database."""
    if not (program := shutil.which("pg_dump")):
        raise NoBackupError(Message("pg_dump_missing"))
    of = connection.settings_dict
    options = {"--host": of["HOST"], "--port": of["PORT"], "--username": of["USER"], "--dbname": of["NAME"]}
    given = [f"{option}={value}" for option, value in options.items() if value]
    environment = os.environ | ({"PGPASSWORD": str(of["PASSWORD"])} if of["PASSWORD"] else {})
    _run([program, "--format=custom", f"--file={target}", "--no-password", *given], environment)


def _run(command: Sequence[str], environment: dict[str, str]) -> None:
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if run.returncode:
        raise NoBackupError(Message("pg_dump_failed", {"reason": run.stderr.strip()}))
