"""The whole check in one sentence: what stands against the land, what is still unknown, the cheapest way to comply."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.policy import explain
from jijuqu.policy.rule import Force, Outcome
from jijuqu.web.public.check_findings import is_about_land, look
from jijuqu.words import check_page as words

if TYPE_CHECKING:
    from jijuqu.policy.known import Test
    from jijuqu.policy.rule import Finding
    from jijuqu.web.public.site_check import SiteCheck
    from jijuqu.words.text import Language, Text

COUNTED: dict[str, Text] = {
    "not_met": words.BLOCKED,
    "explain": words.WANTS_REASON,
    "unknown": words.OPEN,
    "met": words.MET,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on the land; `look` names its shape and colour, `cheapest` is empty where nothing is wanted."""

    look: str
    sentence: str
    cheapest: str


def verdict(check: SiteCheck, language: Language) -> Verdict:
    """Sum up the findings that the plot settles."""
    land = [finding for finding in check.findings if is_about_land(finding) and finding.gives_verdict]
    looks = [look(finding) for finding in land]
    short = sum(finding.outcome is Outcome.UNKNOWN and explain.falls_short(finding) for finding in land)
    counted = COUNTED | ({"unknown": words.OPEN_AND_SHORT} if short else {})
    told = {kind: said for kind, said in counted.items() if kind in looks}
    parts = [said.say(language, count=looks.count(kind), short=short) for kind, said in told.items()]
    against = any(finding.stands_against for finding in land)
    sentence = (words.STANDS_AGAINST if against else words.NOTHING_AGAINST).say(
        language, parts=words.COMMA.say(language).join(parts)
    )
    worst = next((kind for kind in COUNTED if kind in looks), "met")
    return Verdict(worst, sentence, _cheapest(land, language))


def _cheapest(findings: list[Finding], language: Language) -> str:
    """Name for each finding that falls short the way with the smallest change, relative to its limit."""
    wanting = [finding for finding in findings if explain.falls_short(finding) and finding.unit != "day"]
    ways = dict.fromkeys(_cheapest_way(finding, language) for finding in wanting)
    return words.CHEAPEST.say(language, ways=words.AND_ALSO.say(language).join(ways)) if ways else ""


def _cheapest_way(finding: Finding, language: Language) -> str:
    efforts = [_effort(way) for way in finding.answer.ways]
    way = explain.ways_to_meet(finding, language)[efforts.index(min(efforts))]
    return way + (words.OR_REASON.say(language) if finding.rule.force is Force.IN_PRINCIPLE else "")


def _effort(way: tuple[Test, ...]) -> float:
    """Give the largest shortfall of a way as a share of its limit; infinite where it is no matter of numbers."""
    return max((_share_missing(test) for test in way if test.truth is not True), default=math.inf)


def _share_missing(test: Test) -> float:
    if test.truth is not False or test.fact.spec.unit not in {"mu", "m2", "share"} or not test.limit:
        return math.inf
    return float(test.short_by / (1 if test.fact.spec.unit == "share" else test.limit))
