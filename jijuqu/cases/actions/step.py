"""What every act on a case has in common: the lock, the rights, the procedure's word, and the event."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from jijuqu.accounts.permissions import powers_of
from jijuqu.cases.clocks import events_of, refresh_due_day
from jijuqu.cases.freezing import snapshot_of
from jijuqu.cases.models import Case
from jijuqu.cases.queries import whole
from jijuqu.cases.standing import paper_values, standing_of
from jijuqu.journal.actions import record
from jijuqu.journal.stored import row_key
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused, actors, advance
from jijuqu.procedure.standing import Standing
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from django.db.models import Model

    from jijuqu.accounts.models import Organisation, Person
    from jijuqu.accounts.permissions import Capacity
    from jijuqu.journal.models import Event, Paper
    from jijuqu.procedure.states import Position


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts, on which day it happened, on what paper from outside, and which edition of the case they saw.

    `on` is the day of the event itself; the journal keeps the moment of entry beside it. `seen` None: not asked.
    """

    person: Person
    on: datetime.date
    paper: Paper | None = None
    seen: int | None = None
    reason: str = ""

    def capacities(self, holder: str, department: str | None = None) -> list[Capacity]:
        """Return the capacities in which the person may act for a quota holder, or for one department alone."""
        held = powers_of(self.person, self.on).capacities
        if department is not None:
            own = [each for each in held if each.organisation == department]
            return own if self.paper is None else [*own, *(each for each in held if each.holder in {"", holder})]
        return [each for each in held if each.holder in {"", holder}]


@dataclass(slots=True)
class Step:
    """One act under way: the locked case, and what the act writes and says, for its event."""

    case: Case
    act: Act
    hand: Hand
    is_frozen: bool
    wrote: list[Model] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    event: Event | None = None

    def save(self, *rows: Model) -> None:
        """Check and save rows of this act; ValidationError names the field at fault."""
        for row in rows:
            row.clean_fields(exclude=[field.name for field in row._meta.fields if field.is_relation])
            row.clean()
            row.validate_constraints()
            row.save()
            self.wrote.append(row)

    def remove(self, *rows: Model) -> None:
        """Remove rows; the event keeps that they were there."""
        for row in rows:
            self.removed.append(row_key(row))
            row.delete()


@contextmanager
def step(
    case_pk: int,
    act: Act,
    hand: Hand,
    said: Mapping[str, Any] | None = None,
    *,
    department: Organisation | None = None,
    freezes: bool = False,
) -> Iterator[Step]:
    """Do one act on a case: lock it, ask the procedure, let the caller write, move the case, and record the event.

    `said` are values of `procedure.standing.Standing` that the act itself brings (a verdict, a number).
    `department`: the act is this department's own. `freezes`: the plan, its facts and findings are kept as this act
    leaves them. Raises `Refused` with every reason: not this person's act, an older edition seen, something missing.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).select_related("holder").get(pk=case_pk)
        _refuse_old_page(case, act, hand)
        capacities = hand.capacities(case.holder_id, department.pk if department else None)
        standing = standing_of(case, act, hand.on, hand.paper, **{"reason": hand.reason} | dict(said or {}))
        on_paper = hand.paper is not None
        after = advance(case.position, act, {each.role for each in capacities}, standing, on_paper=on_paper)
        this = Step(
            case,
            act,
            hand,
            is_frozen=freezes,
            details=_capacity_used(case.position, act, capacities, on_paper=on_paper),
        )
        yield this
        _close(this, after)


def _close(this: Step, after: Position) -> None:
    case, hand = this.case, this.hand
    has_moved = after != case.position
    if has_moved:
        case.place(after)
        case.state_since = hand.on
        case.full_clean()
        this.details["state"] = after.state.value
    if hand.reason:
        this.details["reason"] = hand.reason
    case.edition += 1
    case.save()
    if this.is_frozen:
        this.save(snapshot_of(whole(case.pk), this.act, hand.on))
    this.event = record(
        this.act, case.subject, actor=hand.person, on=hand.on, wrote=[case, *this.wrote], removed=this.removed,
        details=this.details, paper=hand.paper,
    )  # fmt: skip
    if has_moved or this.act is Act.EXTEND:
        refresh_due_day(case, events_of(case))
        case.save(update_fields=["due_on"])


def place_of_new_case(act: Act, holder: str, hand: Hand, **said: Any) -> tuple[Position, dict[str, Any]]:
    """Ask the procedure for an act that starts a case; return where it starts, and what its event says.

    Raises `Refused` to whoever may not do it for that quota holder.
    """
    capacities, on_paper = hand.capacities(holder), hand.paper is not None
    today = timezone.localdate()
    standing = Standing(on=hand.on, today=today, drafting_authority_named=True, **paper_values(hand.paper), **said)
    position = advance(None, act, {each.role for each in capacities}, standing, on_paper=on_paper)
    return position, {**_capacity_used(None, act, capacities, on_paper=on_paper), "state": position.state.value}


def _capacity_used(
    position: Position | None, act: Act, capacities: list[Capacity], *, on_paper: bool
) -> dict[str, Any]:
    """Say in which capacity the act is done: the first that the procedure lets do it."""
    able = actors(position, act, on_paper=on_paper)
    return next((each.details() for each in capacities if each.role in able), {})


def _refuse_old_page(case: Case, act: Act, hand: Hand) -> None:
    """Tell the later of two who acted at once who was first; nothing of theirs is written."""
    if hand.seen is None or hand.seen == case.edition:
        return
    last = events_of(case)[-1]
    who = last.actor.name if last.actor else ""
    raise Refused(act, (Message("case_changed_meanwhile", {"who": who, "act": Act(last.act).label}),))
