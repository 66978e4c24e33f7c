"""Departures from what the notice asks in principle: justified in writing, accepted by a named person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.actions.drafting import editing
from jijuqu.cases.actions.step import read_again, step
from jijuqu.cases.models import Acceptance, Departure
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.policy.rule import Consequence
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Case, PlannedCluster


def justify(
    case_pk: int, rule: str, justification: str, hand: Hand, cluster: PlannedCluster | None = None
) -> Departure:
    """Justify a departure from a rule in writing (特殊情况说明); new words are to be accepted again.

    Raises Refused for a rule that knows no departure.
    """
    with editing(case_pk, hand, "justify") as this:
        this.refuse_stranger(cluster)
        notice = governing(max(hand.on, NOTICES[0].first_day))  # a plan may be drafted before the notice holds
        excusable = {each.name: each for each in notice.rules if each.consequence is Consequence.ASKS_REASON}
        if rule not in excusable:
            raise Refused(this.act, (Message("exception_unknown_rule", {"name": rule}),))
        clause = excusable[rule].clause
        known = Departure.objects.filter(case=this.case, rule=rule, cluster=cluster).first()
        departure = known or Departure(case=this.case, rule=rule, cluster=cluster)
        departure.clause, departure.justification, departure.written_by = clause, justification, hand.person
        this.remove(*departure.acceptances.all() if departure.pk else ())
        this.save(departure)
    return departure


def accept_departure(departure: Departure, accepted_by: str, hand: Hand) -> Acceptance:
    """Accept a departure on the side that the case is on; `accepted_by` names the person who answers for it.

    Raises Refused where other words stand by now than those that were read.
    """
    read = departure.justification

    def said(_case: Case) -> dict[str, str]:
        read_again(departure, Act.ACCEPT_EXCEPTION)
        if departure.justification != read:
            raise Refused(Act.ACCEPT_EXCEPTION, (Message("row_gone"),))
        return {"reason": read, "accepted_by": accepted_by}

    with step(departure.case_id, Act.ACCEPT_EXCEPTION, hand, said) as this:
        acceptance = Acceptance(
            departure=departure, level=this.case.position.side, accepted_by=accepted_by, accepted_on=hand.on,
            paper=hand.paper,
        )  # fmt: skip
        this.save(acceptance)
    return acceptance
