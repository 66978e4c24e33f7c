"""What is read of people, organisations and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from django.db.models import Q

from jijuqu.accounts.models import Mail, Notification, Organisation, Person
from jijuqu.accounts.permissions import appointments_on
from jijuqu.journal.models import Event
from jijuqu.tables.dated import in_force_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from jijuqu.procedure.roles import Role


def organisations_on(on: date) -> QuerySet[Organisation]:
    """Return the organisations that exist on a day, those of the city first."""
    return Organisation.objects.filter(in_force_on(on)).order_by("holder", "code")


def acting_for(holder: str, on: date) -> Q:
    """Choose the organisations that act for a quota holder on a day: its own, and those that took over from its own."""
    return Q(holder=holder) | Q(predecessors__holder=holder, predecessors__last_day__lt=on)


def acting_in_place_of(organisations: Iterable[str] | QuerySet[Any], on: date) -> Q:
    """Choose the organisations that do the work of some on a day: themselves, and those that took over from them."""
    return Q(pk__in=organisations) | Q(predecessors__in=organisations, predecessors__last_day__lt=on)


def organisations_matching(words: str) -> QuerySet[Organisation]:
    """Return the organisations of any day whose code or name holds the words, all for none."""
    found = Q(code__icontains=words) | Q(name_zh__icontains=words) | Q(name_en__icontains=words)
    return Organisation.objects.filter(found).order_by("holder", "code")


def people_matching(words: str, role: str, on: date) -> QuerySet[Person]:
    """Return people whose user name, name or organisation holds the words, holding a role on a day if one is named."""
    found = Q(username__icontains=words) | Q(name__icontains=words)
    found |= Q(organisation__name_zh__icontains=words) | Q(organisation__name_en__icontains=words)
    people = Person.objects.filter(found).select_related("organisation")
    return people.filter(pk__in=appointments_on(on).filter(role=role).values("person")) if role else people


def holding(role: Role, on: date, *, organisation: str | None = None, holder: str | None = None) -> QuerySet[Person]:
    """Return who holds a role on a day, deputies among them: everywhere, at one organisation or in one holder's.

    Those of an organisation that took over are among them.
    """
    held = appointments_on(on).filter(role=role.value, person__is_active=True)
    if organisation is not None:
        there = Organisation.objects.filter(acting_in_place_of([organisation], on))
        held = held.filter(organisation__in=there.values("pk"))
    if holder is not None:
        held = held.filter(organisation__in=Organisation.objects.filter(acting_for(holder, on)).values("pk"))
    return Person.objects.filter(pk__in=held.values("person")).select_related("organisation")


def unread_count(person: Person) -> int:
    """Count what a person was told and has not read."""
    return Notification.objects.filter(person=person, read_at__isnull=True).count()


def has_second_factor(person: Person) -> bool:
    """Tell whether a person has set up a second factor."""
    return bool(Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists())


def events_by(person: Person) -> QuerySet[Event]:
    """Return what a person did, latest first."""
    return Event.objects.filter(actor=person).order_by("-number")


def mails_left() -> QuerySet[Mail]:
    """Return the mails that are not out yet, longest waiting first."""
    return Mail.objects.filter(sent_at__isnull=True).select_related("person")


def all_about(person: Person) -> dict[str, Any]:
    """Return everything that is held about a person, as plain values for a file; secrets are named, not shown."""
    return {
        "username": person.username,
        "name": person.name,
        "organisation": person.organisation.name_zh,
        "email": person.email,
        "phone": person.phone,
        "mail_wish": person.mail_wish,
        "mail_language": person.mail_language,
        "account_open": person.is_active,
        "entered_at": person.entered_at,
        "last_login": person.last_login,
        "password": "a salted hash, from which it cannot be read",
        "second_factor": "an encrypted secret" if has_second_factor(person) else None,
        "appointments": list(
            person.appointments.values("role", "organisation", "first_day", "last_day", "deputises_for__username")
        ),
        "sign_ins": list(person.sign_ins.values("at", "address", "succeeded")),
        "notifications": list(
            person.notifications.values("event", "reason", "about_zh", "address", "told_at", "read_at")
        ),
        "mails": list(person.mails.values("message_id", "made_at", "sent_at")),
        "kept_forms": list(person.kept_forms.values("address", "fields", "files", "kept_at")),
        "acts": list(events_by(person).values("number", "act", "subject", "on", "entered_at")),
    }
