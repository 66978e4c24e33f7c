"""The comparison of a trial upon a screening as a document (DOCX) and as a workbook (XLSX)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.trial_document import LISTED, tried_number
from jijuqu.papers.policy_trial import FlippedFinding, FlipTotal, PolicyTrial, write
from jijuqu.papers.word.document import docx_of
from jijuqu.policy.notices import governing
from jijuqu.population.flips_workbook import changes_sheet
from jijuqu.population.workbook import MOST_ROWS, sheet
from jijuqu.sheets.writing import workbook
from jijuqu.words import population as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from jijuqu.cases.land_trial import GroupFlip, LandTrial
    from jijuqu.sheets.cells import Cell
    from jijuqu.words.text import Language

CLAUSE = "二（二）2"


def said_sides(flip: GroupFlip, language: Language) -> tuple[str, str]:
    """Say the land of a piece by what stands and by what is tried, and whether it is enough."""
    before, after = (with_unit(each, "mu", language) for each in (flip.before_mu, flip.after_mu))
    now = words.FALLS_SHORT if flip.kind == "appears" else words.REACHES
    if flip.groups_after > 1:
        then = words.REACHES_IN_GROUPS
    elif flip.groups_after == 1:
        then = words.REACHES
    else:
        then = words.FALLS_SHORT if after == before else words.LARGEST_FALLS_SHORT
    return now.say(language, area=before), then.say(language, area=after, groups=flip.groups_after)


def land_trial_document(trial: LandTrial, day: datetime.date, draft: str, named: Callable[[str], str]) -> bytes:
    """Return the comparison as DOCX, in Chinese; `named` names a district as the file has it."""
    counts = trial.compared.counts
    enough, short = words.ENOUGH_LAND.zh, words.TOO_LITTLE_LAND.zh
    lasting = trial.compared.before.groups - counts["vanishes"]
    rows = trial.rows(LISTED)
    return docx_of(
        write(
            PolicyTrial(
                made_on=day, about=words.SCREENING.say("zh", name=trial.kept.name), notice=governing(day).number,
                rows=trial.tested, changes=tuple(tried_number(each) for each in trial.changed),
                statuses=(
                    (enough, enough, lasting), (enough, short, counts["vanishes"]), (short, enough, counts["appears"]),
                ),
                counts=tuple(_total(named(district), kind, count) for (district, kind), count in trial.counts.items()),
                flips=tuple(_flipped(each, named) for each in rows),
                left_out=trial.flips - len(rows), draft=draft,
            )
        )
    )  # fmt: skip


def land_trial_workbook(trial: LandTrial, language: Language, named: Callable[[str], str]) -> bytes:
    """Return the comparison as a workbook; of more rows than it takes the first, which the sheet of counts shows."""
    counts: list[list[Cell]] = [
        [named(district), words.GROUP_KINDS[kind].say(language), rows]
        for (district, kind), rows in trial.counts.items()
    ]
    rows: list[list[Cell]] = [
        [
            named(each.district), each.first_parcel, each.parcels, words.GROUP_KINDS[each.kind].say(language),
            each.before_mu, each.after_mu, each.groups_after, *each.at,
        ]
        for each in trial.rows(MOST_ROWS)
    ]  # fmt: skip
    heads = [words.LABELS["district"], words.HEADINGS["change"], words.HEADINGS["rows"]]
    columns = [words.LABELS["district"], *words.GROUP_HEADINGS]
    return workbook(
        changes_sheet(trial.changed, language),
        sheet("counts", heads, counts, language, {}),
        sheet("flips", columns, rows, language, {}),
    )


def _total(district: str, kind: str, rows: int) -> FlipTotal:
    now, then = words.GROUP_SIDES[kind]
    return FlipTotal(
        district=district, clause=CLAUSE, demand=words.LAND_DEMAND.zh, before=now.zh, after=then.zh, rows=rows
    )


def _flipped(flip: GroupFlip, named: Callable[[str], str]) -> FlippedFinding:
    before, after = said_sides(flip, "zh")
    name = words.FIRST_PARCEL.say("zh", district=named(flip.district), parcel=flip.first_parcel)
    return FlippedFinding(name=name, clause=CLAUSE, demand=words.LAND_DEMAND.zh, before=before, after=after)
