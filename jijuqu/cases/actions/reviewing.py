"""Joint review at both levels: departments asked, opinions drafted and signed, answered, contradictions settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from jijuqu.accounts.models import OrganisationKind
from jijuqu.accounts.permissions import powers_of
from jijuqu.cases.actions.step import read_again, step
from jijuqu.cases.clocks import opinion_due_day
from jijuqu.cases.facts import last_review
from jijuqu.cases.models import Adoption, OpinionRequest, Remark, Review, Settlement
from jijuqu.cases.opinions import conflicts
from jijuqu.procedure import opinions
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.opinions import WHOLE_PLAN, Stance, problems
from jijuqu.procedure.roles import Level, Role
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from jijuqu.accounts.models import Organisation, Person
    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.cases.models import Case, PlannedCluster

WRITES_OPINIONS = Role.REVIEWER  # whoever signs finds every written opinion of the department among their own work
MAY_BE_ASKED = {OrganisationKind.DEPARTMENT, OrganisationKind.PARK_OFFICE, OrganisationKind.DRAFTING_AUTHORITY}


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
        this.save(*[_request(this, review, department) for department in departments])
    return review


def ask_department(review: Review, department: Organisation, hand: Hand) -> OpinionRequest:
    """Ask one more department; its clock starts now.

    Raises Refused for a department of another district or level, or one that is no more, and where the round is over.
    """

    def said(_case: Case) -> dict[str, bool]:
        read_again(review, Act.ASK_DEPARTMENT)
        return {"already_asked": review.requests.filter(department=department).exists()}

    with step(review.case_id, Act.ASK_DEPARTMENT, hand, said) as this:
        _refuse_past_round(this, review)
        request = _request(this, review, department)
        this.save(request)
        this.details["asked"] = department.pk
    return request


def _request(this: Step, review: Review, department: Organisation) -> OpinionRequest:
    level, on, named = Level(review.level), this.hand.on, Text(department.name_zh, department.name_en)
    holders = {this.case.holder_id, this.case.holder.heir.pk} if level is Level.DISTRICT else {""}
    if department.level != level or department.holder not in holders or department.kind not in MAY_BE_ASKED:
        raise Refused(this.act, (Message("department_not_of_level", {"department": named, "side": level.label}),))
    if not department.is_in_force_on(on):
        values = {"organisation": named, "on": on, "first": department.first_day, "last": department.last_day}
        raise Refused(this.act, (Message("organisation_not_on_day", values),))
    return OpinionRequest(review=review, department=department, asked_on=on, due_on=opinion_due_day(level, on))


def _refuse_past_round(this: Step, review: Review) -> None:
    if review.ended_on is not None:
        raise Refused(this.act, (Message("review_over"),))


def remind(request: OpinionRequest, hand: Hand) -> None:
    """Remind a department (催办)."""
    with step(request.review.case_id, Act.REMIND_DEPARTMENT, hand, _about(request, Act.REMIND_DEPARTMENT)) as this:
        request.reminded_on = hand.on
        this.save(request)
        this.details["asked"] = request.department_id


def hand_over(request: OpinionRequest, colleague: Person, hand: Hand) -> None:
    """Hand an opinion over to a colleague of the same department who can write it."""
    with _own(request, Act.HAND_OVER_OPINION, hand, handed_to=colleague.name) as this:
        held = powers_of(colleague, hand.entered_on or hand.on).capacities
        if not any(request.department_id in each.organisations and each.role is WRITES_OPINIONS for each in held):
            department = Text(request.department.name_zh, request.department.name_en)
            values = {"name": colleague.name, "on": hand.on, "department": department}
            raise Refused(this.act, (Message("colleague_elsewhere", values),))
        request.handled_by = colleague
        this.save(request)
        this.details["handed_to"] = colleague.pk


def _own(request: OpinionRequest, act: Act, hand: Hand, **said: Any) -> AbstractContextManager[Step]:
    """Do an act of the department that was asked: nobody else's, but for whoever registers its stamped paper."""
    return step(request.review.case_id, act, hand, _about(request, act, **said), department=request.department)


