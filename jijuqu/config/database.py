"""Which database: SQLite in the data folder, or the one that DATABASE_URL names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dj_database_url

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DJANGOS_SQLITE = "django.db.backends.sqlite3"  # as dj-database-url names it
SQLITE = "jijuqu.config.sqlite"

# Run on every new connection. In WAL mode SQLite's default would be synchronous=FULL too, but many builds and guides
# choose NORMAL, under which a power cut may lose the last commits. An act that was acknowledged to an officer must
# still be there afterwards, so every commit waits for the disk (a few milliseconds; see docs/adr/0002).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"

SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",  # take the write lock at the start: no deadlock when a reader becomes a writer
    "timeout": 20,  # seconds a writer waits for another before "database is locked"
    "init_command": SQLITE_PRAGMAS,
}


def database(environment: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """Return Django's settings for the default database; the environment's DATABASE_URL goes first."""
    settings: dict[str, Any] = {"ENGINE": SQLITE, "NAME": str(folder / "jijuqu.sqlite3")}
    if url := environment.get("DATABASE_URL"):
        settings = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    if settings["ENGINE"] in {SQLITE, DJANGOS_SQLITE}:
        settings |= {"ENGINE": SQLITE, "OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": None}
    return settings
