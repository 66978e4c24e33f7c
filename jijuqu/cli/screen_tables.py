"""What `jijuqu screen` shows people: groups, near misses, issues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from jijuqu.cli.screen_answer import SHOWN
from jijuqu.words import screening as words
from jijuqu.words.said import say
from jijuqu.words.text import Message
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from jijuqu.cli.screen_output import Result
    from jijuqu.land.screening.screening import NearMiss, Screening
    from jijuqu.words.text import Language

OVERLAPS_SHOWN = 5
PAGE_WIDTH = 120  # characters, where no terminal says how wide it is


def print_screening(screening: Screening, result: Result, told: dict[str, Any], language: Language) -> None:
    """Print a whole screening for people."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PAGE_WIDTH
    console.print(_governed(screening, told, language))
    console.print(_counted(screening, result, language), style="bold")
    if len(result.groups):
        console.print(_groups_table(result, language))
    else:
        console.print(words.NONE_FOUND.say(language))
    if len(result.groups) > SHOWN:
        more = words.MORE if result.files else words.MORE_NOT_WRITTEN
        console.print(more.say(language, count=len(result.groups) - SHOWN), style="dim")
    misses = screening.near_misses(result.groups)
    if misses:
        console.print(_misses_table(screening, misses[:SHOWN], language))
    for line in _issue_lines(screening, result, language):
        console.print(f"• {line}", style="yellow")
    for place, path in enumerate(result.files):
        console.print((words.ISSUES_WRITTEN if place else words.WRITTEN).say(language, path=path), style="bold")


def _governed(screening: Screening, told: dict[str, Any], language: Language) -> str:
    options = screening.options
    return words.GOVERNED.say(
        language,
        notice=told["notice"].number,
        on=told["day"],
        min_mu=with_unit(options.min_mu, "mu", language),
        gap=with_unit(options.gap_m, "m", language),
        share=with_unit(options.layer_share, "share", language),
    )


def _counted(screening: Screening, result: Result, language: Language) -> str:
    dropped = "".join(
        words.DROPPED.say(language, layer=layer, count=count) for layer, count in screening.dropped.items()
    )
    return words.COUNTED.say(
        language,
        rows=screening.rows,
        industrial=screening.industrial,
        dropped=dropped,
        kept=len(screening.ids),
        groups=len(result.groups),
    )


def _groups_table(result: Result, language: Language) -> Table:
    dissolved = {issue.values["first_parcel"]: issue.values["dissolved_mu"] for issue in result.overlaps}
    table = Table(title=words.GROUPS.say(language), title_justify="left")
    for name in ("district", "rank", "parcels", "area_mu", "dissolved_mu", "first_parcel"):
        table.add_column(words.HEADINGS[name].say(language), justify="left" if name == "district" else "right")
    for row in list(zip(*result.columns.values(), strict=True))[:SHOWN]:
        district, rank, parcels, area_mu, first_parcel = row
        once = dissolved.get(str(first_parcel))
        cells = (str(district), str(rank), f"{parcels:,}", f"{area_mu:,.2f}")
        table.add_row(*cells, "" if once is None else f"{once:,.2f}", str(first_parcel))
    return table


def _misses_table(screening: Screening, misses: list[NearMiss], language: Language) -> Table:
    table = Table(title=words.NEAR_MISSES.say(language), title_justify="left")
    for name in ("district", "parcels", "area_mu", "short_mu", "first_parcel", "one_more"):
        right = name in {"parcels", "area_mu", "short_mu", "first_parcel"}
        table.add_column(words.HEADINGS[name].say(language), justify="right" if right else "left", overflow="fold")
    for miss in misses:
        table.add_row(
            str(screening.district_names[miss.district]),
            f"{miss.parcels:,}",
            f"{miss.area_mu:,.2f}",
            f"{miss.short_mu:,.2f}",
            str(screening.ids[miss.first_parcel]),
            _one_more(screening, miss, language),
        )
    return table


def _one_more(screening: Screening, miss: NearMiss, language: Language) -> str:
    if miss.nearest is None or miss.together_mu is None:
        return words.NOTHING_NEAR.say(language, reach=with_unit(screening.options.reach_m, "m", language))
    short = screening.options.min_mu - miss.together_mu
    verdict = words.ENOUGH if short <= 0 else words.STILL_SHORT
    return words.ONE_MORE.say(
        language,
        width=with_unit(miss.width_m, "m", language),
        parcel=screening.ids[miss.nearest],
        own=with_unit(miss.nearest_mu, "mu", language),
        together=with_unit(miss.together_mu, "mu", language),
        verdict=verdict.say(language, short=with_unit(short, "mu", language)),
    )


def _issue_lines(screening: Screening, result: Result, language: Language) -> list[str]:
    overlaps = result.overlaps[:OVERLAPS_SHOWN]
    if len(result.overlaps) > OVERLAPS_SHOWN:
        overlaps.append(Message("more_members_overlap", {"count": len(result.overlaps) - OVERLAPS_SHOWN}))
    found = [*screening.issues, *(note.message for note in screening.notes), *overlaps]
    return [say(issue, language) for issue in found]
