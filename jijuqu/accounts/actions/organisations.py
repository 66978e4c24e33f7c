"""Entering organisations and mending what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from jijuqu.journal.actions import record

if TYPE_CHECKING:
    from jijuqu.accounts.models import Organisation, Person


@transaction.atomic
def enter_organisation(organisation: Organisation, *, actor: Person | None) -> Organisation:
    """Enter a new organisation. Raises ValidationError for a row that is not whole or stands there already."""
    organisation.full_clean()
    organisation.save(force_insert=True)
    _record("accounts.enter_organisation", organisation, actor)
    return organisation


@transaction.atomic
def amend_organisation(organisation: Organisation, *, actor: Person | None) -> Organisation:
    """Write what was changed in an organisation: the name on its seal, its first or last day, who came after it.

    What it had taken over from others goes on to its successor with its own work.
    """
    organisation.full_clean()
    organisation.save(force_update=True)
    passed_on = list(organisation.predecessors.all()) if organisation.successor else []
    for each in passed_on:
        each.successor = organisation.successor
        each.save(force_update=True)
    _record("accounts.amend_organisation", organisation, actor, *passed_on)
    return organisation


def _record(act: str, organisation: Organisation, actor: Person | None, *also: Organisation) -> None:
    record(
        act,
        f"organisation:{organisation.pk}",
        actor=actor,
        on=timezone.localdate(),
        wrote=(organisation, *also),
        details={"name": organisation.name_zh},
    )
