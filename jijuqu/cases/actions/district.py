"""The district's own decision and its application (二（三）3–4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.actions.step import step
from jijuqu.cases.facts import last_review
from jijuqu.procedure.acts import Act
from jijuqu.procedure.roles import Level

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand, Step


def return_to_drafting(case_pk: int, hand: Hand) -> None:
    """Take the plan back from the joint review to change it; the round ends, another may follow."""
    with step(case_pk, Act.RETURN_TO_DRAFTING, hand) as this:
        _end_review(this)


def submit_to_district(case_pk: int, hand: Hand) -> None:
    """Put the reviewed plan before the district for approval (报请区县审定)."""
    with step(case_pk, Act.SUBMIT_TO_DISTRICT, hand, freezes=True) as this:
        _end_review(this)


def approve_by_district(case_pk: int, hand: Hand) -> None:
    """Approve the plan as the district (区县审定)."""
    with step(case_pk, Act.APPROVE_BY_DISTRICT, hand, freezes=True) as this:
        this.case.district_approved_on = hand.on


def return_by_district(case_pk: int, hand: Hand) -> None:
    """Send the plan back to be changed, with a reason."""
    with step(case_pk, Act.RETURN_BY_DISTRICT, hand):
        pass


def apply(case_pk: int, hand: Hand) -> None:
    """Apply to the commission by letter, the two opinions attached (二（三）4)."""
    with step(case_pk, Act.APPLY, hand, freezes=True) as this:
        this.case.applied_on = hand.on


def _end_review(this: Step) -> None:
    review = last_review(this.case, Level.DISTRICT)
    if review and review.ended_on is None:
        review.ended_on = this.hand.on
        this.save(review)
