"""The states of a case, and where it stands: a state with what it goes back to after a correction or a suspension."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.procedure.roles import Level
from jijuqu.words.procedure_names import STATES

if TYPE_CHECKING:
    from jijuqu.words.text import Text


class State(StrEnum):
    """Where a case is, in the order of 二（三）."""

    DRAFTING = "drafting"
    DISTRICT_REVIEW = "district_review"
    DISTRICT_DECISION = "district_decision"
    READY = "ready"
    APPLIED = "applied"
    RECEIVED = "received"
    CORRECTION = "correction"
    CITY_REVIEW = "city_review"
    CITY_DECISION = "city_decision"
    DECIDED = "decided"
    ANSWERED = "answered"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"

    @property
    def label(self) -> Text:
        """What people call it."""
        return STATES[self]

    @property
    def side(self) -> Level:
        """Whose officer runs the case: the district's until it has applied, the city's from then on.

        A suspended case is on the side it was suspended on: ask its position.
        """
        return Level.DISTRICT if self in _ON_THE_DISTRICTS_SIDE else Level.CITY


_ON_THE_DISTRICTS_SIDE = frozenset(
    {State.DRAFTING, State.DISTRICT_REVIEW, State.DISTRICT_DECISION, State.READY, State.WITHDRAWN}
)
FINAL = frozenset({State.ANSWERED, State.NOT_ACCEPTED, State.WITHDRAWN})  # nothing leads on from here
CORRECTED_FROM = frozenset({State.RECEIVED, State.CITY_REVIEW})
SUSPENDED_FROM = frozenset(
    {
        State.DRAFTING, State.DISTRICT_REVIEW, State.DISTRICT_DECISION,
        State.RECEIVED, State.CORRECTION, State.CITY_REVIEW, State.CITY_DECISION,
    }
)  # fmt: skip  # where somebody is at work; a case waiting to apply or to be received has nothing to suspend
_NOTHING: frozenset[State | None] = frozenset({None})


@dataclass(frozen=True, slots=True)
class Position:
    """Where a case stands. Three plain values, each a column of its own in a table.

    `corrected_from` is kept while materials are completed, also while that is suspended; `suspended_from` while the
    case is suspended. A combination that cannot be raises ValueError.
    """

    state: State
    corrected_from: State | None = None
    suspended_from: State | None = None

    def __post_init__(self) -> None:
        suspended_from = SUSPENDED_FROM if self.state is State.SUSPENDED else _NOTHING
        corrected_from = CORRECTED_FROM if State.CORRECTION in {self.state, self.suspended_from} else _NOTHING
        if self.suspended_from not in suspended_from or self.corrected_from not in corrected_from:
            raise ValueError(
                f"{self!r}: suspended_from must be one of {sorted(suspended_from, key=str)}, "
                f"corrected_from one of {sorted(corrected_from, key=str)}"
            )

    @property
    def side(self) -> Level:
        """Whose officer runs the case now."""
        return (self.suspended_from or self.state).side

    @property
    def returns_to(self) -> State | None:
        """The state that resuming or resubmitting leads back to; None where there is nothing to go back to."""
        return self.suspended_from or self.corrected_from

    def moved_to(self, state: State) -> Position:
        """Give the position after a move, remembering what a correction or a suspension goes back to."""
        if state is State.SUSPENDED:
            return Position(state, self.corrected_from, self.state)
        if state is State.CORRECTION:
            return Position(state, corrected_from=self.state)
        return Position(state)

    def returned(self) -> Position:
        """Give the position it goes back to. Raises ValueError where there is none."""
        if self.suspended_from:
            return Position(self.suspended_from, self.corrected_from)
        if self.corrected_from:
            return Position(self.corrected_from)
        raise ValueError(f"{self.state} goes back to nothing; ask returns_to first")
