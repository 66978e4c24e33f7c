"""`jijuqu export`: records as files for other programs."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from jijuqu.cli.record import open_record
from jijuqu.cli.speech import day_of, language_of, refuse
from jijuqu.cli.whole_file import refuse_other_endings, write_whole
from jijuqu.words.said import say
from jijuqu.words.text import Message

ENDINGS = (".gpkg", ".geojson", ".xlsx")
CHOICES = ("published", "unpublished", "all")

app = typer.Typer(help="导出登记内容。", no_args_is_help=True)


@app.callback()
def export() -> None:
    """Write records to files for other programs."""


@app.command("registry")
def registry(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="FILE.gpkg、.geojson 或 .xlsx")],
    which: Annotated[str, typer.Option(help="published 已公开、unpublished 未公开、all 全部")] = "published",
    on: Annotated[str | None, typer.Option(metavar="DATE", help="以哪一天为准，默认今天")] = None,
    lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh",
) -> None:
    """Write the clusters of the register as GeoPackage, GeoJSON or Excel, only those published unless told otherwise.

    An existing file is replaced once the new one is whole.
    """
    language = language_of(lang)
    refuse_other_endings(output, ENDINGS, language)
    if which not in CHOICES:
        refuse(
            [Message("not_a_choice", {"option": "--which", "choices": "、".join(CHOICES), "value": which})], language
        )
    day = day_of(on, language)
    open_record(language)
    from jijuqu.registry.export.book import write_book
    from jijuqu.registry.export.chosen import Which, chosen_clusters
    from jijuqu.registry.export.geodata import write_geodata

    clusters = chosen_clusters(Which(which), day)
    writer = write_book if output.suffix.lower() == ".xlsx" else write_geodata
    write_whole(output, lambda path: writer(path, clusters), language)
    typer.echo(say(Message("exported", {"count": len(clusters), "path": output}), language))
