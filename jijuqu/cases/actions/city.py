"""The commission's part (二（三）4–6): receipt, correction, joint review, decision, the number of the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jijuqu.cases.actions.step import step
from jijuqu.cases.clocks import correction_due_day
from jijuqu.cases.facts import last_review
from jijuqu.cases.freezing import changed_since_frozen
from jijuqu.cases.models import Correction, CorrectionItem, Outcome, Verdict
from jijuqu.cases.opinions import touched
from jijuqu.cases.queries import whole
from jijuqu.cases.register import claim_slots, clusters_without_place, enter_approved, release_slots
from jijuqu.cases.standing import EARLIEST_DAY, called
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.roles import Level
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.cases.models import Case, PlannedCluster, Review
    from jijuqu.procedure.standing import Ground


def receive(case_pk: int, hand: Hand, *, slot_reason: str = "") -> None:
    """Register the receipt of the application on `hand.on` (收文登记); its clusters take the district's places.

    After the notice's last day it is refused, and `decline` is what remains. A sixth place wants `slot_reason`.
    """
    with step(case_pk, Act.RECEIVE, hand, {"received_on": hand.on}, freezes=True) as this:
        this.case.received_on, this.case.city_officer = hand.on, hand.person
        claim_slots(this, this.case.clusters.all(), slot_reason)


def decline(case_pk: int, hand: Hand, *, received_on: datetime.date, ground: Ground) -> None:
    """Do not accept the application (不予受理), on a ground that is true of it."""
    if received_on < EARLIEST_DAY:
        raise Refused(
            Act.DECLINE,
            (Message("date_too_early", {"what": RECEIVED_ON, "day": received_on, "earliest": EARLIEST_DAY}),),
        )
    with step(case_pk, Act.DECLINE, hand, {"received_on": received_on, "ground": ground}, freezes=True) as this:
        this.case.received_on, this.case.closed_on, this.case.city_officer = received_on, hand.on, hand.person
        this.details |= {"ground": ground}


RECEIVED_ON = Text("收文日期", "The day of receipt,")
UNDECIDED = (Verdict.OPEN, "")
WHOLE_ITEM = ("clause", "wanted", "reason", "would_do")


class Wanted:
    """One thing to be completed: clause, what, why, what would do; of the plan or of one cluster."""

    def __init__(
        self, clause: str, wanted: str, reason: str, would_do: str, cluster: PlannedCluster | None = None
    ) -> None:
        self.columns = {"clause": clause, "wanted": wanted, "reason": reason, "would_do": would_do, "cluster": cluster}


def request_correction(case_pk: int, items: Sequence[Wanted], hand: Hand) -> Correction:
    """Send the plan back to be completed: every item at once."""
    incomplete = sum(not all(str(each.columns[name]).strip() for name in WHOLE_ITEM) for each in items)
    said = {"correction_items": len(items), "correction_items_incomplete": incomplete}
    with step(case_pk, Act.REQUEST_CORRECTION, hand, said) as this:
        correction = Correction(
            case=this.case,
            number=this.case.corrections.count() + 1,
            asked_on=hand.on,
            due_on=correction_due_day(hand.on),
        )
        this.save(correction)
        this.save(*[CorrectionItem(correction=correction, **each.columns) for each in items])
    return correction


def answer_item(item: CorrectionItem, answer: str, hand: Hand) -> None:
    """Say how one item was completed."""
    with step(item.correction.case_id, Act.EDIT_PLAN, hand) as this:
        this.details["part"] = "answers"
        this.read_again(item)
        if item.correction.answered_on:
            raise Refused(this.act, (Message("row_gone"),))
        item.answer = answer
        this.save(item)


def resubmit(case_pk: int, hand: Hand) -> None:
    """Send the completed plan again; only opinions about clauses that were touched open again.

    Touched is what was asked for and what was changed since the plan was last frozen.
    A cluster added meanwhile, before the last day, takes a place; a sixth wants `hand.reason`.
    """
    with step(case_pk, Act.RESUBMIT, hand, freezes=True) as this:
        claim_slots(this, clusters_without_place(this.case), hand.reason)
        correction = this.case.corrections.get(answered_on=None)
        correction.answered_on = hand.on
        this.save(correction)
        review = last_review(this.case, Level.CITY)
        if review and review.ended_on is None:
            _reopen(this, review, correction)


def _reopen(this: Step, review: Review, correction: Correction) -> None:
    """Open the opinions again that speak of a clause that was asked about or changed since the last frozen version."""
    changed = changed_since_frozen(whole(this.case.pk), this.hand.on)
    clauses = {item.clause for item in correction.items.all()} | {each for one in changed for each in one.clauses}
    for request in review.requests.all():
        if request.signed_on and touched(request, clauses):
            request.signed_on, request.signed_by, request.paper, request.reopened = None, None, None, True
            this.save(request)


def submit_to_city(case_pk: int, hand: Hand) -> None:
    """Put the reviewed plan before the commission's leaders."""
    with step(case_pk, Act.SUBMIT_TO_CITY, hand) as this:
        review = last_review(this.case, Level.CITY)
        if review:
            review.ended_on = hand.on
            this.save(review)


def return_by_city(case_pk: int, hand: Hand) -> None:
    """Send it back to the review with a reason."""
    with step(case_pk, Act.RETURN_BY_CITY, hand) as this:
        review = last_review(this.case, Level.CITY)
        if review:
            review.ended_on = None
            this.save(review)


def decide(case_pk: int, verdicts: Mapping[int, tuple[Verdict, str]], hand: Hand) -> None:
    """Decide on each cluster (by number: verdict and, for a refusal, the reason with its clause).

    In one transaction: the findings frozen, the event, an unpublished entry in the register for each approved cluster,
    and the places of the others free again.
    """
    approved = [number for number, (verdict, _) in verdicts.items() if verdict == Verdict.APPROVED]
    without_reason = sum(verdict == Verdict.REFUSED and not why.strip() for verdict, why in verdicts.values())

    def said(case: Case) -> dict[str, Any]:
        clusters = case.clusters.all()
        if unknown := verdicts.keys() - {each.number for each in clusters}:
            raise Refused(Act.DECIDE, (Message("cluster_numbers_unknown", {"numbers": _in_a_row(unknown)}),))
        undecided = [each for each in clusters if verdicts.get(each.number, UNDECIDED)[0] == Verdict.OPEN]
        return {
            "approved": approved, "refusals_without_reason": without_reason,
            "undecided_clusters": tuple(called(each) for each in undecided),
        }  # fmt: skip

    with step(case_pk, Act.DECIDE, hand, said, freezes=True) as this:
        case = this.case
        for cluster in case.clusters.all():
            cluster.verdict, cluster.verdict_reason = verdicts[cluster.number]
            this.save(cluster)
        case.decided_on, case.outcome = hand.on, _outcome(len(approved), len(verdicts))
        enter_approved(this, [each for each in case.clusters.all() if each.verdict == Verdict.APPROVED])
        release_slots(this, [each for each in case.clusters.all() if each.verdict == Verdict.REFUSED], "refused")


def _in_a_row(numbers: Iterable[int]) -> str:
    return "、".join(str(each) for each in sorted(numbers))


def _outcome(approved: int, clusters: int) -> Outcome:
    if not approved:
        return Outcome.REFUSED
    return Outcome.APPROVED if approved == clusters else Outcome.PARTLY
