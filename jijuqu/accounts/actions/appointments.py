"""Granting roles and ending them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from jijuqu.accounts.models import Appointment, OrganisationKind, Person
from jijuqu.accounts.models.appointment import ADMINISTRATORS
from jijuqu.journal.actions import record
from jijuqu.procedure.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jijuqu.accounts.models import Organisation

_DEPARTMENTS = frozenset(
    {
        OrganisationKind.DEPARTMENT,
        OrganisationKind.PARK_OFFICE,
        OrganisationKind.DRAFTING_AUTHORITY,
        OrganisationKind.COMMISSION,
    }
)
_CITY = frozenset({OrganisationKind.COMMISSION})

# Where a role may be held; an expert may come from anywhere.
HELD_AT: Mapping[Role, frozenset[OrganisationKind]] = {
    Role.DRAFTER: frozenset({OrganisationKind.DRAFTING_AUTHORITY, OrganisationKind.DISTRICT_GOVERNMENT}),
    Role.DISTRICT_LEADER: frozenset({OrganisationKind.DISTRICT_GOVERNMENT}),
    Role.REVIEWER: _DEPARTMENTS,
    Role.SIGNATORY: _DEPARTMENTS,
    Role.EXPERT: frozenset(OrganisationKind),
    Role.CITY_OFFICER: _CITY,
    Role.CITY_LEADER: _CITY,
    Role.SYSTEM_ADMIN: _CITY,
    Role.SECURITY_ADMIN: _CITY,
    Role.AUDITOR: _CITY,
}


@transaction.atomic
def appoint(  # noqa: PLR0913 - an appointment has six parts
    person: Person,
    organisation: Organisation,
    role: Role,
    *,
    first_day: date,
    last_day: date | None = None,
    deputises_for: Person | None = None,
    actor: Person | None,
) -> Appointment:
    """Let a person act in a role for an organisation from the first to the last day, both included.

    With `deputises_for` they act in that person's place. Raises ValidationError where the role does not belong to such
    an organisation, the person would hold two of the three kinds of administrator at once, whoever is deputised for
    does not hold the role through these days, or the actor appoints themselves.
    """
    Person.objects.select_for_update().get(pk=person.pk)  # no two appointments of one person are weighed at once
    appointment = Appointment(
        person=person,
        organisation=organisation,
        role=role.value,
        first_day=first_day,
        last_day=last_day,
        deputises_for=deputises_for,
    )
    _refuse_self_appointment(appointment, actor)
    _refuse_where_role_is_not_held(appointment)
    appointment.full_clean()
    _refuse_second_kind_of_administrator(appointment)
    _refuse_deputy_of_nobody(appointment)
    appointment.save()
    _record("accounts.appoint", appointment, actor)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, *, last_day: date, actor: Person | None, reason: str = "") -> None:
    """Let an appointment end with a day, which still belongs to it; to keep somebody out at once, close the account.

    Raises ValidationError for a day before its first.
    """
    appointment.last_day = last_day
    appointment.full_clean()
    appointment.save(update_fields=["last_day"])
    _record("accounts.end_appointment", appointment, actor, reason=reason)


def _refuse_self_appointment(appointment: Appointment, actor: Person | None) -> None:
    if actor is not None and appointment.person_id == actor.pk:
        raise ValidationError(_("不能给本人授予角色，请由另一名安全管理员办理。"))


def _refuse_where_role_is_not_held(appointment: Appointment) -> None:
    if appointment.organisation.kind not in HELD_AT[Role(appointment.role)]:
        raise ValidationError(
            _("%(organisation)s不设这个角色，请改选单位或角色。") % {"organisation": appointment.organisation.name}
        )


def _refuse_second_kind_of_administrator(appointment: Appointment) -> None:
    """三员分立, day by day; the database itself holds it for appointments without a last day."""
    if appointment.role not in ADMINISTRATORS:
        return
    begins_in_time = Q() if appointment.last_day is None else Q(first_day__lte=appointment.last_day)
    ends_too_late = Q(last_day__isnull=True) | Q(last_day__gte=appointment.first_day)
    others = appointment.person.appointments.filter(begins_in_time, ends_too_late, role__in=ADMINISTRATORS)
    if others.exclude(role=appointment.role).exists():
        raise ValidationError(_("系统管理员、安全管理员、审计员不得由同一人担任，请另选一人。"))


def _refuse_deputy_of_nobody(appointment: Appointment) -> None:
    if appointment.deputises_for is None:
        return
    lasts = Q(last_day__isnull=True) | Q(last_day__gte=appointment.last_day)
    own = appointment.deputises_for.appointments.filter(
        lasts,
        first_day__lte=appointment.first_day,
        organisation=appointment.organisation,
        role=appointment.role,
        deputises_for__isnull=True,
    )
    if not own.exists():
        raise ValidationError(
            _("%(name)s在这些日期内不在该单位担任这个角色，无从代行；请核对日期、单位和角色。")
            % {"name": appointment.deputises_for.name}
        )


def _record(act: str, appointment: Appointment, actor: Person | None, **details: str) -> None:
    record(
        act,
        f"person:{appointment.person_id}",
        actor=actor,
        on=timezone.localdate(),
        wrote=(appointment,),
        details={
            "role": appointment.role,
            "organisation": appointment.organisation_id,
            "first_day": appointment.first_day.isoformat(),
            "last_day": appointment.last_day.isoformat() if appointment.last_day else None,
            "deputises_for": appointment.deputises_for_id,
            **details,
        },
    )
