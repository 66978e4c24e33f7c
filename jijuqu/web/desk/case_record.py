"""记录: everything that happened to a case, with the day it happened, the moment it was entered, and the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from jijuqu.cases.models import Snapshot
from jijuqu.procedure.acts import Act
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.language import page_language
from jijuqu.words.desk import OTHER_EVENTS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Event


@dataclass(frozen=True, slots=True)
class Line:
    """One event: what was done, in which role, what it led to, and the reason that was given."""

    event: Event
    act: str
    role: str
    led_to: str
    reason: str


@case_page
def case_record(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show the record of a case, the latest first; edits of the plan are left out on `?edits=0`."""
    head = head_of(request, seen, "case-record")
    shows_edits = request.GET.get("edits") != "0"
    events = [each for each in reversed(head.events) if shows_edits or each.act != Act.EDIT_PLAN]
    context = {
        "head": head,
        "lines": [_line(each) for each in events],
        "shows_edits": shows_edits,
        "frozen": [(_act(each.act), each) for each in _snapshots(head.case)],
    }
    return render(request, "desk/case_record.html", context)


def _snapshots(case: Case) -> list[Snapshot]:
    return list(Snapshot.objects.filter(case=case).only("case", "number", "act", "taken_on", "notice"))


def _line(event: Event) -> Line:
    language, details = page_language(), event.details
    return Line(
        event,
        _act(event.act),
        Role(details["role"]).label.say(language) if "role" in details else "",
        State(details["state"]).label.say(language) if "state" in details else "",
        details.get("reason", ""),
    )


def _act(name: str) -> str:
    if name in set(Act):
        return Act(name).label.say(page_language())
    return OTHER_EVENTS[name].say(page_language()) if name in OTHER_EVENTS else name
