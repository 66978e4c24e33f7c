"""Commands that show the notice."""

from __future__ import annotations

from typing import Annotated

import typer

from jijuqu.cli.speech import language_of


def readings(lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh") -> None:
    """Print the page of readings: how the notice's words are read where they leave room (Markdown)."""
    from jijuqu.policy.notices import NOTICES
    from jijuqu.policy.pages import readings_page

    typer.echo(readings_page(NOTICES[-1], language_of(lang)))
