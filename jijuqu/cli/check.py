"""`jijuqu check`: one plot against the notice of a day, for people or as JSON."""

from __future__ import annotations

import contextlib
import json
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jijuqu.cli.speech import day_of, governing_notice, language_of, refuse
from jijuqu.land.measures import WIDEST_GAP_M
from jijuqu.words.command_line import LAYER_HELP
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits
    from jijuqu.policy.rule import Finding
    from jijuqu.siting.industrial import Declaration
    from jijuqu.siting.land import Land
    from jijuqu.siting.layers import Layer, LayerKind
    from jijuqu.words.text import Language

BIG_FILE_BYTES = 1_000_000


def check(
    boundary: Annotated[
        Path | None, typer.Argument(help="边界文件：勘测定界TXT、shp（zip）、gpkg、geojson、kml/kmz、dxf")
    ] = None,
    facts: Annotated[Path | None, typer.Option(help="FACTS.toml：图上看不出的事实")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="以哪一天为准（收文之日），默认今天")] = None,
    crs: Annotated[str | None, typer.Option(metavar="EPSG", help="文件未写坐标系时指明，如 4524")] = None,
    gap_m: Annotated[float, typer.Option("--gap-m", help="连片容许间距（米），0 为相接")] = 0.0,
    layer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=FILE",
            help=LAYER_HELP,
        ),
    ] = None,
    all_industrial: Annotated[bool, typer.Option("--all-industrial", help="申报全部地块为工业用地")] = False,
    in_park: Annotated[bool, typer.Option("--in-park", help="位于工业园区内")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    explain_facts: Annotated[bool, typer.Option("--explain-facts", help="列出 FACTS.toml 可写的事实")] = False,
    lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh",
) -> None:
    """Check a plot against the notice: every clause, its value, its limit, and the cheapest way to comply.

    Ends with 0: nothing stands against it; 1: a demand is not met; 3: something is not yet known; 2: unusable input.
    """
    from jijuqu.policy import explain
    from jijuqu.policy.case import FactsError, read_case
    from jijuqu.siting.facts import site_facts
    from jijuqu.siting.told import reconcile

    language = language_of(lang)
    if explain_facts:
        from jijuqu.cli.tables import print_facts

        print_facts(language)
        return
    day = day_of(on, language)
    notice = governing_notice(day, language)
    told = _read_facts(facts, language)
    land = _examine(boundary, crs, gap_m, layer or [], all_industrial, language)
    told, issues = reconcile(told, land)
    land = replace(land, issues=land.issues + issues)
    try:
        case, limits = read_case(told, site_facts(land, in_park=in_park), in_park=in_park, on=day, notice=notice)
    except FactsError as error:
        refuse(error.reasons, language)
    findings = notice.check(case, limits)
    if as_json:
        typer.echo(json.dumps(_answer(day, notice, land, findings, limits, language), ensure_ascii=False, indent=2))
    else:
        from jijuqu.cli.tables import print_check

        print_check(day, notice, land, findings, limits, language)
    raise typer.Exit(explain.status(findings))


def _read_facts(path: Path | None, language: Language) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        refuse([Message("no_such_file", {"path": path})], language)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        refuse([Message("facts_not_toml", {"reason": str(error) or type(error).__name__})], language)


def _examine(
    boundary: Path | None, crs: str | None, gap_m: float, layers: list[str], all_industrial: bool, language: Language  # noqa: FBT001 - as on the command line
) -> Land:  # fmt: skip
    from jijuqu.land.parcel import UnreadableError
    from jijuqu.siting.child import examine_in_child

    if boundary is None:
        refuse([Message("no_boundary")], language)
    if not boundary.exists():
        refuse([Message("no_such_file", {"path": boundary})], language)
    if not 0 <= gap_m <= WIDEST_GAP_M:
        refuse([Message("not_a_gap", {"value": gap_m})], language)
    files = _layer_files(layers, language)
    declared: Declaration = "all" if all_industrial else None
    try:
        with _progress(boundary):
            return examine_in_child(boundary, crs=crs, gap_m=gap_m, layers=files, industrial=declared)
    except UnreadableError as error:
        refuse(error.reasons, language)


def _layer_files(layers: list[str], language: Language) -> dict[LayerKind, Layer]:
    from jijuqu.siting.layers import LAYER_KINDS, LayerFile

    files: dict[LayerKind, Layer] = {}
    for text in layers:
        said, _, path = text.partition("=")
        kind = next((kind for kind in LAYER_KINDS if kind == said), None)
        if kind is None or not path:
            refuse([Message("not_a_layer", {"value": text, "kinds": ", ".join(LAYER_KINDS)})], language)
        if kind in files:
            refuse([Message("layer_twice", {"kind": kind})], language)
        if not Path(path).exists():
            refuse([Message("no_such_file", {"path": path})], language)
        files[kind] = LayerFile(Path(path))
    return files


@contextlib.contextmanager
def _progress(boundary: Path) -> Iterator[None]:
    """Show a spinner on standard error while a large file is read by a person's terminal."""
    if not sys.stderr.isatty() or boundary.stat().st_size < BIG_FILE_BYTES:
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(str(boundary)):
        yield


def _answer(
    day: datetime.date, notice: Notice, land: Land, findings: list[Finding], limits: Limits, language: Language
) -> dict[str, Any]:
    from jijuqu.policy import explain

    margin = limits.near_threshold_margin.value
    return {
        "on": day.isoformat(),
        "notice": notice.number,
        "in_force": notice.in_force(day),
        "land": _land(land, language),
        "findings": [explain.as_json(finding, margin, language) for finding in findings],
        "summary": explain.summary(findings),
    }


def _land(land: Land, language: Language) -> dict[str, Any]:
    from jijuqu.words.said import say

    return {
        "parcels": len(land.parcels),
        "area_m2": land.area_m2,
        "area_mu": land.area_mu,
        "plane_area_mu": land.plane_area_mu,
        "crs": land.crs,
        "gap_m": land.gap_m,
        "parts": land.parts,
        "gaps_m": list(land.gaps_m),
        "is_contiguous": land.is_contiguous,
        "districts": [{"code": d.code, "name": d.name, "share": d.share} for d in land.districts],
        "industrial_land_mu": land.industrial_land_mu,
        "industrial_evidence": say(land.industrial_evidence, language),
        "layers": {kind: {"share": o.share, "area_m2": o.area_m2} for kind, o in land.layers.items()},
        "issues": [
            {"code": issue.code, "message": say(issue, language), "where": issue.where} for issue in land.issues
        ],
    }
