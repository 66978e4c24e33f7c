"""Joint review at both levels: departments asked, opinions drafted and signed, answered, contradictions settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from jijuqu.cases.actions.step import step
from jijuqu.cases.clocks import opinion_due_day
from jijuqu.cases.facts import last_review
from jijuqu.cases.models import Adoption, OpinionRequest, Remark, Review, Settlement
from jijuqu.procedure.acts import Act
from jijuqu.procedure.roles import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from jijuqu.accounts.models import Organisation, Person
    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.cases.models import PlannedCluster
    from jijuqu.procedure.opinions import Stance


def start_district_review(case_pk: int, departments: Iterable[Organisation], hand: Hand) -> Review:
    """Send the plan to the district's departments for joint review (二（三）3)."""
    return _start(case_pk, Act.START_DISTRICT_REVIEW, Level.DISTRICT, departments, hand)


def start_city_review(case_pk: int, departments: Iterable[Organisation], hand: Hand) -> Review:
    """Send the plan to the city's departments for joint review (二（三）5)."""
    return _start(case_pk, Act.START_CITY_REVIEW, Level.CITY, departments, hand)


def _start(case_pk: int, act: Act, level: Level, departments: Iterable[Organisation], hand: Hand) -> Review:
    with step(case_pk, act, hand, freezes=True) as this:
        before = last_review(this.case, level)
        review = Review(case=this.case, level=level, round=before.round + 1 if before else 1, started_on=hand.on)
        this.save(review)
        this.save(*[_request(review, department, hand) for department in departments])
    return review


def ask_department(review: Review, department: Organisation, hand: Hand) -> OpinionRequest:
    """Ask one more department; its clock starts now."""
    asked = review.requests.filter(department=department).exists()
    with step(review.case_id, Act.ASK_DEPARTMENT, hand, {"already_asked": asked}) as this:
        request = _request(review, department, hand)
        this.save(request)
    return request


def _request(review: Review, department: Organisation, hand: Hand) -> OpinionRequest:
    due_on = opinion_due_day(Level(review.level), hand.on)
    return OpinionRequest(review=review, department=department, asked_on=hand.on, due_on=due_on)


def remind(request: OpinionRequest, hand: Hand) -> None:
    """Remind a department (催办)."""
    with step(request.review.case_id, Act.REMIND_DEPARTMENT, hand, {"request_open": not request.signed_on}) as this:
        request.reminded_on = hand.on
        this.save(request)


def hand_over(request: OpinionRequest, colleague: Person, hand: Hand) -> None:
    """Hand an opinion over to a colleague of the same department."""
    with _own(request, Act.HAND_OVER_OPINION, hand, handed_to=colleague.name) as this:
        request.handled_by = colleague
        this.save(request)


def _own(request: OpinionRequest, act: Act, hand: Hand, **said: Any) -> AbstractContextManager[Step]:
    """Do an act of the department that was asked: nobody else's, but for whoever registers its stamped paper."""
    open_ = request.signed_on is None and request.review.ended_on is None
    return step(request.review.case_id, act, hand, {"request_open": open_} | said, department=request.department)


class Said:
    """One remark of an opinion: a clause, of the plan or of one cluster, the stance and the words."""

    def __init__(self, clause: str, stance: Stance, words: str = "", cluster: PlannedCluster | None = None) -> None:
        self.clause = clause
        self.stance = stance
        self.words = words
        self.cluster = cluster


def draft_opinion(request: OpinionRequest, stance: Stance, words: str, remarks: Sequence[Said], hand: Hand) -> None:
    """Save what the department is going to say; it is seen inside the department only until it is signed."""
    with _own(request, Act.GIVE_OPINION, hand) as this:
        this.remove(*request.remarks.all())
        request.stance, request.words = stance, words
        request.handled_by, request.drafted_at = request.handled_by or hand.person, timezone.now()
        this.save(request)
        this.save(*[
            Remark(request=request, clause=each.clause, cluster=each.cluster, stance=each.stance, words=each.words)
            for each in remarks
        ])  # fmt: skip


def sign_opinion(request: OpinionRequest, hand: Hand) -> None:
    """Sign the opinion off: from now on the department is bound by it (by its leader, or by its stamped paper)."""
    with _own(request, Act.SIGN_OPINION, hand, opinion_written=bool(request.stance)) as this:
        request.signed_on, request.paper, request.reopened = hand.on, hand.paper, False
        request.signed_by = None if hand.paper else hand.person
        this.save(request)


def answer_remark(remark: Remark, adoption: Adoption, answer: str, hand: Hand) -> None:
    """Answer one remark: adopted, partly, or not, with the reason (采纳情况)."""
    said = {"reason": answer or str(Adoption(adoption).label)}
    with step(remark.request.review.case_id, Act.ANSWER_OPINION, hand, said) as this:
        remark.adoption, remark.answer = adoption, answer
        this.save(remark)


def settle(review: Review, clause: str, words: str, hand: Hand) -> Settlement:
    """Settle a contradiction between departments about one clause."""
    with step(review.case_id, Act.SETTLE_CONFLICT, hand, {"reason": words}) as this:
        rows = Settlement.objects.filter(review=review, clause=clause)
        settlement = rows.first() or Settlement(review=review, clause=clause)
        settlement.words, settlement.settled_by, settlement.settled_on = words, hand.person, hand.on
        this.save(settlement)
    return settlement
