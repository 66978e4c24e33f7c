"""What every act on a case has in common: the lock, the rights, the procedure's word, and the event."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone

from jijuqu.accounts.permissions import powers_of
from jijuqu.cases.actions.rows import save_row
from jijuqu.cases.actions.typed import refuse_too_long, tidied
from jijuqu.cases.clocks import moves_of
from jijuqu.cases.due_days import refresh_due_days
from jijuqu.cases.freezing import snapshot_of
from jijuqu.cases.models import Case
from jijuqu.cases.notices import tell
from jijuqu.cases.queries import whole
from jijuqu.cases.standing import EARLIEST_DAY, paper_values, standing_of
from jijuqu.journal.actions import record
from jijuqu.journal.models import Event
from jijuqu.journal.stored import row_key
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import Refused, actors, advance
from jijuqu.procedure.roles import Role
from jijuqu.procedure.standing import Standing
from jijuqu.registry.models import QuotaHolder
from jijuqu.tables.prepared import ByKey
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping

    from django.db.models import Model, QuerySet

    from jijuqu.accounts.models import Organisation, Person
    from jijuqu.accounts.permissions import Capacity
    from jijuqu.cases.models import CaseFile, PlannedCluster
    from jijuqu.journal.models import Paper
    from jijuqu.procedure.states import Position

    Said = Mapping[str, Any]

_locked_case = ByKey(Case, locked=True)
_holder = ByKey(QuotaHolder, but=("outline_wkb",), example="500155")  # the outline is large, and of no use to an act
# Where one of these is the reason, somebody else may just have done what one came to do.
TOO_LATE = {
    "act_not_in_state", "request_not_open", "already_asked", "no_opinion_to_answer", "no_conflict_to_settle",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts, on which day it happened, on what paper from outside, and which edition of the case they saw.

    `on` is the day of the event itself; the journal keeps the moment of entry beside it. `entered_on` is the day whose
    appointments count: an officer appointed in May enters what happened in March. None: that of the event. `seen`
    None: not asked.
    """

    person: Person
    on: datetime.date
    paper: Paper | None = None
    seen: int | None = None
    reason: str = ""
    entered_on: datetime.date | None = None

    def capacities(self, holder: str, department: str | None = None) -> list[Capacity]:
        """Return the capacities in which the person may act for a quota holder, or for one department alone."""
        held = powers_of(self.person, self.entered_on or self.on).capacities
        if department is not None:
            own = [each for each in held if department in each.organisations]
            return own if self.paper is None else [*own, *(each for each in held if each.acts_for(holder))]
        return [each for each in held if each.acts_for(holder) or each.role is Role.EXPERT]


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
            self.refuse_stranger(getattr(row, "cluster", None))
            save_row(row)
            self.wrote.append(row)

    def remove(self, *rows: Model) -> None:
        """Remove rows that nothing hangs on; the event keeps that they were there."""
        for row in rows:
            self.removed.append(row_key(row))
            row.delete()

    def read_again(self, row: Model) -> None:
        """Read a row as it stands now that the case is locked. Raises Refused where it is gone."""
        read_again(row, self.act)

    def refuse_stranger(self, row: PlannedCluster | CaseFile | None) -> None:
        """Refuse a cluster or a file of another case."""
        if row is not None and row.case_id != self.case.pk:
            raise Refused(self.act, (Message("not_of_this_case", {"number": self.case.number}),))


@contextmanager
def step(
    case_pk: int,
    act: Act,
    hand: Hand,
    said: Said | Callable[[Case], Said] | None = None,
    *,
    department: Organisation | None = None,
    freezes: bool = False,
) -> Iterator[Step]:
    """Do one act on a case: lock it, ask the procedure, let the caller write, move the case, and record the event.

    `said` are values of `procedure.standing.Standing` that the act itself brings (a verdict, a number); what has to be
    read for them is read by a function, called with the case once it is locked. `department`: the act is this
    department's own. `freezes`: the plan, its facts and findings are kept as this act leaves them. Raises `Refused`
    with every reason: not this person's act, an older edition seen, something missing, somebody else was first.
    """
    refuse_too_long(hand.reason)
    with transaction.atomic():
        case = _locked_case(case_pk)
        case.holder = _holder(case.holder_id)
        _refuse_old_page(case, act, hand, department)
        capacities = hand.capacities(case.holder_id, department.pk if department else None)
        given = {"reason": hand.reason} | dict((said(case) if callable(said) else said) or {})
        on_paper = hand.paper is not None
        try:
            is_done_here = case.position.state in TRANSITIONS[act].sources
            standing = standing_of(case, act, hand.on, hand.paper, **given) if is_done_here else _nothing_known(hand.on)
            after = advance(case.position, act, {each.role for each in capacities}, standing, on_paper=on_paper)
        except Refused as refused:
            raise _with_who_was_first(refused, case) from None
        this = Step(
            case,
            act,
            hand,
            is_frozen=freezes,
            details=_capacity_used(case.position, act, capacities, on_paper=on_paper),
        )
        if department:
            this.details["department"] = department.pk
        yield this
        _close(this, after)


