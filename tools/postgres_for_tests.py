"""Run a command beside a private PostgreSQL that is gone afterwards.

    python -m tools.postgres_for_tests .venv/bin/python -m pytest tests/journal

The command finds the address in JIJUQU_TEST_DATABASE_URL. The cluster lives in a temporary folder, listens on a socket
in it and on no network port, and does not wait for the disk. PostgreSQL refuses to run as root; started by root (as in
a container) it runs as the user `postgres`, which the packages make.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")  # a folder a version, none of them on the PATH
OWNER = "postgres"
MISSING = "PostgreSQL is missing: install it (on Debian: apt install postgresql)."
# Tests lose nothing in a power cut; the right setting for an office is PostgreSQL's own.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=50")


def binaries() -> Path | None:
    """Return the folder of the newest server's programs, if there is one."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def cluster(*settings: str) -> Iterator[str]:
    """Start a cluster of our own and give its address, `postgres://…`; stop and remove it afterwards.

    `settings`, such as "jit=off", come after those that make tests fast. Ends with a sentence where there is no server.
    """
    programs, user = binaries(), OWNER if os.geteuid() == 0 else None
    if programs is None:
        sys.exit(MISSING)
    # Not where TMPDIR says: the path of a socket has to be short, and the other user has to get there.
    folder = Path(tempfile.mkdtemp(prefix="jijuqu-postgres-", dir="/tmp"))
    try:
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        data = folder / "data"
        options = " ".join(f"-c {setting}" for setting in (*FAST, *settings, f"unix_socket_directories={folder}"))
        create = ["--pgdata", data, "--username", OWNER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"]
        _run(programs / "initdb", *create, "--no-sync", user=user)
        _run(
            programs / "pg_ctl", "--pgdata", data, "--log", folder / "log", "--wait", "-o", options, "start", user=user
        )
        try:
            yield f"postgres://{OWNER}@{quote(str(folder), safe='')}/postgres"
        finally:
            _run(programs / "pg_ctl", "--pgdata", data, "--wait", "--mode", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder)


def _run(program: Path, *arguments: str | Path, user: str | None) -> None:
    """Run one of PostgreSQL's programs in silence; what it says is shown when it fails."""
    run = subprocess.run(
        [program, *arguments], user=user, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        cwd="/",
    )  # fmt: skip
    if run.returncode:
        sys.exit(f"{program.name} failed: {run.stderr.strip() or run.stdout.strip()}")


def main() -> int:
    """Run the command that the arguments are, and end as it ends."""
    if len(sys.argv) == 1:
        sys.exit("usage: python -m tools.postgres_for_tests COMMAND …")
    with cluster() as url:
        return subprocess.run(sys.argv[1:], env={**os.environ, "JIJUQU_TEST_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
