"""What `jijuqu check` shows people: the land in a line, the plot as a picture, the findings as a table by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from jijuqu.cli.picture import draw
from jijuqu.land.plane import metres_per_unit
from jijuqu.policy import explain
from jijuqu.policy.case import LISTS
from jijuqu.policy.facts import SINGLE_SUBJECTS
from jijuqu.policy.rule import Consequence, Outcome
from jijuqu.words import command_line as words
from jijuqu.words import findings as finding_words
from jijuqu.words.said import say
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits
    from jijuqu.policy.rule import Finding
    from jijuqu.siting.land import Land
    from jijuqu.words.text import Language

MOST_GAPS = 10
PAGE_WIDTH = 120  # characters, where no terminal says how wide it is

# A shape beside each word, so that the outcome reads without colour.
MARKS = {
    Outcome.MET: ("✓", "green"),
    Outcome.NOT_MET: ("!", "yellow"),
    Outcome.EXCEPTED: ("✓", "green"),
    Outcome.UNKNOWN: ("?", "yellow"),
    Outcome.NOT_APPLICABLE: ("–", "dim"),
}


def print_check(
    day: datetime.date, notice: Notice, land: Land, findings: list[Finding], limits: Limits, language: Language
) -> None:
    """Print a whole check for people."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PAGE_WIDTH
    console.print(words.REFERENCE_ONLY.say(language), style="dim")
    console.print(words.GOVERNED.say(language, notice=notice.number, on=day))
    if not notice.in_force(day):
        console.print(words.LAPSED.say(language, notice=notice.number, last_day=notice.last_day), style="bold red")
    console.print(_land_line(land, language), style="bold")
    for line in _about_land(land, language):
        console.print(line)
    for issue in land.issues:
        console.print(f"• {say(issue, language)}", style="yellow")
    if console.is_terminal and "utf" in console.encoding:
        console.print(draw(_outlines(land)), style="blue")
    console.print(_findings_table(findings, limits.near_threshold_margin.value, language))
    console.print(_not_applicable(findings, language), style="dim")
    console.print(_verdict(findings, language), style="bold")


def print_facts(language: Language) -> None:
    """Print every fact that FACTS.toml may hold, as a template to fill in: name, kind, unit, meaning, clause."""
    print(words.EXPLAIN_FACTS.say(language))  # noqa: T201 - no wrapping: the template is to be copied
    names = {cls: f"[{cls.__name__.lower()}]" for cls in SINGLE_SUBJECTS} | {
        cls: f"[[{n}]]" for n, cls in LISTS.items()
    }
    told = set()  # whether the cluster lies in a park is asked once, though every rule may ask for it
    for cls, name in names.items():
        print(f"\n{name}  # {cls.subject.say(language)}")  # noqa: T201
        for spec in cls.specs.values():
            if spec.name in told:
                continue
            told.add(spec.name)
            kind = words.KINDS[spec.kind].say(language)
            unit = f" {spec.unit}" if spec.unit and spec.unit != spec.kind else ""
            print(f"# {spec.name} =   # {kind}{unit} · {spec.label.say(language)} · {spec.clause}")  # noqa: T201


def _land_line(land: Land, language: Language) -> str:
    return words.LAND.say(
        language,
        parcels=len(land.parcels),
        area=with_unit(land.area_mu, "mu", language),
        plane_area=with_unit(land.plane_area_mu, "mu", language),
        plane=land.crs if metres_per_unit(land.crs) else words.NEAREST_PLANE.say(language, crs=land.crs),
        gap=with_unit(land.gap_m, "m", language),
        parts=land.parts,
    )


def _about_land(land: Land, language: Language) -> Iterator[str]:
    """Say how far apart the parts are, what is taken for industrial land, and where the land lies."""
    if land.gaps:
        widths = [with_unit(width, "m", language) for width in land.gaps_m[:MOST_GAPS]]
        more = "…" if len(land.gaps) > MOST_GAPS else ""
        yield words.GAPS.say(language, widths=", ".join(widths) + more)
    yield say(land.industrial_evidence, language)
    shares = [f"{each.name}（{each.code}）{with_unit(each.share, 'share', language)}" for each in land.districts]
    yield words.DISTRICTS.say(language, shares=", ".join(shares) or words.NO_DISTRICT.say(language))


def _outlines(land: Land) -> list[list[tuple[float, float]]]:
    rings = shapely.get_rings(shapely.get_parts(land.shapes))
    return [shapely.get_coordinates(ring).tolist() for ring in rings]


def _findings_table(findings: list[Finding], margin: float, language: Language) -> Table:
    headings = ("clause", "demand", "outcome", "value", "limit", "ways")
    table = Table(show_lines=True)
    for key in headings:
        table.add_column(words.HEADINGS[key].say(language), overflow="fold", no_wrap=key == "clause")
    for finding in findings:
        if finding.outcome is not Outcome.NOT_APPLICABLE:
            table.add_row(*_row(finding, margin, language))
    return table


def _row(finding: Finding, margin: float, language: Language) -> tuple[str | Styled, ...]:
    mark, style = MARKS[finding.outcome]
    if finding.stands_against and finding.rule.consequence is Consequence.BLOCKS:
        mark, style = "✗", "red"
    label = explain.outcome_label(finding).say(language)
    near = f"（{finding_words.NEAR.say(language)}）" if finding.is_near(margin) else ""
    unit = finding.unit or ""
    return (
        finding.rule.clause,
        finding.rule.title.say(language) + (f"：{finding.about}" if finding.about else ""),
        Styled(f"{mark} {label}{near}", style=style),
        "" if finding.value is None else with_unit(finding.value, unit, language),
        explain.limit_text(finding, language),
        finding_words.OR.say(language).join(explain.ways_to_meet(finding, language)),
    )


def _not_applicable(findings: list[Finding], language: Language) -> str:
    titles = [f.rule.title.say(language) for f in findings if f.outcome is Outcome.NOT_APPLICABLE]
    label = finding_words.OUTCOMES[Outcome.NOT_APPLICABLE].say(language)
    return f"{label}: {', '.join(titles)}" if language == "en" else f"{label}：{'、'.join(titles)}"


def _verdict(findings: list[Finding], language: Language) -> str:
    against = sum(finding.stands_against for finding in findings)
    unknown = sum(finding.outcome is Outcome.UNKNOWN and finding.gives_verdict for finding in findings)
    if against:
        return finding_words.SUMMARIES["stands_against"].say(language, count=against)
    short = sum(f.outcome is Outcome.UNKNOWN and f.gives_verdict and explain.falls_short(f) for f in findings)
    if short:
        return finding_words.SUMMARIES["unknown_and_short"].say(language, count=unknown, short=short)
    if unknown:
        return finding_words.SUMMARIES["unknown"].say(language, count=unknown)
    return finding_words.SUMMARIES["clear"].say(language)
