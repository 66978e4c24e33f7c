"""Who is told of an act on a case, and why: whoever has to act next, whoever asked, and those who watch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from jijuqu.accounts.actions.notices import notify
from jijuqu.accounts.models import Organisation, Person
from jijuqu.accounts.permissions import appointments_on
from jijuqu.accounts.queries import acting_for, acting_in_place_of
from jijuqu.accounts.reasons import Reason
from jijuqu.cases.models import OpinionRequest, PanelSeat
from jijuqu.procedure.acts import Act
from jijuqu.procedure.roles import Level, Role
from jijuqu.words.text import Text

if TYPE_CHECKING:
    import datetime

    from django.db.models import QuerySet

    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Event

PAGE = "/desk/cases/{number}/"  # a path that `web` keeps: notices outlive any one version of the pages
# Whoever has to act next.
NEXT: dict[Act, Role] = {
    Act.SUBMIT_TO_DISTRICT: Role.DISTRICT_LEADER,
    Act.APPROVE_BY_DISTRICT: Role.DRAFTER,
    Act.RETURN_BY_DISTRICT: Role.DRAFTER,
    Act.APPLY: Role.CITY_OFFICER,
    Act.REQUEST_CORRECTION: Role.DRAFTER,
    Act.RESUBMIT: Role.CITY_OFFICER,
    Act.SUBMIT_TO_CITY: Role.CITY_LEADER,
    Act.RETURN_BY_CITY: Role.CITY_OFFICER,
    Act.DECIDE: Role.CITY_OFFICER,
}
# Whose case it is, and who is to know how it goes on.
KNOWS: dict[Act, tuple[Role, ...]] = {
    Act.RECEIVE: (Role.DRAFTER,),
    Act.DECLINE: (Role.DRAFTER, Role.DISTRICT_LEADER),
    Act.START_CITY_REVIEW: (Role.DRAFTER,),
    Act.REGISTER_REPLY: (Role.DRAFTER, Role.DISTRICT_LEADER),
    Act.WITHDRAW: (Role.CITY_OFFICER,),
    Act.SUSPEND: (Role.DRAFTER,),
    Act.RESUME: (Role.DRAFTER,),
    Act.EXTEND: (Role.DRAFTER,),
}
# What lets departments write: those who are asked or reminded, or whose opinion a resubmission opens again.
TO_DEPARTMENTS = {
    Act.START_DISTRICT_REVIEW, Act.START_CITY_REVIEW, Act.ASK_DEPARTMENT, Act.REMIND_DEPARTMENT, Act.RESUBMIT,
}  # fmt: skip
OF_DEPARTMENTS = (Role.REVIEWER, Role.SIGNATORY)
OFFICER = {Level.DISTRICT: Role.DRAFTER, Level.CITY: Role.CITY_OFFICER}


def tell(case: Case, event: Event, *, has_moved: bool) -> None:
    """Tell everybody whom an act concerns, each once, inside its transaction."""
    act = Act(event.act)
    if act in NEXT:
        _tell(case, event, _holding((NEXT[act],), case, event.on), Reason.TO_DO)
    if act in TO_DEPARTMENTS:
        _tell(case, event, _asked(case, event), Reason.TO_DO)
    if act is Act.HAND_OVER_OPINION:
        _tell(case, event, Person.objects.filter(pk=event.details["handed_to"]), Reason.TO_DO)
    if act is Act.CONVENE_EXPERTS:
        seats = PanelSeat.objects.filter(panel__case=case, excluded_because="", panel__verdict="")
        _tell(case, event, Person.objects.filter(expert__seats__in=seats).distinct(), Reason.TO_DO)
    if act is Act.SIGN_OPINION:
        _tell(case, event, _holding((OFFICER[case.position.side],), case, event.on), Reason.TAKES_PART)
    if act in KNOWS:
        _tell(case, event, _holding(KNOWS[act], case, event.on), Reason.TAKES_PART)
    if has_moved:
        _tell(case, event, Person.objects.filter(watches__case=case), Reason.WATCHED)


def _tell(case: Case, event: Event, people: QuerySet[Person], reason: Reason) -> None:
    label = Act(event.act).label
    about = Text(f"{case.number} {case.title}：{label.zh}", f"{case.number} {case.title}: {label.en}")
    notify(event, people, reason, about=about, address=PAGE.format(number=case.number))


def _holding(roles: tuple[Role, ...], case: Case, on: datetime.date) -> QuerySet[Person]:
    """Find who holds a role for the case's district, or whatever came after it, or for the city, on a day."""
    there = Organisation.objects.filter(acting_for(str(case.holder_id), on) | Q(holder=""))
    held = appointments_on(on).filter(organisation__in=there.values("pk"), role__in=roles)
    return Person.objects.filter(appointments__in=held).distinct()


def _asked(case: Case, event: Event) -> QuerySet[Person]:
    """Find who writes or signs for the department that was asked or reminded, or for all that a review begins with."""
    open_ = OpinionRequest.objects.filter(review__case=case, review__ended_on=None, signed_on=None)
    if one := event.details.get("asked"):
        open_ = open_.filter(department=one)
    there = Organisation.objects.filter(acting_in_place_of(open_.values("department"), event.on))
    held = appointments_on(event.on).filter(organisation__in=there.values("pk"), role__in=OF_DEPARTMENTS)
    return Person.objects.filter(appointments__in=held).distinct()
