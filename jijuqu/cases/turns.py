"""Whose turn a case, a request or a seat is: conditions for queries, read from what a person holds on a day.

Whose turn it is follows from the state of a case, and in a joint review from the opinions that are awaited: while none
of them is overdue the organising officer waits. At the city an officer sees the cases of their own desk and those that
nobody has taken, unless all are asked for.
"""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q

from jijuqu.accounts.permission_table import SIGHTS, Sight
from jijuqu.cases.models import OpinionRequest, Panel
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.states import FINAL, State

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Capacity, Powers

S = State
DISTRICT_SIDE = frozenset(state for state in State if state.side is Level.DISTRICT) - FINAL - {S.SUSPENDED}
CITY_SIDE = frozenset(State) - DISTRICT_SIDE - FINAL - {S.SUSPENDED}
REVIEWS = frozenset({S.DISTRICT_REVIEW, S.CITY_REVIEW})
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
        return next(iter(_any(self.cases_by_kind())), Q())

    def cases_by_kind(self) -> list[Q]:
        """Choose the same in parts that each read one index in its order: each review by itself, all other states."""
        held = [each for each in self.powers.capacities if each.role in TURN]
        plain = [Q(state__in=TURN[each.role] - REVIEWS) & self._reached(each) for each in held]
        district = [self._reached(each) for each in held if S.DISTRICT_REVIEW in TURN[each.role]]
        city = [self._reached(each) for each in held if S.CITY_REVIEW in TURN[each.role]]
        in_time = self._departments_in_time()
        return [
            *_any(plain),
            *(Q(state=S.DISTRICT_REVIEW) & each & ~(in_time & self._panel_settled()) for each in _any(district)),
            *(Q(state=S.CITY_REVIEW) & each & ~in_time for each in _any(city)),
        ]

    def waited_for_by_kind(self) -> list[Q]:
        """Choose the cases on their way that are somebody else's turn, in such parts again."""
        held = [each for each in self.powers.capacities if each.role in WAITS_IN]
        plain, suspended, district, city = [], [], [], []
        for each in held:
            states, reached = WAITS_IN[each.role], self._reached(each)
            plain.append(Q(state__in=states - REVIEWS - TURN[each.role]) & reached)
            suspended.append(Q(state=S.SUSPENDED, suspended_from__in=states) & reached)
            if S.DISTRICT_REVIEW in states:
                others = self._departments_in_time() & self._panel_settled() if each.role is Role.DRAFTER else Q()
                district.append(Q(state=S.DISTRICT_REVIEW) & reached & others)
            others = self._departments_in_time() if each.role is Role.CITY_OFFICER else Q()
            city.append(Q(state=S.CITY_REVIEW) & reached & others)
        parts = [*_any(plain), *_any(suspended), *_any(district), *_any(city)]
        return [part & ~self.cases() for part in parts] if len(held) > 1 else parts  # one's turn in another role

    def requests(self) -> Q:
        """Choose the requests to one's own departments to be written, or to be signed, by this person."""
        mine = Q(handled_by__isnull=True) | Q(handled_by=self.person)
        to_write = Q(stance="") | Q(reopened=True, drafted_at__date__lte=F("review__case__state_since"))
        write, sign = self.departments(Role.REVIEWER), self.departments(Role.SIGNATORY)
        return (Q(department__in=write) & mine & to_write) | (Q(department__in=sign) & ~Q(stance=""))

    def departments(self, *roles: Role) -> set[str]:
        """Give the organisations for which the person holds one of the roles, and those they took over from."""
        held = (each.organisations for each in self.powers.capacities if each.role in roles)
        return set[str]().union(*held)

    def _reached(self, each: Capacity) -> Q:
        """Choose the cases of the capacity's district; at the city those of one's own desk, unless all are wished."""
        if SIGHTS[each.role] is Sight.HOLDER:
            return Q(holder__in=each.holders)
        if each.role is Role.CITY_OFFICER and not self.of_everybody:
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


def _any(conditions: list[Q]) -> list[Q]:
    """Give the one condition that any of several holds, as a list; none where there are none."""
    return [functools.reduce(operator.or_, conditions)] if conditions else []
