"""Entering people, opening and closing their accounts, and taking their personal data away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from jijuqu.journal.actions import forget_past, record

if TYPE_CHECKING:
    from jijuqu.accounts.models import Person

# Letters and digits that nobody takes for one another when they are read out.
LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789"
INITIAL_PASSWORD_LENGTH = 16  # about 79 bits


def enter_person(person: Person, *, actor: Person | None) -> str:
    """Enter a new person and return the initial password, which is nowhere else and must be changed at first sign-in.

    Raises ValidationError for a row that is not whole or a user name that is taken.
    """
    password = initial_password(person)
    person.full_clean()
    with transaction.atomic():
        person.save(force_insert=True)
        record_about(person, "accounts.enter_person", actor)
    return password


def initial_password(person: Person) -> str:
    """Give a person (not yet saved) a random password that has to be changed; return it.

    It is hashed here, which takes long on purpose: before the transaction, so that nobody waits for it.
    """
    password = get_random_string(INITIAL_PASSWORD_LENGTH, LEGIBLE)
    person.set_password(password)
    person.password_is_initial = True
    return password


@transaction.atomic
def amend_person(person: Person, *, actor: Person) -> None:
    """Write what an administrator or the person changed: name, organisation, address, wishes about mail."""
    person.full_clean()
    person.save(force_update=True)
    record_about(person, "accounts.amend_person", actor)


@transaction.atomic
def close_account(person: Person, *, actor: Person, reason: str) -> None:
    """Keep a person out from now on, whatever they are appointed to."""
    person.is_active = False
    person.save(update_fields=["is_active"])
    record_about(person, "accounts.close_account", actor, reason=reason)


@transaction.atomic
def reopen_account(person: Person, *, actor: Person, reason: str) -> None:
    """Let a person in again."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    record_about(person, "accounts.reopen_account", actor, reason=reason)


@transaction.atomic
def forget_person(person: Person, *, actor: Person, reason: str) -> None:
    """Close an account and remove what is personal in it; acts on record keep its number, not its name."""
    person.username = f"forgotten-{person.pk}"
    person.name, person.email, person.phone = "（已清除）", "", ""
    person.is_active = False
    person.set_unusable_password()
    person.save(force_update=True)
    Authenticator.objects.filter(user=person).delete()
    person.sign_ins.all().delete()
    person.kept_forms.all().delete()
    forget_past(person)
    record_about(person, "accounts.forget_person", actor, reason=reason)


def record_about(person: Person, act: str, actor: Person | None, **details: str) -> None:
    """Record an act on a person's row; names and addresses stay in the row, where they can be removed."""
    record(
        act,
        f"person:{person.pk}",
        actor=actor,
        on=timezone.localdate(),
        wrote=(person,),
        details=details,
    )
