"""`jijuqu screen`: where clusters could be, from a layer of parcels, for people or as JSON."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli.speech import day_of, governing_notice, language_of, refuse
from jijuqu.cli.whole_file import refuse_other_endings
from jijuqu.land.measures import WIDEST_GAP_M
from jijuqu.words import screening as words
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.screening import Screening
    from jijuqu.words.text import Language

STOPPED = 130  # by Ctrl-C, as shells have it


def screen(
    parcels: Annotated[Path, typer.Argument(help="地块图层：GeoParquet、gpkg、fgb、shp（zip）")],
    park: Annotated[Path | None, typer.Option(metavar="FILE", help="工业园区规划范围图层")] = None,
    keep_clear: Annotated[
        list[Path] | None,
        typer.Option("--keep-clear", metavar="FILE", help="须避开的图层，可重复：生态保护红线、永久基本农田等"),
    ] = None,
    layer_share: Annotated[float, typer.Option(help="地块在某图层内的占比超过此数即剔除")] = 0.01,
    use_prefix: Annotated[str, typer.Option(help="工业用地代码的开头")] = "0601",
    gap_m: Annotated[float, typer.Option("--gap-m", help="连片容许间距（米）")] = 20.0,
    min_mu: Annotated[float | None, typer.Option(help="最小面积（亩），默认按通知")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="以哪一天的通知为准，默认今天")] = None,
    id_column: Annotated[str | None, typer.Option("--id", help="地块编号列，默认 parcel_id")] = None,
    district: Annotated[str | None, typer.Option(help="区县列，默认 district")] = None,
    use: Annotated[str | None, typer.Option(help="地类代码列，默认 landuse")] = None,
    crs: Annotated[str | None, typer.Option(metavar="EPSG", help="文件未写坐标系时指明，如 4524")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="输出：.gpkg、.parquet、.geojson、.csv 或 .xlsx"),
    ] = None,
    engine: Annotated[str, typer.Option(help=words.ENGINE)] = "local",
    measure: Annotated[str, typer.Option(help="law 按测地线量算（以此为准）；gis 与 GIS 软件一致，用于对照")] = "law",
    threads: Annotated[int | None, typer.Option(min=1, help="线程数，默认全部处理器")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON：数量、参数、各阶段用时、内存峰值")] = False,
    lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh",
) -> None:
    """Screen a layer of parcels for groups of contiguous industrial land outside parks and clear of layers.

    Ends with 0 when screened, whether or not anything was found; 2: unusable input; 130: stopped.
    """
    language = language_of(lang)
    day = day_of(on, language)
    notice = governing_notice(day, language)
    inputs = [parcels, *([park] if park else []), *(keep_clear or [])]
    _require_usable(inputs, output, {"layer_share": layer_share, "gap_m": gap_m, "min_mu": min_mu}, language)
    _require_choice("--engine", engine, ("local", "spark"), language)
    _require_choice("--measure", measure, ("law", "gis"), language)
    started = time.perf_counter()
    _make_kernels_ready(language)
    from jijuqu.cli.screen_output import write_output
    from jijuqu.land.screening.options import ScreenOptions

    options = ScreenOptions(
        min_mu=float(notice.limits(day).min_industrial_land_mu.value) if min_mu is None else min_mu,
        gap_m=gap_m,
        layer_share=layer_share,
        use_prefix=use_prefix,
        id_column=id_column,
        district_column=district,
        use_column=use,
        crs=crs,
        measure="gis" if measure == "gis" else "law",
        threads=threads,
    )
    setup_s = time.perf_counter() - started
    told: dict[str, Any] = {"day": day, "notice": notice, "inputs": inputs, "park": park, "output": output}
    told["engine"] = engine
    with _refusals(language):
        screen_there = _on_cluster if engine == "spark" else _here
        screening = screen_there(inputs, park, options, output, language)
        result = write_output(screening, output, language)
    if as_json:
        from jijuqu.cli.screen_answer import answer

        typer.echo(json.dumps(answer(screening, result, told, setup_s, language), ensure_ascii=False))
    else:
        from jijuqu.cli.screen_tables import print_screening

        print_screening(screening, result, told, language)


def _require_usable(
    inputs: list[Path], output: Path | None, numbers: dict[str, float | None], language: Language
) -> None:
    """Refuse what can be told to be wrong before anything is read."""
    limits = {"layer_share": (0, 1), "gap_m": (0, WIDEST_GAP_M), "min_mu": (0, 1e9)}
    for name, value in numbers.items():
        least, most = limits[name]
        if value is not None and not least <= value <= most:
            values = {"option": f"--{name.replace('_', '-')}", "least": least, "most": most, "value": value}
            refuse([Message("not_an_amount", values)], language)
    missing = [Message("no_such_file", {"path": path}) for path in inputs if not path.exists()]
    if missing:
        refuse(missing, language)
    if output is not None:
        refuse_other_endings(output, (".gpkg", ".parquet", ".geojson", ".csv", ".xlsx"), language)
        if not output.absolute().parent.is_dir():
            refuse([Message("no_place_for_output", {"folder": output.absolute().parent})], language)
        if output.absolute() in [path.absolute() for path in inputs]:
            refuse([Message("out_is_input", {"path": output})], language)


def _require_choice(option: str, value: str, choices: tuple[str, ...], language: Language) -> None:
    if value not in choices:
        values = {"option": option, "choices": "、".join(choices), "value": value}
        refuse([Message("not_a_choice", values)], language)


def _make_kernels_ready(language: Language) -> None:
    """Load the kernels, or compile them where set-up could not, and say so."""
    from jijuqu.land.screening.kernels import are_ready
    from jijuqu.land.screening.make_ready import make_ready

    if not are_ready():
        print(words.COMPILING.say(language), file=sys.stderr)  # noqa: T201 - the command's own voice
    make_ready()


@contextlib.contextmanager
def _refusals(language: Language) -> Iterator[None]:
    """Say what cannot be used, be it noticed while reading or, on a cluster, while shapes are brought here."""
    from jijuqu.land.parcel import UnreadableError

    try:
        yield
    except UnreadableError as error:
        refuse(error.reasons, language)


def _here(
    inputs: list[Path], park: Path | None, options: ScreenOptions, output: Path | None, language: Language
) -> Screening:
    from jijuqu.land.screening import run
    from jijuqu.land.screening.state import State

    state = State(output, inputs, options) if output else None
    try:
        with _progress(language) as progress:
            return run.screen(inputs[0], park, _keep_clear(inputs, park), options, progress, state)
    except KeyboardInterrupt:
        if state and state.folder.exists():
            print(say(Message("screen_stopped", {"folder": state.folder}), language), file=sys.stderr)  # noqa: T201
        raise typer.Exit(STOPPED) from None


def _on_cluster(
    inputs: list[Path], park: Path | None, options: ScreenOptions, _output: Path | None, _language: Language
) -> Screening:
    from jijuqu.land.screening.on_spark import screen_on_spark

    return screen_on_spark(inputs[0], park, _keep_clear(inputs, park), options)


def _keep_clear(inputs: list[Path], park: Path | None) -> list[Path]:
    return inputs[2:] if park else inputs[1:]


@contextlib.contextmanager
def _progress(language: Language) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on standard error to a person at a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(words.READING.say(language), total=None)

        def show(done: int, total: int) -> None:
            step = words.READING if done < total else words.REDUCING
            bars.update(bar, completed=done, total=total, description=step.say(language))

        yield show
