"""Acts on policy trials (政策测算) that are kept. A trial decides nothing, so one that is not wanted may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.journal.stored import row_key

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.accounts.models import Person
    from jijuqu.reference.models import KeptTrial


@transaction.atomic
def keep_trial(trial: KeptTrial, *, actor: Person, on: date) -> KeptTrial:
    """Keep a trial under its name. Raises ValidationError for a name that is missing or taken, or without a change."""
    require(actor, Permission.TRY_POLICY)
    trial.kept_by, trial.kept_on = actor, on
    trial.full_clean()
    trial.save(force_insert=True)
    details = {"name": trial.name, **_what_it_tried(trial), "flips": trial.flips}
    record("reference.keep_trial", f"trial:{trial.pk}", actor=actor, on=on, wrote=[trial], details=details)
    return trial


@transaction.atomic
def remove_trial(trial: KeptTrial, *, actor: Person, on: date) -> None:
    """Remove a kept trial; that it was there, and what it tried, stays in the journal."""
    require(actor, Permission.TRY_POLICY)
    details = {"name": trial.name, **_what_it_tried(trial)}
    subject, row = f"trial:{trial.pk}", row_key(trial)
    trial.delete()
    record("reference.remove_trial", subject, actor=actor, on=on, removed=[row], details=details)


def _what_it_tried(trial: KeptTrial) -> dict[str, object]:
    tried = {"changed": trial.changed, "draft": trial.draft, "draft_digest": trial.draft_digest}
    tried |= {"screening": trial.screening, "screening_digest": trial.screening_digest}
    return {name: value for name, value in tried.items() if value}
