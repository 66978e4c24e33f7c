"""改动对照: what is otherwise in a plan than in a frozen version: texts word by word, land with both maps, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jijuqu.cases.changes import SPECS, Aspect, Change, Frozen, Run, changes, compared, land_change
from jijuqu.cases.freezing import frozen
from jijuqu.cases.models import BodyKind, SectionKind, Snapshot
from jijuqu.land.measures import MU_M2
from jijuqu.procedure.acts import Act
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.language import page_language
from jijuqu.web.templatetags.names import act_name
from jijuqu.words.procedure_names import THE_WHOLE_PLAN
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case
    from jijuqu.web.desk.case_head import Head


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the plan that changed."""

    label: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Land:
    """A boundary that changed: both pictures, where there were both, and what came and went in mu."""

    cluster: int
    maps: list[tuple[int, str]]
    before_mu: float
    after_mu: float
    added_mu: float
    removed_mu: float


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else that changed, in words."""

    clause: str
    of: str
    what: str
    before: str
    after: str


@case_page
def case_changes(request: HttpRequest, seen: Case) -> HttpResponse:
    """Hold the plan as it stands against a frozen version: the one asked for, or that before the last resubmission."""
    head = head_of(request, seen, "case-record")
    versions = list(Snapshot.objects.filter(case=head.case).only("number", "act", "taken_on"))
    chosen = _chosen(versions, request.GET.get("since", ""))
    found = _since(head, chosen) if chosen else []
    context = {
        "head": head,
        "versions": [(each.number, act_name(each.act), each.taken_on) for each in versions],
        "chosen": chosen,
        "texts": [_text(each) for each in found if each.aspect is Aspect.TEXT],
        "lands": [_land(head.case, each) for each in found if each.aspect is Aspect.BOUNDARY],
        "others": [_other(each) for each in found if each.aspect not in {Aspect.TEXT, Aspect.BOUNDARY}],
        "corrections": [each for each in head.case.corrections.all() if each.answered_on],
    }
    return render(request, "desk/case_changes.html", context)


def _chosen(versions: Sequence[Snapshot], number: str) -> Snapshot | None:
    """Give the version of a number, else that before the last resubmission, else the last; None where there is none."""
    asked = next((each for each in versions if str(each.number) == number), None)
    resubmitted = [n for n, each in enumerate(versions) if each.act == Act.RESUBMIT and n]
    return asked or (versions[resubmitted[-1] - 1] if resubmitted else versions[-1] if versions else None)


def _since(head: Head, version: Snapshot) -> list[Change]:
    return changes(Frozen(version.plan, version.facts), frozen(head.case, head.judged()))


def _text(change: Change) -> Text:
    return Text(str(SectionKind(change.name).label), compared(change.before, change.after))


def _land(case: Case, change: Change) -> Land:
    there = {each.edition: each.pk for each in _boundaries(case, change.cluster)}
    editions = [each["edition"] for each in (change.before, change.after) if each and each["edition"] in there]
    moved = land_change(change)
    was, now = (each["area_m2"] / MU_M2 if each else 0 for each in (change.before, change.after))
    return Land(
        change.cluster or 0,
        [(edition, reverse("case-map", args=[case.number, there[edition]])) for edition in editions],
        was,
        now,
        moved.added_m2 / MU_M2,
        moved.removed_m2 / MU_M2,
    )


def _boundaries(case: Case, number: int | None) -> list[Any]:
    return [row for each in case.clusters.all() if each.number == number for row in each.boundaries.all()]


def _other(change: Change) -> Other:
    language = page_language()
    of = _("第%(number)s个集聚区") % {"number": change.cluster} if change.cluster else THE_WHOLE_PLAN.say(language)
    before, after = (_said(change, value) for value in (change.before, change.after))
    return Other(_("、").join(filter(None, change.clauses)) or "—", of, _what(change), before, after)


def _what(change: Change) -> str:
    match change.aspect:
        case Aspect.CLUSTER:
            return _("集聚区")
        case Aspect.INDUSTRY:
            return _("主导产业")
        case Aspect.BODY:
            return str(BodyKind(change.name).label)
        case Aspect.PROJECTS:
            return _("拟引进项目")
    return SPECS[change.name].label.say(page_language())


def _said(change: Change, value: Any) -> str:
    if value in (None, [], ""):
        return "—" if change.aspect is not Aspect.CLUSTER or value is None else _("主导产业未确定")
    if change.aspect is Aspect.STATEMENT:
        return with_unit(value, SPECS[change.name].unit, page_language())
    if change.aspect is Aspect.PROJECTS:
        return _("；").join(" ".join(each) for each in value)
    return " ".join(value) if isinstance(value, list) else str(value)
