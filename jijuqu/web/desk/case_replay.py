"""按当日重新核查: a past submission or decision asked again with notice, limits and facts of its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from jijuqu.cases.models import Snapshot
from jijuqu.cases.replay import asked_again
from jijuqu.policy.explain import outcome_of_rule
from jijuqu.policy.notices import NOTICES
from jijuqu.policy.rule import Outcome
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.language import page_language
from jijuqu.web.templatetags.names import act_name
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case
    from jijuqu.cases.replay import Pair

RULES = {rule.name: rule for notice in NOTICES for rule in notice.rules}


@dataclass(frozen=True, slots=True)
class Row:
    """One rule of one cluster: what was found then, and what is found now."""

    cluster: int
    clause: str
    title: str
    then: str
    again: str
    is_same: bool


@case_page
def case_replay(request: HttpRequest, seen: Case, version: int) -> HttpResponse:
    """Show every finding of a frozen version beside the same question asked again, those that differ first."""
    snapshot = Snapshot.objects.filter(case=seen, number=version).first()
    if snapshot is None:
        raise Http404(_("没有这一版。"))
    rows = sorted(map(_row, asked_again(snapshot)), key=lambda each: each.is_same)
    context = {
        "head": head_of(request, seen, "case-record"),
        "snapshot": snapshot,
        "act": act_name(snapshot.act),
        "rows": rows,
        "otherwise": sum(not each.is_same for each in rows),
    }
    return render(request, "desk/case_replay.html", context)


def _row(pair: Pair) -> Row:
    known: Mapping[str, Any] = pair.frozen or pair.again or {}
    rule = RULES.get(pair.rule)
    title = rule.title.say(page_language()) if rule else known["title"]
    then, again = _said(pair.rule, pair.frozen), _said(pair.rule, pair.again)
    return Row(pair.cluster, known["clause"], title, then, again, is_same=pair.is_same)


def _said(rule: str, finding: Mapping[str, Any] | None) -> str:
    """Say an outcome with the figure it rests on."""
    if finding is None:
        return "—"
    language, outcome = page_language(), Outcome(finding["outcome"])
    label = outcome_of_rule(RULES[rule], outcome).say(language) if rule in RULES else outcome.value
    figures = isinstance(finding["value"], int | float) and not isinstance(finding["value"], bool)
    return f"{label} {with_unit(finding['value'], finding['unit'], language)}" if figures else label
