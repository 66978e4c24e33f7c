"""The swim-lane as data, read from the table of acts: who works where, and which act leads on, back, aside or out.

What may happen almost anywhere (suspending, withdrawing, extending …) is left out: it would cross every line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from jijuqu.procedure.acts import RETURN, TRANSITIONS, Act, Transition
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.states import CORRECTED_FROM, FINAL, Position, State
from jijuqu.words.procedure_names import LANES, PUBLIC_STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.words.text import Text


class Lane(StrEnum):
    """Whose strip of the drawing it is, from top to bottom."""

    DRAFTING_AUTHORITY = "drafting_authority"
    DISTRICT_DEPARTMENTS = "district_departments"
    EXPERTS = "experts"
    DISTRICT_GOVERNMENT = "district_government"
    CITY_COMMISSION = "city_commission"
    CITY_DEPARTMENTS = "city_departments"

    @property
    def label(self) -> Text:
        """What people call it."""
        return LANES[self]


class Way(StrEnum):
    """Where an edge leads: on, back, aside to complete the materials (and from there), or out for good."""

    ON = "on"
    BACK = "back"
    ASIDE = "aside"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Stage:
    """A state in the lane of who takes it further, with the other lanes that work in it at the same time."""

    state: State
    lane: Lane
    shared_with: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """An act that moves a case; without a source it begins there."""

    act: Act
    source: State | None
    target: State
    way: Way


AT_ANY_TIME = frozenset(row.act for row in TRANSITIONS.values() if len(row.sources) > 2) | {Act.RESUME}
_DRAWN: tuple[State, ...] = tuple(
    state for state in State if state not in {State.SUSPENDED, State.WITHDRAWN}
)  # from left to right
_LINE: dict[State, int] = {state: column for column, state in enumerate(_DRAWN)}
_LANE_OF = {
    Role.DRAFTER: Lane.DRAFTING_AUTHORITY,
    Role.DISTRICT_LEADER: Lane.DISTRICT_GOVERNMENT,
    Role.EXPERT: Lane.EXPERTS,
    Role.CITY_OFFICER: Lane.CITY_COMMISSION,
    Role.CITY_LEADER: Lane.CITY_COMMISSION,
}


@cache
def edges() -> tuple[Edge, ...]:
    """Give every move between the states that are drawn, in the order of the table."""
    return tuple(edge for row in _rows() for edge in _edges_of(row))


@cache
def stages() -> tuple[Stage, ...]:
    """Give the states that are drawn from left to right, each in its lane."""
    return tuple(_stage(state) for state in _DRAWN)


def _rows() -> Iterator[Transition]:
    return (row for row in TRANSITIONS.values() if row.act not in AT_ANY_TIME)


def _edges_of(row: Transition) -> Iterator[Edge]:
    targets = CORRECTED_FROM if row.to is RETURN else {row.to, row.failing_to}
    sources: list[State | None] = [state for state in _DRAWN if state in row.sources]
    for source in sources or [None]:
        for target in [state for state in _DRAWN if state in targets]:
            yield Edge(row.act, source, target, _way(source, target))


def _way(source: State | None, target: State) -> Way:
    if State.CORRECTION in {source, target}:
        return Way.ASIDE
    if target in FINAL - {State.ANSWERED}:
        return Way.OUT
    return Way.BACK if source and _LINE[target] < _LINE[source] else Way.ON


def _stage(state: State) -> Stage:
    """The lane is that of who does the act that leads on: of several, who signs; at an end, of who led there."""
    leading = [edge.act for edge in edges() if edge.source is state and edge.way in {Way.ON, Way.ASIDE}]
    leading = leading or [edge.act for edge in edges() if edge.target is state]
    lane = _lanes(TRANSITIONS[leading[-1]], state)[-1]
    at_work = {worker for row in _rows() if state in row.sources for worker in _lanes(row, state)}
    return Stage(state, lane, tuple(other for other in Lane if other in at_work - {lane}))


def _lanes(row: Transition, state: State) -> tuple[Lane, ...]:
    level = row.level or state.side
    departments = Lane.DISTRICT_DEPARTMENTS if level is Level.DISTRICT else Lane.CITY_DEPARTMENTS
    roles = [role for role in Role if role in row.roles and role.level in {None, level}]
    return tuple(_LANE_OF.get(role, departments) for role in roles)


class PublicStage(StrEnum):
    """What the public sees of a case's way: five stages and an end; never a decision before the reply."""

    PLANNING = "planning"
    DISTRICT_REVIEW = "district_review"
    APPLICATION = "application"
    CITY_REVIEW = "city_review"
    ANSWERED = "answered"
    ENDED = "ended"

    @property
    def label(self) -> Text:
        """What people call it."""
        return PUBLIC_STAGES[self]


_PUBLIC = {
    State.DRAFTING: PublicStage.PLANNING,
    State.DISTRICT_REVIEW: PublicStage.DISTRICT_REVIEW,
    State.DISTRICT_DECISION: PublicStage.DISTRICT_REVIEW,
    State.READY: PublicStage.DISTRICT_REVIEW,
    State.APPLIED: PublicStage.APPLICATION,
    State.RECEIVED: PublicStage.APPLICATION,
    State.CITY_REVIEW: PublicStage.CITY_REVIEW,
    State.CITY_DECISION: PublicStage.CITY_REVIEW,
    State.DECIDED: PublicStage.CITY_REVIEW,
    State.ANSWERED: PublicStage.ANSWERED,
    State.NOT_ACCEPTED: PublicStage.ENDED,
    State.WITHDRAWN: PublicStage.ENDED,
}


def public_stage(position: Position) -> PublicStage:
    """Give what the public is shown; a suspended or corrected case shows the stage it goes back to."""
    return _PUBLIC[position.corrected_from or position.suspended_from or position.state]


def public_edges() -> tuple[tuple[PublicStage, PublicStage], ...]:
    """Give the moves of the reduced swim-lane: those of the full one between different public stages."""
    moves = ((edge.source, edge.target) for edge in edges() if edge.source and edge.way is not Way.ASIDE)
    shown = ((_PUBLIC[source], _PUBLIC[target]) for source, target in moves if source)
    return tuple(dict.fromkeys((source, target) for source, target in shown if source is not target))
