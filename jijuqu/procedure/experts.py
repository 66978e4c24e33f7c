"""Expert review of a plan, which the district organises (二（三）3): who may judge, draws, quorum, scores, verdict.

The notice asks for expert review and says no more: quorum, draw and scores are settings of this software. Draw and
scores are off unless a district wants them.
"""

from __future__ import annotations

import hashlib
import math
import statistics
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from jijuqu.words.procedure_names import FIELDS, VERDICTS
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from jijuqu.words.text import Text

QUORUM_SHARE = Fraction(2, 3)  # of the experts named; a setting
FAR_FROM_MEDIAN = 15.0  # points of 100 from which a score is shown as far off; a setting


class Verdict(StrEnum):
    """What the experts' one signed report says: 通过, 修改后通过, 不通过."""

    PASS = "passed"  # noqa: S105 - a verdict
    PASS_WITH_CHANGES = "passed_with_changes"  # noqa: S105 - a verdict
    FAIL = "failed"

    @property
    def label(self) -> Text:
        """What people call it."""
        return VERDICTS[self]


class Field(StrEnum):
    """What an expert knows about."""

    INDUSTRY = "industry"
    PLANNING = "planning"
    LAND = "land"
    ECOLOGY = "ecology"
    SAFETY = "safety"
    CONSTRUCTION = "construction"
    OPERATION = "operation"
    FINANCE = "finance"

    @property
    def label(self) -> Text:
        """What people call it."""
        return FIELDS[self]


class TooFewExperts(Exception):  # noqa: N818 - an answer: name more, or draw fewer
    """A draw wants more experts than may be drawn."""

    def __init__(self, wanted: int, available: int) -> None:
        super().__init__(f"{wanted} experts wanted, {available} may be drawn; add to the pool or draw fewer")
        self.message = Message("too_few_experts", {"wanted": wanted, "available": available})


@dataclass(frozen=True, slots=True)
class Expert:
    """An expert of the pool. `organisations`: codes of the employer and of all others he or she is tied to."""

    code: str
    fields: frozenset[Field]
    organisations: frozenset[str] = frozenset()


def interested(expert: Expert, parties: Collection[str]) -> frozenset[str]:
    """Give the parties to a plan (who drafts, builds, runs it) that an expert is tied to; with any, another is named.

    >>> sorted(interested(Expert("z3", frozenset(), frozenset({"institute", "builder"})), {"builder", "operator"}))
    ['builder']
    """
    return expert.organisations & frozenset(parties)


def quorum(named: int, share: Fraction = QUORUM_SHARE) -> int:
    """Give how many of the experts named must be present: the share, rounded up.

    >>> quorum(5), quorum(6), quorum(7)
    (4, 4, 5)
    """
    return math.ceil(named * share)


def draw(pool: Iterable[str], seed: str, size: int, excluded: Collection[str] = ()) -> tuple[str, ...]:
    """Draw experts by their codes; anybody with the published seed and pool comes to the same ones.

    Algorithm: for each code take SHA-256 of seed, line feed, code (UTF-8), order by its hexadecimal digits, exclude,
    take the first `size`. So the order of the pool does not matter, and excluding one expert moves up the next and
    leaves the rest as they were. Raises TooFewExperts.
    """
    drawable = set(pool) - set(excluded)
    if size > len(drawable):
        raise TooFewExperts(size, len(drawable))
    return tuple(sorted(drawable, key=lambda code: _lot(seed, code))[:size])


def _lot(seed: str, code: str) -> str:
    return hashlib.sha256(f"{seed}\n{code}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Consistency:
    """How far the blind scores (0 to 100) of one plan agree. `far` are the experts far from the median."""

    median: float
    mean: float
    spread: float  # highest less lowest
    far: tuple[str, ...]


def consistency(scores: Mapping[str, float], far_from_median: float = FAR_FROM_MEDIAN) -> Consistency:
    """Compare the experts' scores by their codes. Raises ValueError without any, or for one outside 0 to 100."""
    if not scores:
        raise ValueError("no scores: ask for them first")
    outside = [code for code, score in scores.items() if not 0 <= score <= 100]
    if outside:
        raise ValueError(f"scores of {outside} are not between 0 and 100")
    median = statistics.median(scores.values())
    far = tuple(sorted(code for code, score in scores.items() if abs(score - median) > far_from_median))
    spread = max(scores.values()) - min(scores.values())
    return Consistency(median, statistics.fmean(scores.values()), spread, far)
