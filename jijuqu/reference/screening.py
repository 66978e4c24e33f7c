"""A planned project held against the access lists of a day (二（二）1, 二（二）3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from jijuqu.reference.models import AccessEntry, Industry, IndustryLevel, Restriction
from jijuqu.sheets.cells import listed
from jijuqu.tables.dated import in_force_on

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class PlannedProject:
    """A project as planned: its GB/T 4754 code (any level, "" where not stated), and what it makes.

    `holder` is the code of the quota holder in whose cluster it is to be.
    """

    name: str
    industry: str
    holder: str
    products: str = ""


class Verdict(StrEnum):
    """What the lists say of a project, the gravest first."""

    PROHIBITED = "prohibited"
    RESTRICTED = "restricted"
    UNKNOWN = "unknown"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Screening:
    """The verdict, the entries that hit, and those that might: the project's code is too broad to tell.

    `lists_entered` False: no list of the day has been entered, so nothing can be said.
    """

    verdict: Verdict
    hits: tuple[AccessEntry, ...]
    possible: tuple[AccessEntry, ...]
    lists_entered: bool

    @property
    def meets_access_rules(self) -> bool | None:
        """The fact `meets_access_rules` of `policy.facts.Project`; a restricted project is for people to judge."""
        return {Verdict.CLEAR: True, Verdict.PROHIBITED: False}.get(self.verdict)


def screen_project(project: PlannedProject, on: date) -> Screening:
    """Hold a project against every entry that is in force on a day for the city and for its quota holder."""
    entries = list(AccessEntry.objects.filter(in_force_on(on), Q(holder="") | Q(holder=project.holder)))
    sections = dict(Industry.objects.filter(level=IndustryLevel.DIVISION).values_list("code", "parent_id"))
    spoken_of = [each for each in entries if not each.words or _is_spoken_of(each, project)]
    own, code = _with_those_above(project.industry, sections), plain_code(project.industry)
    hits = tuple(each for each in spoken_of if not each.industry_id or each.industry_id in own)
    narrower = [each for each in spoken_of if code in _with_those_above(each.industry_id, sections)]
    possible = tuple(each for each in (narrower if own else spoken_of) if each not in hits)
    return Screening(_verdict(hits, possible, entries), hits, possible, bool(entries))


def plain_code(code: str) -> str:
    """Write a code as the classification does: C2110 and 2110 are the same, C alone is the section."""
    code = code.strip().upper()
    return code[1:] if len(code) > 1 and code[0].isalpha() else code


def _with_those_above(code: str | None, sections: Mapping[str, str | None]) -> set[str]:
    """Return a code with the codes of all levels above it; nothing where there is none."""
    code = plain_code(code or "")
    section = sections.get(code[:2])
    return {code[:length] for length in range(2, len(code))} | ({section} if section else set()) | ({code} - {""})


def _verdict(hits: tuple[AccessEntry, ...], possible: tuple[AccessEntry, ...], entries: list[AccessEntry]) -> Verdict:
    restrictions = {each.restriction for each in hits}
    if Restriction.PROHIBITED in restrictions:
        return Verdict.PROHIBITED
    if restrictions:
        return Verdict.RESTRICTED
    return Verdict.UNKNOWN if possible or not entries else Verdict.CLEAR


def _is_spoken_of(entry: AccessEntry, project: PlannedProject) -> bool:
    said = f"{project.name}\n{project.products}".casefold()
    return any(word.casefold() in said for word in listed(entry.words))
