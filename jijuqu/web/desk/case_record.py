"""记录: everything that happened to a case, with the day it happened, the moment it was entered, and the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.translation import gettext as _

from jijuqu.accounts.models import Organisation
from jijuqu.cases.models import FileKind, SectionKind, Snapshot
from jijuqu.procedure.acts import Act
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from jijuqu.web.desk.acts.parts import PARTS
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.language import page_language
from jijuqu.web.templatetags.names import act_name
from jijuqu.words.papers import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Event


@dataclass(frozen=True, slots=True)
class Line:
    """One event: what was done and to what, in which role and for whom, what it led to, and the reason given."""

    event: Event
    act: str
    about: str
    role: str
    office: str
    led_to: str
    reason: str


@case_page
def case_record(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show the record of a case, the latest first; edits of the plan are left out on `?edits=0`."""
    head = head_of(request, seen, "case-record")
    shows_edits = request.GET.get("edits") != "0"
    events = [each for each in reversed(head.events) if shows_edits or each.act != Act.EDIT_PLAN]
    offices = _offices(events)
    context = {
        "head": head,
        "lines": [_line(each, offices) for each in events],
        "shows_edits": shows_edits,
        "frozen": [(act_name(each.act), each) for each in _snapshots(head.case)],
    }
    return render(request, "desk/case_record.html", context)


def _snapshots(case: Case) -> list[Snapshot]:
    return list(Snapshot.objects.filter(case=case).only("case", "number", "act", "taken_on", "notice"))


def _offices(events: Iterable[Event]) -> Mapping[str, str]:
    """Name the offices for which people acted, by code."""
    codes = {each.details["organisation"] for each in events if "organisation" in each.details}
    return {code: each.name for code, each in Organisation.objects.in_bulk(codes).items()}


def _line(event: Event, offices: Mapping[str, str]) -> Line:
    language, details = page_language(), event.details
    return Line(
        event,
        act_name(event.act),
        _about(details),
        Role(details["role"]).label.say(language) if "role" in details else "",
        offices.get(details.get("organisation", ""), ""),
        State(details["state"]).label.say(language) if "state" in details else "",
        details.get("reason", ""),
    )


def _about(details: Mapping[str, Any]) -> str:
    """Say which part of the plan, material or letter an act was about; nothing where its name says it all."""
    said = []
    if details.get("part") in PARTS:
        said.append(str(PARTS[details["part"]].title))
    if "section" in details:
        said.append(str(SectionKind(details["section"]).label))
    if "cluster" in details:
        said.append(_("第%(number)s个集聚区") % {"number": details["cluster"]})
    if "material" in details:
        said.append(str(FileKind(details["material"]).label))
    if details.get("kind") in KINDS:
        said.append(f"{KINDS[details['kind']].say(page_language())} {details.get('number') or details.get('serial')}")
    return " · ".join(said)
