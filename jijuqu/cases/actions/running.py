"""Acts that stop, stretch or end a case: withdrawal, suspension, resumption, extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.actions.step import step
from jijuqu.cases.register import release_slots
from jijuqu.procedure.acts import Act

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand


def withdraw(case_pk: int, hand: Hand) -> None:
    """Withdraw the plan, with a reason; its places are free again, and nobody is asked for an opinion any more."""
    with step(case_pk, Act.WITHDRAW, hand) as this:
        this.case.closed_on = hand.on
        for review in this.case.reviews.filter(ended_on=None):
            review.ended_on = hand.on
            this.save(review)
        release_slots(this, this.case.clusters.all(), "withdrawn")


def suspend(case_pk: int, hand: Hand) -> None:
    """Suspend the case with a reason: its clocks stop."""
    with step(case_pk, Act.SUSPEND, hand):
        pass


def resume(case_pk: int, hand: Hand) -> None:
    """Take the case up again where it was."""
    with step(case_pk, Act.RESUME, hand):
        pass


def extend(case_pk: int, days: int, hand: Hand) -> None:
    """Give the running clock so many more working days, with a reason."""
    with step(case_pk, Act.EXTEND, hand, {"extension_days": days}) as this:
        this.details |= {"days": days, "in_state": this.case.state}