def _nothing_known(on: datetime.date) -> Standing:
    """Give the standing for an act that has no place where the case stands: nothing more is asked then."""
    return Standing(on=on, today=timezone.localdate())


def _close(this: Step, after: Position) -> None:
    case, hand = this.case, this.hand
    has_moved = after != case.position
    if has_moved:
        case.place(after)
        case.state_since = hand.on
        this.details["state"] = after.state.value
    if hand.reason:
        this.details["reason"] = tidied(hand.reason)
    if has_moved or this.act is Act.EXTEND:
        moves = [*moves_of(case), Event(act=this.act, on=hand.on, details=this.details)]
        this.save(*refresh_due_days(case, moves))
    case.edition += 1
    save_row(case)
    if this.is_frozen:
        this.save(snapshot_of(whole(case.pk), this.act, hand.on))
    this.event = record(
        this.act, case.subject, actor=hand.person, on=hand.on, wrote=[case, *this.wrote], removed=this.removed,
        details=this.details, paper=hand.paper,
    )  # fmt: skip
    tell(case, this.event, has_moved=has_moved)


def place_of_new_case(act: Act, holder: QuotaHolder, hand: Hand, **said: Any) -> tuple[Position, dict[str, Any]]:
    """Ask the procedure for an act that starts a case; return where it starts, and what its event says.

    Raises `Refused` to whoever may not do it for that quota holder, or on a day on which it holds no quota.
    """
    capacities, on_paper = hand.capacities(holder.pk), hand.paper is not None
    standing = Standing(
        on=hand.on, today=timezone.localdate(), earliest_on=EARLIEST_DAY, drafting_authority_named=True,
        **paper_values(hand.paper), **said,
    )  # fmt: skip
    position = advance(None, act, {each.role for each in capacities}, standing, on_paper=on_paper)
    if not holder.is_in_force_on(hand.on):
        named = Text(holder.name_zh, holder.name_en)
        raise Refused(act, (Message("holder_not_on_day", {"holder": named, "on": hand.on}),))
    return position, {**_capacity_used(None, act, capacities, on_paper=on_paper), "state": position.state.value}


def _capacity_used(
    position: Position | None, act: Act, capacities: list[Capacity], *, on_paper: bool
) -> dict[str, Any]:
    """Say in which capacity the act is done: the first that the procedure lets do it."""
    able = actors(position, act, on_paper=on_paper)
    return next((each.details() for each in capacities if each.role in able), {})


def read_again(row: Model, act: Act) -> None:
    """Read a row as it stands now, inside the transaction of an act. Raises Refused where it is gone."""
    try:
        row.refresh_from_db()
    except ObjectDoesNotExist:
        raise Refused(act, (Message("row_gone"),)) from None


def _refuse_old_page(case: Case, act: Act, hand: Hand, department: Organisation | None) -> None:
    """Tell the later of two who acted at once who was first; nothing of theirs is written."""
    if hand.seen is not None and (news := news_since(case, hand.seen, department.pk if department else None)):
        raise Refused(act, (news,))


def news_since(case: Case, seen: int, department: str | None = None) -> Message | None:
    """Say who acted after the edition that somebody saw; None where nobody did.

    A department writes beside the others: to its own acts only what itself did meanwhile is news.
    """
    if seen == case.edition:
        return None
    since = list(_steps_of(case))[seen:]  # each step made one edition, the first opened the case
    news = [each for each in since if department is None or each.details.get("department") == department]
    return Message("case_changed_meanwhile", _who_and_what(news[-1])) if news else None


def _with_who_was_first(refused: Refused, case: Case) -> Refused:
    """Add who was first, where what somebody came to do may just have been done."""
    if TOO_LATE.isdisjoint(reason.code for reason in refused.reasons):
        return refused
    last = _steps_of(case).last()
    first = (Message("who_was_first", _who_and_what(last)),) if last else ()
    return Refused(refused.act, (*refused.reasons, *first))


def _steps_of(case: Case) -> QuerySet[Event]:
    """Return the acts of the procedure on a case, from first to last; letters drafted meanwhile are none."""
    steps = Event.objects.filter(subject=case.subject, act__in=list(Act)).order_by("number")
    return steps.select_related("actor").defer("rows")


def _who_and_what(event: Event) -> dict[str, Any]:
    who = event.actor.name if event.actor else Text("系统", "the system")
    return {"who": who, "act": Act(event.act).label, "on": event.on}
