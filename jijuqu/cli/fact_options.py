"""The options by which `jijuqu judge` and `jijuqu what-if` are told whose facts to judge, and by what day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jijuqu.words.population import HELP

Facts = Annotated[Path | None, typer.Argument(help=HELP["facts"])]
FromRecords = Annotated[bool, typer.Option("--from-records", help=HELP["from_records"])]
Subjects = Annotated[list[str] | None, typer.Option("--subject", metavar="SUBJECT", help=HELP["subject"])]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help=HELP["on"])]
InPark = Annotated[bool, typer.Option("--in-park", help=HELP["in_park"])]
Kept = Annotated[list[str] | None, typer.Option("--keep", metavar="COLUMN", help=HELP["keep"])]
Clusters = Annotated[Path | None, typer.Option("--clusters", metavar="FILE", help=HELP["clusters"])]
CountClusters = Annotated[bool, typer.Option("--count-clusters", help=HELP["count_clusters"])]
Engine = Annotated[str, typer.Option("--engine", help=HELP["engine"])]
AsJson = Annotated[bool, typer.Option("--json", help=HELP["json"])]
Lang = Annotated[str, typer.Option("--lang", help="zh 或 en")]
