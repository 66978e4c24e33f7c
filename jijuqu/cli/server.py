"""Commands that start the server and load the demonstration city."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer

SETTINGS, APPLICATION = "jijuqu.config.settings", "jijuqu.config.wsgi:application"


def serve(
    host: Annotated[str, typer.Option(help="监听地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="端口")] = 8000,
) -> None:
    """Serve the pages; make the data folder and its database where they are missing."""
    if is_taken(host, port):
        typer.echo(f"端口 {port} 已被占用：请用 --port 或 PORT 换一个端口。", err=True)
        raise typer.Exit(2)
    migrate()
    from django.conf import settings
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    if settings.MAIL:
        from jijuqu.cli.worker import start_beside_the_server

        start_beside_the_server()
    typer.echo(f"http://{host}:{port}/")
    Granian(
        APPLICATION, address=host, port=port, interface=Interfaces.WSGI, workers=2, blocking_threads=2,
        log_level=LogLevels.warning, websockets=False, respawn_failed_workers=True,
    ).serve()  # fmt: skip


def is_taken(host: str, port: int) -> bool:
    """Tell whether somebody answers there already; granian would share the port with another granian in silence."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def demo() -> None:
    """Load the demonstration city (all of it invented) into the data folder, making what is missing."""
    migrate()
    from jijuqu.demo.load import load

    load()


def set_up_django() -> None:
    """Load settings and rooms; the database is left as it is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()


def migrate() -> None:
    """Create the database or bring it up to this version."""
    set_up_django()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
