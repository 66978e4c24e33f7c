"""A whole site of its own for a test: data folder and database, used by several processes at once or by commands."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

POSTGRESQL = os.environ.get("JIJUQU_TEST_DATABASE_URL", "")


@dataclass(frozen=True)
class Site:
    """A data folder, and the address of its database; "" for SQLite in the folder."""

    folder: Path
    url: str = ""
    settings: str = "tests.own_settings"

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to work on this site."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("JIJUQU_", "DATABASE_"))}
        chosen = {"JIJUQU_DATA": str(self.folder), "DJANGO_SETTINGS_MODULE": self.settings, "PYTHONPATH": "."}
        return clean | chosen | ({"DATABASE_URL": self.url} if self.url else {})

    def start(self, code: str, *arguments: object) -> subprocess.Popen[str]:
        """Start a Python process with this site's Django set up."""
        command = [sys.executable, "-W", "error", "-c", f"import django; django.setup()\n{code}", *map(str, arguments)]
        return subprocess.Popen(
            command, env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, code: str, *arguments: object) -> str:
        """Run such a process to its end and give what it printed; it must end well."""
        return finished(self.start(code, *arguments))

    def migrate(self) -> None:
        """Bring the database up to this version."""
        self.run("from django.core.management import call_command; call_command('migrate', verbosity=0)")

    def command(self, *arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
        """Run `jijuqu` on this site."""
        command = [sys.executable, "-W", "error", "-c", "from jijuqu.cli import main; main()", *map(str, arguments)]
        environment = self.environment | more
        return subprocess.run(command, env=environment, text=True, capture_output=True, check=False)

    def write(self, sql: str) -> None:
        """Write into the database as somebody would who goes round the application."""
        connection: Any = psycopg.connect(self.url) if self.url else sqlite3.connect(self.folder / "jijuqu.sqlite3")
        with connection:
            connection.execute(sql)
        connection.close()


def finished(process: subprocess.Popen[str]) -> str:
    """Wait for a process and give what it printed; it must end well."""
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return output


@contextmanager
def own_site(folder: Path) -> Iterator[Site]:
    """Make a site on the kind of database that is under test; gone with its database afterwards."""
    with new_database() as url:
        site = Site(folder, url)
        site.migrate()
        yield site


@contextmanager
def copy_of(site: Site, folder: Path) -> Iterator[Site]:
    """Copy a site that nobody works on at the moment."""
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    with new_database(f"TEMPLATE {site.url.rsplit('/', 1)[-1]}") as url:
        yield Site(folder, url)


@contextmanager
def site_owned_by(role: str, folder: Path) -> Iterator[Site]:
    """Make a site on PostgreSQL whose user owns its tables and is no superuser."""
    with psycopg.connect(POSTGRESQL, autocommit=True) as server:
        server.execute(f"CREATE ROLE {role} LOGIN")
    try:
        with new_database(f"OWNER {role}") as url:
            site = Site(folder, re.sub("://[^@]*@", f"://{role}@", url))
            site.migrate()
            yield site
    finally:
        with psycopg.connect(POSTGRESQL, autocommit=True) as server:
            server.execute(f"DROP ROLE {role}")


@contextmanager
def new_database(options: str = "") -> Iterator[str]:
    """Create a database on the server under test and give its address; "" where SQLite is under test."""
    if not POSTGRESQL:
        yield ""
        return
    name = f"own_{secrets.token_hex(6)}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} {options}")
        try:
            yield POSTGRESQL.rsplit("/", 1)[0] + "/" + name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
