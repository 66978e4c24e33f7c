"""A private PostGIS that has loaded the layers of the screening bench, where this machine has one."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from tools.postgres_for_tests import binaries, cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = Path(__file__).parent / "peers" / "screen_postgis.py"
SETTINGS = ("shared_buffers=2GB", "maintenance_work_mem=1GB", "effective_cache_size=8GB", "max_wal_size=8GB", "jit=off")
WANTED = "PostgreSQL with PostGIS (on Debian: apt install postgresql-15-postgis-3)"


@contextmanager
def loaded(folder: Path, python: str) -> Iterator[bool]:
    """Load the layers of a folder and name the server in BENCH_POSTGIS; False where there is no PostGIS."""
    if binaries() is None:
        yield False
        return
    with cluster(*SETTINGS) as url:
        with psycopg.connect(url) as database:
            found = database.execute("select from pg_available_extensions where name = 'postgis'").fetchone()
        if found is not None:
            os.environ["BENCH_POSTGIS"] = url
            subprocess.run([python, SCRIPT, folder], check=True)
        yield found is not None
