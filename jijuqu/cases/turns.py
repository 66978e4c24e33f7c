"""Whose turn a case, a request or a seat is: conditions for queries, read from what a person holds on a day.

Whose turn it is follows from the state of a case, and in a joint review from the opinions that are awaited: while none
of them is overdue the organising officer waits. At the city an officer sees the cases of their own desk and those that
nobody has taken, unless all are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q

from jijuqu.accounts.permission_table import SIGHTS, Sight
from jijuqu.cases.models import OpinionRequest, Panel
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.states import FINAL, State

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Powers

S = State
DISTRICT_SIDE = frozenset(state for state in State if state.side is Level.DISTRICT) - FINAL - {S.SUSPENDED}
CITY_SIDE = frozenset(State) - DISTRICT_SIDE - FINAL - {S.SUSPENDED}
TURN = {
    Role.DRAFTER: {S.DRAFTING, S.DISTRICT_REVIEW, S.READY, S.CORRECTION},
    Role.DISTRICT_LEADER: {S.DISTRICT_DECISION},
    Role.CITY_OFFICER: {S.APPLIED, S.RECEIVED, S.CITY_REVIEW, S.DECIDED},
    Role.CITY_LEADER: {S.CITY_DECISION},
}
WAITS_IN = {
    Role.DRAFTER: DISTRICT_SIDE | CITY_SIDE,
    Role.DISTRICT_LEADER: DISTRICT_SIDE | CITY_SIDE,
    Role.CITY_OFFICER: CITY_SIDE - {S.APPLIED},
    Role.CITY_LEADER: CITY_SIDE,
}


class Turns:
    """What is the turn of one person with the powers they hold on a day, and what they wait for."""

    def __init__(self, person: Person, powers: Powers, on: datetime.date, *, of_everybody: bool = False) -> None:
        self.person = person
        self.powers = powers
        self.on = on
        self.of_everybody = of_everybody

    def cases(self) -> Q:
        """Choose the cases whose next step is this person's; an empty condition where no role has one."""
        turn = Q()
        for each in self.powers.capacities:
            if each.role in TURN:
                own = Q(state__in=TURN[each.role] - {S.DISTRICT_REVIEW, S.CITY_REVIEW})
                if S.DISTRICT_REVIEW in TURN[each.role]:
                    own |= Q(state=S.DISTRICT_REVIEW) & ~(self._departments_in_time() & self._panel_settled())
                if S.CITY_REVIEW in TURN[each.role]:
                    own |= Q(state=S.CITY_REVIEW) & ~self._departments_in_time()
                turn |= own & self._reached(each.role, each.holder)
        return turn

    def cases_waited_for(self) -> Q:
        """Choose the cases on their way that are somebody else's turn; an empty condition where no role waits."""
        on_its_way = Q()
        for each in self.powers.capacities:
            if each.role in WAITS_IN:
                states = WAITS_IN[each.role]
                suspended = Q(state=S.SUSPENDED, suspended_from__in=states)
                on_its_way |= (Q(state__in=states) | suspended) & self._reached(each.role, each.holder)
        return on_its_way & ~self.cases() if on_its_way else on_its_way

    def requests(self) -> Q:
        """Choose the requests to one's own departments to be written, or to be signed, by this person."""
        mine = Q(handled_by__isnull=True) | Q(handled_by=self.person)
        to_write = Q(stance="") | Q(reopened=True, drafted_at__date__lte=F("review__case__state_since"))
        write, sign = self.departments(Role.REVIEWER), self.departments(Role.SIGNATORY)
        return (Q(department__in=write) & mine & to_write) | (Q(department__in=sign) & ~Q(stance=""))

    def departments(self, *roles: Role) -> set[str]:
        """Give the organisations for which the person holds one of the roles."""
        return {each.organisation for each in self.powers.capacities if each.role in roles}

    def _reached(self, role: Role, holder: str) -> Q:
        if SIGHTS[role] is Sight.HOLDER:
            return Q(holder=holder)
        if role is Role.CITY_OFFICER and not self.of_everybody:
            return Q(city_officer=self.person) | Q(city_officer__isnull=True)
        return Q(pk__isnull=False)

    def _departments_in_time(self) -> Q:
        """Tell of a case that opinions are awaited and none of them is overdue."""
        awaited = OpinionRequest.objects.filter(
            review__case=OuterRef("pk"), review__ended_on__isnull=True, signed_on__isnull=True
        )
        return Q(Exists(awaited)) & ~Q(Exists(awaited.filter(due_on__lt=self.on)))

    def _panel_settled(self) -> Q:
        """Tell of a case that its experts are called and their meeting is still to come, or that they reported."""
        settled = ~Q(verdict="") | Q(meets_on__gt=self.on)
        return Q(Exists(Panel.objects.filter(settled, case=OuterRef("pk"))))
