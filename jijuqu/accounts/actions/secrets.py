"""Passwords and second factors: what is known or held by one person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db import transaction

from jijuqu.accounts.actions.people import initial_password, record_about

if TYPE_CHECKING:
    from jijuqu.accounts.models import Person


def change_password(person: Person, password: str) -> None:
    """Set the password that a person chose for themselves."""
    person.set_password(password)
    person.password_is_initial = False
    _save_password(person, "accounts.change_password", person)


def reset_password(person: Person, *, actor: Person | None, reason: str) -> str:
    """Give a person a new initial password and return it; every session of theirs ends with the old one."""
    password = initial_password(person)
    _save_password(person, "accounts.reset_password", actor, reason=reason)
    return password


@transaction.atomic
def _save_password(person: Person, act: str, actor: Person | None, **details: str) -> None:
    person.save(update_fields=["password", "password_is_initial"])
    record_about(person, act, actor, **details)


def set_second_factor(person: Person) -> None:
    """Record that a person set up a second factor; the sign-in library wrote it."""
    record_about(person, "accounts.set_second_factor", person)


@transaction.atomic
def reset_second_factor(person: Person, *, actor: Person | None, reason: str) -> None:
    """Take away a second factor that was lost, recovery codes too; whoever needs one sets it up at the next sign-in."""
    Authenticator.objects.filter(user=person).delete()
    record_about(person, "accounts.reset_second_factor", actor, reason=reason)
