"""Departures from what the notice asks in principle: justified in writing, accepted by a named person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.actions.drafting import editing
from jijuqu.cases.actions.step import step
from jijuqu.cases.models import Acceptance, Departure
from jijuqu.policy.notices import governing
from jijuqu.procedure.acts import Act

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import PlannedCluster


def justify(
    case_pk: int, rule: str, justification: str, hand: Hand, cluster: PlannedCluster | None = None
) -> Departure:
    """Justify a departure from a rule in writing (特殊情况说明); the last words stand until somebody accepts them."""
    with editing(case_pk, hand) as this:
        clause = next(each.clause for each in governing(hand.on).rules if each.name == rule)
        known = Departure.objects.filter(case=this.case, rule=rule, cluster=cluster).first()
        departure = known or Departure(case=this.case, rule=rule, cluster=cluster)
        departure.clause, departure.justification, departure.written_by = clause, justification, hand.person
        this.remove(*departure.acceptances.all() if departure.pk else ())
        this.save(departure)
    return departure


def accept_departure(departure: Departure, accepted_by: str, hand: Hand) -> Acceptance:
    """Accept a departure on the side that the case is on; `accepted_by` names the person who answers for it."""
    said = {"reason": departure.justification, "accepted_by": accepted_by}
    with step(departure.case_id, Act.ACCEPT_EXCEPTION, hand, said) as this:
        acceptance = Acceptance(
            departure=departure, level=this.case.position.side, accepted_by=accepted_by, accepted_on=hand.on,
            paper=hand.paper,
        )  # fmt: skip
        this.save(acceptance)
    return acceptance
