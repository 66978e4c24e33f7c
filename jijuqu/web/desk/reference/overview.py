"""规则与日历 at a glance: the years of the calendar, 承诺时限, entered parameters, and where the rest is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.procedure.clocks import Kind
from jijuqu.reference.models import AccessEntry, Industry, WorkingYear
from jijuqu.reference.queries import time_limits_on
from jijuqu.registry.queries import layers_on, parks_on
from jijuqu.tables.dated import in_force_on
from jijuqu.web.desk.reference.parameters import open_parameters
from jijuqu.web.desk.signed_in import powers_on, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from jijuqu.reference.models import TimeLimit
    from jijuqu.words.text import Text

YEARS_AHEAD, YEARS_BACK = 2, 2  # that have a row; those before are only linked to


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the calendar; `known` None: its holidays are not published yet."""

    number: int
    known: WorkingYear | None


@dataclass(frozen=True, slots=True)
class Promise:
    """What is waited for, and the working days promised for it on the day; none for what the notice leaves open."""

    kind: str
    label: Text
    limit: TimeLimit | None
    may_be_set: bool


@require_safe
@requires(Permission.KEEP_REFERENCE)
def reference(request: HttpRequest) -> HttpResponse:
    """Show what stands today, each with the way to change it."""
    day = today(request)
    years = _years(day)
    context = {
        "day": day,
        "years": [each for each in years if each.number >= day.year - YEARS_BACK],
        "earlier": [each for each in years if each.number < day.year - YEARS_BACK],
        "promises": _promises(day),
        "parameters": open_parameters(day),
        "access_entries": AccessEntry.objects.filter(in_force_on(day)).count(),
        "industries": Industry.objects.count(),
        "parks": parks_on(day).count(),
        "layers": layers_on(day).count(),
        "keeps_experts": Permission.ORGANISE_REVIEW in powers_on(request).permissions,
    }
    return render(request, "desk/reference.html", context)


def _years(day: date) -> list[Year]:
    """List the years from the last to the first, up to the one after next."""
    known = {each.year: each for each in WorkingYear.objects.all()}
    newest, oldest = max([day.year + YEARS_AHEAD, *known]), min([day.year, *known])
    return [Year(year, known.get(year)) for year in range(newest, oldest - 1, -1)]


def _promises(day: date) -> list[Promise]:
    limits = {each.kind: each for each in time_limits_on(day)}
    return [Promise(kind.value, kind.label, limits.get(kind), kind is not Kind.REPLY_PROMPT) for kind in Kind]
