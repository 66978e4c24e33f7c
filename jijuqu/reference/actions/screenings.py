"""Acts on screenings (选址筛查) that are kept. A screening decides nothing, so one that is not wanted may go."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import GRANTED, Permission, powers_of, require
from jijuqu.journal.actions import record
from jijuqu.journal.stored import row_key
from jijuqu.reference.kept_screenings import digest_of, folder_of
from jijuqu.reference.models import KeptScreening

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from jijuqu.accounts.models import Person


def keep_screening(screening: KeptScreening, result: Path, *, actor: Person, on: date) -> KeptScreening:
    """Keep a screening, and move the folder with its result to its place; the same result twice is kept once.

    `result` lies in the same file system (`settings.SCREENINGS`) and is as `land.screening.saved.save` made it. Raises
    ValidationError for a name that is missing or taken; the result stays where it is then.
    """
    screening.made_by, screening.made_on, screening.digest = actor, on, digest_of(result)
    place = folder_of(screening.digest)
    with transaction.atomic():
        _require_own(actor, screening)
        screening.full_clean()
        screening.save(force_insert=True)
        details = {"name": screening.name, "digest": screening.digest, "counts": screening.counts}
        subject = f"screening:{screening.pk}"
        record("reference.keep_screening", subject, actor=actor, on=on, wrote=[screening], details=details)
        if not place.exists():
            result.rename(place)  # last of all: where it fails, nothing is on record
    return screening


@transaction.atomic
def remove_screening(screening: KeptScreening, *, actor: Person, on: date) -> None:
    """Remove a kept screening with its result; that it was there stays in the journal."""
    _require_own(actor, screening)
    details = {"name": screening.name, "digest": screening.digest}
    subject, row = f"screening:{screening.pk}", row_key(screening)
    screening.delete()
    record("reference.remove_screening", subject, actor=actor, on=on, removed=[row], details=details)
    if not KeptScreening.objects.filter(digest=screening.digest).exists():
        transaction.on_commit(partial(shutil.rmtree, folder_of(screening.digest), ignore_errors=True))


def _require_own(actor: Person, screening: KeptScreening) -> None:
    """Leave a screening to those who screen for its own organisation."""
    require(actor, Permission.SCREEN_SITES)
    held = powers_of(actor, timezone.localdate()).capacities
    screens_for = {each.organisation for each in held if Permission.SCREEN_SITES in GRANTED[each.role]}
    if screening.organisation_id not in screens_for:
        raise PermissionDenied(
            _("这次筛查属于%(organisation)s，请由该单位的经办人办理。") % {"organisation": screening.organisation.name}
        )
