"""Opinions of a joint review as the procedure looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.procedure import opinions
from jijuqu.procedure.opinions import Stance

if TYPE_CHECKING:
    from collections.abc import Collection

    from jijuqu.cases.models import OpinionRequest, Remark, Review
    from jijuqu.procedure.opinions import Conflict


def binding_remarks(review: Review) -> list[Remark]:
    """Return the remarks of the opinions that bind by now."""
    return [remark for each in review.requests.all() if each.signed_on for remark in each.remarks.all()]


def any_awaited(review: Review) -> bool:
    """Tell whether a running review still waits for a department."""
    return review.ended_on is None and any(each.signed_on is None for each in review.requests.all())


def unanswered(review: Review) -> list[Remark]:
    """Return the remarks that want an answer and have none: advice and objections."""
    return [each for each in binding_remarks(review) if Stance(each.stance).wants_answer and not each.adoption]


def conflicts(review: Review) -> tuple[Conflict, ...]:
    """Return the clauses on which departments contradict each other, about the plan or about one of its clusters.

    Where one speaks of the plan as a whole, what the others say of it by their stance is held against that.
    """
    said = [
        opinions.Remark(each.request.department_id, _place(each), Stance(each.stance), each.words)
        for each in binding_remarks(review)
    ]
    spoke = {each.department for each in said if each.clause == opinions.WHOLE_PLAN}
    stances = [
        opinions.Remark(each.department_id, opinions.WHOLE_PLAN, Stance(each.stance), each.words)
        for each in review.requests.all()
        if each.signed_on and each.department_id not in spoke
    ]
    return opinions.conflicts([*said, *(stances if spoke else ())])


def conflicts_open(review: Review) -> list[Conflict]:
    """Return the contradictions that nobody has settled yet."""
    settled = {each.clause for each in review.settlements.all()}
    return [each for each in conflicts(review) if each.clause not in settled]


def touched(request: OpinionRequest, changed_clauses: Collection[str]) -> bool:
    """Tell whether a change of these clauses calls for the department's opinion again."""
    said = [
        opinions.Remark(request.department_id, each.clause, Stance(each.stance), each.words)
        for each in request.remarks.all()
    ] or [opinions.Remark(request.department_id, opinions.WHOLE_PLAN, Stance(request.stance or Stance.NONE))]
    return bool(opinions.reopened(said, changed_clauses))


def _place(remark: Remark) -> str:
    """Name what a remark speaks of: the clause, and the cluster's number where it is about one alone."""
    return f"{remark.clause} #{remark.cluster.number}" if remark.cluster else remark.clause
