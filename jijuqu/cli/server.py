"""Commands that start the server and load the demonstration city."""

from __future__ import annotations

import os
from typing import Annotated

import typer

SETTINGS, APPLICATION = "jijuqu.config.settings", "jijuqu.config.wsgi:application"


def serve(
    host: Annotated[str, typer.Option(help="监听地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="端口")] = 8000,
) -> None:
    """Serve the pages; make the data folder and its database where they are missing."""
    migrate()
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    typer.echo(f"http://{host}:{port}/")
    Granian(
        APPLICATION, address=host, port=port, interface=Interfaces.WSGI, workers=2, blocking_threads=2,
        log_level=LogLevels.warning, websockets=False, respawn_failed_workers=True,
    ).serve()  # fmt: skip


def demo() -> None:
    """Load the demonstration city (all of it invented) into the data folder, making what is missing."""
    migrate()
    from jijuqu.demo.load import load

    load()


def migrate() -> None:
    """Create the database or bring it up to this version."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
