"""The letter of a kind that a case has, or the one it would have: what can be looked at before anybody drafts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from jijuqu.accounts.models import Organisation, OrganisationKind
from jijuqu.accounts.queries import acting_for
from jijuqu.cases.models import Letter
from jijuqu.procedure.roles import Level

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person
    from jijuqu.cases.models import Case

OF_THE_CITY = {"approval_reply", "refusal_reply", "completion_request", "non_acceptance"}
OF_THE_GOVERNMENT = {"application"}  # 各区县 apply, by 府函
OF_THE_DISTRICT = {"expert_report", "meeting_notice", "sign_in_sheet", "minutes", "executive_brief"}
NO_SERIAL = "未编号"


def letter_at_hand(case: Case, kind: str, on: datetime.date, drafter: Person | None) -> Letter | None:
    """Return the last letter of a kind in a case, else one as it would be drafted on that day, not saved.

    None where there is none and nobody is known who would draft it.
    """
    last = case.letters.filter(kind=kind).order_by("pk").last()
    drafter = drafter or case.city_officer or case.drafter
    if last or drafter is None:
        return last
    return Letter(
        case=case,
        kind=kind,
        issuer=issuer_of(case, kind, on),
        serial=NO_SERIAL,
        content={},
        drafted_by=drafter,
        drafted_on=on,
    )


def issuer_of(case: Case, kind: str, on: datetime.date) -> Organisation:
    """Return the office that sends a kind of letter on a day: the commission's, the district's, or the case's side's.

    For a district that is no more it is the office of the one that came after it.
    """
    if kind in OF_THE_CITY or (kind not in OF_THE_GOVERNMENT | OF_THE_DISTRICT and case.position.side is Level.CITY):
        return _office(Q(kind=OrganisationKind.COMMISSION), on)
    of_government = kind in OF_THE_GOVERNMENT
    wanted = OrganisationKind.DISTRICT_GOVERNMENT if of_government else OrganisationKind.DRAFTING_AUTHORITY
    return _office(Q(kind=wanted) & acting_for(str(case.holder_id), on), on)


def _office(wanted: Q, on: datetime.date) -> Organisation:
    """Return the one that is there on a day, else the last there was."""
    offices = Organisation.objects.filter(wanted).order_by("last_day", "code")
    there = [each for each in offices if each.is_in_force_on(on)]
    return (there or list(offices))[-1]