def _about(request: OpinionRequest, act: Act, **more: Any) -> Callable[[Case], dict[str, Any]]:
    """Tell of a request as it stands once the case is locked; who comes after its signature is told whose it was."""

    def said(case: Case) -> dict[str, Any]:
        read_again(request, act)
        if request.signed_on and case.state in TRANSITIONS[act].sources:
            raise Refused(act, (Message("request_not_open"), _signature(request)))
        runs = request.review.ended_on is None and request.signed_on is None
        follows_on = max(case.state_since, request.asked_on)
        return {"request_open": runs, "follows_on": follows_on, "opinion_written": bool(request.stance)} | more

    return said


def _signature(request: OpinionRequest) -> Message:
    paper, signed_by = request.paper, request.signed_by
    who = paper.issuer if paper else signed_by.name if signed_by else ""
    return Message("opinion_signed_already", {"who": who, "on": request.signed_on})


class Said:
    """One remark of an opinion: a clause, of the plan or of one cluster, the stance and the words."""

    def __init__(self, clause: str, stance: Stance, words: str = "", cluster: PlannedCluster | None = None) -> None:
        self.clause = clause
        self.stance = stance
        self.words = words
        self.cluster = cluster


def draft_opinion(request: OpinionRequest, stance: Stance, words: str, remarks: Sequence[Said], hand: Hand) -> None:
    """Save what the department is going to say; it is seen inside the department only until it is signed.

    Advice or an objection that stands under no clause is a remark on the plan as a whole, so that it is answered too.
    Raises Refused for one without words.
    """
    if stance.wants_answer and not any(Stance(each.stance).wants_answer for each in remarks):
        remarks = [*remarks, Said(WHOLE_PLAN, stance, words)]
    with _own(request, Act.GIVE_OPINION, hand) as this:
        if lacks := [each for said in remarks for each in problems(_remark(request, said))]:
            raise Refused(this.act, tuple(lacks))
        this.remove(*request.remarks.all())
        request.stance, request.words = stance, words
        request.handled_by, request.drafted_at = request.handled_by or hand.person, timezone.now()
        this.save(request)
        this.save(*[
            Remark(request=request, clause=each.clause, cluster=each.cluster, stance=each.stance, words=each.words)
            for each in remarks
        ])  # fmt: skip


def _remark(request: OpinionRequest, said: Said) -> opinions.Remark:
    return opinions.Remark(request.department_id, said.clause, Stance(said.stance), said.words)


def sign_opinion(request: OpinionRequest, hand: Hand) -> None:
    """Sign the opinion off: from now on the department is bound by it (by its leader, or by its stamped paper)."""
    with _own(request, Act.SIGN_OPINION, hand) as this:
        request.signed_on, request.paper, request.reopened = hand.on, hand.paper, False
        request.signed_by = None if hand.paper else hand.person
        this.save(request)


def answer_remark(remark: Remark, adoption: Adoption, answer: str, hand: Hand) -> None:
    """Answer one remark: adopted, partly, or not, with the reason (采纳情况). The last answer stands."""

    def said(_case: Case) -> dict[str, Any]:
        read_again(remark, Act.ANSWER_OPINION)
        waits = remark.request.signed_on is not None and remark.request.review.ended_on is None
        return {"reason": answer or str(Adoption(adoption).label), "opinions_unanswered": int(waits)}

    with step(remark.request.review.case_id, Act.ANSWER_OPINION, hand, said) as this:
        remark.adoption, remark.answer = adoption, answer
        this.save(remark)


def settle(review: Review, clause: str, words: str, hand: Hand) -> Settlement:
    """Settle a contradiction between departments about one clause; the last settlement stands."""

    def said(_case: Case) -> dict[str, Any]:
        read_again(review, Act.SETTLE_CONFLICT)
        found = [each for each in conflicts(review) if each.clause == clause and review.ended_on is None]
        return {"reason": words, "conflicts_open": len(found)}

    with step(review.case_id, Act.SETTLE_CONFLICT, hand, said) as this:
        rows = Settlement.objects.filter(review=review, clause=clause)
        settlement = rows.first() or Settlement(review=review, clause=clause)
        settlement.words, settlement.settled_by, settlement.settled_on = words, hand.person, hand.on
        this.save(settlement)
    return settlement
