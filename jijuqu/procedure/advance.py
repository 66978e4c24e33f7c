"""What may be done now, what is still missing for it, and where it leads: all read from the one table of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.procedure.acts import RETURN, TRANSITIONS, Act, Transition
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.needs import ALWAYS, OF_EVERY_PAPER
from jijuqu.procedure.roles import REGISTRARS, Role
from jijuqu.procedure.states import Position, State
from jijuqu.words.text import Message, listed

if TYPE_CHECKING:
    from collections.abc import Collection

    from jijuqu.procedure.standing import Standing


class Refused(Exception):  # noqa: N818 - an answer to whoever asked, not a fault
    """The act cannot be done; `reasons` say why, under which clause, and how to mend it."""

    def __init__(self, act: Act, reasons: tuple[Message, ...]) -> None:
        super().__init__(f"{act} refused: {', '.join(reason.code for reason in reasons)}")
        self.act = act
        self.reasons = reasons


def actors(position: Position | None, act: Act, *, on_paper: bool = False) -> frozenset[Role]:
    """Give the roles that may do the act where the case stands; nobody where it cannot be done there.

    On paper those who enter the papers of the level may do it too.
    """
    row = TRANSITIONS[act]
    if not _is_done_at(row, position) or (on_paper and not row.on_paper):
        return frozenset()
    level = row.level or (position.side if position else None)
    roles = frozenset(role for role in row.roles if role.level in {None, level})
    return roles | REGISTRARS[level] if on_paper and level else roles


def allowed(position: Position | None, roles: Collection[Role], *, on_paper: bool = False) -> tuple[Act, ...]:
    """Give the acts that somebody with these roles may do where the case stands, in the order of the table."""
    held = frozenset(roles)
    return tuple(act for act in TRANSITIONS if held & actors(position, act, on_paper=on_paper))


def missing(act: Act, standing: Standing, *, on_paper: bool = False) -> tuple[Message, ...]:
    """Say everything the act still needs, all at once; a paper stands for what it proves."""
    row = TRANSITIONS[act]
    needs = [need for need in row.needs if not (on_paper and need in row.paper_proves)]
    wanted = (*ALWAYS, *(OF_EVERY_PAPER if on_paper else ()), *needs)
    return tuple(need.missing(standing, row.clause) for need in wanted if not need.met(standing))


def advance(
    position: Position | None, act: Act, roles: Collection[Role], standing: Standing, *, on_paper: bool = False
) -> Position:
    """Give where the case stands after the act. None is a case not yet opened. Raises Refused."""
    reasons = _against(position, act, roles, on_paper=on_paper) or missing(act, standing, on_paper=on_paper)
    if reasons:
        raise Refused(act, reasons)
    row = TRANSITIONS[act]
    to = row.failing_to if row.failing_to and standing.expert_report is Verdict.FAIL else row.to
    if isinstance(to, State):
        return position.moved_to(to) if position else Position(to)
    assert position  # noqa: S101 - what starts a case leads to a state
    return position.returned() if to is RETURN else position


def _is_done_at(row: Transition, position: Position | None) -> bool:
    return position.state in row.sources if position else not row.sources


def _against(position: Position | None, act: Act, roles: Collection[Role], *, on_paper: bool) -> tuple[Message, ...]:
    """Say that the act has no place where the case stands, or is not for these roles."""
    row = TRANSITIONS[act]
    if not _is_done_at(row, position):
        return (_out_of_place(row, position),)
    if on_paper and not row.on_paper:
        return (Message("act_not_on_paper", {"act": act.label}),)
    who = actors(position, act, on_paper=on_paper)
    if who & frozenset(roles):
        return ()
    if not who:
        return (Message("act_on_paper_only", {"act": act.label}),)
    code = "paper_not_by_role" if on_paper else "act_not_by_role"
    return (Message(code, {"act": act.label, "roles": listed(role.label for role in Role if role in who)}),)


def _out_of_place(row: Transition, position: Position | None) -> Message:
    if position is None:
        return Message("case_not_open", {"act": row.act.label})
    if not row.sources:
        return Message("case_already_open", {"act": row.act.label, "state": position.state.label})
    states = listed(state.label for state in State if state in row.sources)
    return Message("act_not_in_state", {"act": row.act.label, "states": states, "state": position.state.label})
