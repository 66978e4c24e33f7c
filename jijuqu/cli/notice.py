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


def clauses(lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh") -> None:
    """Print clause ↔ rule ↔ fact ↔ test, and every sentence that no rule asks about, with the reason (Markdown)."""
    from jijuqu.policy.clause_table import clause_table
    from jijuqu.policy.coverage import folder_of_tests, named_in_tests
    from jijuqu.policy.notices import NOTICES

    notice, folder = NOTICES[-1], folder_of_tests()
    tests = named_in_tests(notice, folder) if folder else None
    typer.echo(clause_table(notice, language_of(lang), tests))
