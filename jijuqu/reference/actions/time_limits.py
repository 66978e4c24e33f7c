"""Acts on promised time limits (承诺时限)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.procedure.clocks import Kind
from jijuqu.reference.actions.succession import close_before
from jijuqu.reference.models import TimeLimit

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.accounts.models import Person


@transaction.atomic
def change_time_limit(kind: Kind, working_days: int, source: str, *, actor: Person | None, on: date) -> TimeLimit:
    """Promise another number of working days for one kind of clock from a day on.

    Raises ValidationError for a number outside 1 to 366, a missing source, and a day before the standing promise.
    """
    require(actor, Permission.KEEP_REFERENCE)
    if kind is Kind.REPLY_PROMPT:
        raise ValidationError(_("通知要求“及时函复”，没有规定天数，此项不设时限（二（三）6）。"))
    wrote = close_before(TimeLimit.objects.filter(kind=kind), on)
    limit = TimeLimit(kind=kind.value, working_days=working_days, source_zh=source, first_day=on)
    limit.full_clean()
    limit.save()
    details = {"working_days": working_days, "source": source}
    record("reference.change_time_limit", f"limit:{kind}", actor=actor, on=on, wrote=[*wrote, limit], details=details)
    return limit
