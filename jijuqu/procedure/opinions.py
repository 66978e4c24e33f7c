"""What departments say of a plan, clause by clause, where they contradict each other, and what a change reopens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

from jijuqu.words.procedure_names import STANCES, THE_WHOLE_PLAN
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from jijuqu.words.text import Text

WHOLE_PLAN = ""


class Stance(StrEnum):
    """How a department stands: 无意见, 同意, 原则同意，建议……, 不同意."""

    NONE = "none"
    AGREE = "agree"
    AGREE_WITH_ADVICE = "agree_with_advice"
    DISAGREE = "disagree"

    @property
    def label(self) -> Text:
        """What people call it."""
        return STANCES[self]

    @property
    def wants_answer(self) -> bool:
        """Whether the drafting authority has to say what it took up."""
        return self in {Stance.AGREE_WITH_ADVICE, Stance.DISAGREE}


IN_FAVOUR = frozenset({Stance.AGREE, Stance.AGREE_WITH_ADVICE})


@dataclass(frozen=True, slots=True)
class Remark:
    """What one department says of one clause, or of the whole plan (`WHOLE_PLAN`)."""

    department: str
    clause: str
    stance: Stance
    words: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A clause to which some departments object while others agree; it must be settled."""

    clause: str
    against: tuple[Remark, ...]
    in_favour: tuple[Remark, ...]


def problems(remark: Remark) -> tuple[Message, ...]:
    """Say what a remark lacks: advice and objections need words."""
    if not remark.stance.wants_answer or remark.words.strip():
        return ()
    about = remark.clause or THE_WHOLE_PLAN
    return (Message("remark_without_words", {"stance": remark.stance.label, "clause": about}),)


def conflicts(remarks: Iterable[Remark]) -> tuple[Conflict, ...]:
    """Find the clauses to which one department objects while another agrees, sorted by their citations."""
    remarks = tuple(remarks)
    each = (_on_clause(clause, remarks) for clause in sorted({remark.clause for remark in remarks}))
    return tuple(conflict for conflict in each if _between_departments(conflict))


def _on_clause(clause: str, remarks: tuple[Remark, ...]) -> Conflict:
    said = [remark for remark in remarks if remark.clause == clause]
    return Conflict(
        clause,
        tuple(remark for remark in said if remark.stance is Stance.DISAGREE),
        tuple(remark for remark in said if remark.stance in IN_FAVOUR),
    )


def _between_departments(conflict: Conflict) -> bool:
    pairs = product(conflict.against, conflict.in_favour)
    return any(objects.department != agrees.department for objects, agrees in pairs)


def reopened(remarks: Iterable[Remark], changed_clauses: Collection[str]) -> tuple[Remark, ...]:
    """Give the remarks that a change calls for again: those on the clauses it touched, and on the whole plan.

    A change to a clause touches what it belongs to and what belongs to it: 二（二）2 touches 二（二）.
    """
    return tuple(remark for remark in remarks if any(_touch(remark.clause, clause) for clause in changed_clauses))


def _touch(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
