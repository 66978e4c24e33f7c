"""Due days follow a change of the calendar or of the promised time limits, in the transaction of that change."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.cases.clocks import moves_by_case
from jijuqu.cases.due_days import refresh_due_days
from jijuqu.cases.models import Case
from jijuqu.journal.actions import record
from jijuqu.procedure.clocks import RUNS_IN
from jijuqu.reference.models import TimeLimit
from jijuqu.reference.queries import calendar

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from jijuqu.accounts.models import Person

TIMED = frozenset().union(*RUNS_IN.values())
AT_A_TIME = 500


@contextmanager
def following(*, actor: Person | None, on: datetime.date) -> Iterator[None]:
    """Let the due days of all cases on a clock follow what is done to the calendar or to time limits inside.

    The cases are locked first: whoever acts on a case locks it before the end of the chain. An event is recorded for
    each case of which a department or the district is due on another day than it was told.
    """
    with transaction.atomic():
        locked = Case.objects.select_for_update(of=("self",)).filter(state__in=TIMED).order_by("pk")
        cases = list(locked.only("pk", "state", "due_on"))
        yield
        known, promised = calendar(), list(TimeLimit.objects.all())
        for start in range(0, len(cases), AT_A_TIME):
            some = cases[start : start + AT_A_TIME]
            moves = moves_by_case(some)
            before = {case.pk: case.due_on for case in some}
            for case in some:
                changed = refresh_due_days(case, moves[case.subject], known, promised)
                for each in changed:
                    each.save(update_fields=["due_on"])
                if changed:
                    record("cases.follow_calendar", case.subject, actor=actor, on=on, wrote=changed)
            Case.objects.bulk_update([case for case in some if case.due_on != before[case.pk]], ["due_on"])
