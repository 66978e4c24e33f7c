"""Start the server and prepare its database; called by the `jijuqu` command."""

from __future__ import annotations

import os


def use_settings() -> None:
    """Make Django ready in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")
    import django  # noqa: PLC0415  (the rest of the command must start without Django)

    django.setup()


def migrate() -> None:
    """Create the database or bring it up to this version."""
    use_settings()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", interactive=False, verbosity=0)


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Answer on http://host:port until stopped: two processes with two threads each."""
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    Granian(
        "jijuqu.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=2,
        log_level=LogLevels.warning,
        websockets=False,
        respawn_failed_workers=True,
    ).serve()
