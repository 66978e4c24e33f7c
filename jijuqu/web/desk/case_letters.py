"""文书: the letters of a case, drafted here or sealed, each with its number, day and scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from jijuqu.cases.document_set import kinds_at
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.letter import CHECKED_BY
from jijuqu.web.desk.signed_in import case_page, powers_on
from jijuqu.web.language import page_language
from jijuqu.words.papers import KINDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case, Letter


@case_page
def case_letters(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show the letters that went out, and the drafts of one's own office."""
    head = head_of(request, seen, "case-letters")
    own = powers_on(request).organisations
    shown = [each for each in head.case.letters.select_related("issuer") if each.is_issued or each.issuer_id in own]
    context = {
        "head": head,
        "letters": [(_kind(each), each) for each in shown],
        "may_check": not powers_on(request).permissions.isdisjoint(CHECKED_BY),
        "offered": [(code, KINDS[code].say(page_language())) for code in kinds_at(head.case)],
    }
    return render(request, "desk/case_letters.html", context)


def _kind(letter: Letter) -> str:
    return KINDS[letter.kind].say(page_language()) if letter.kind in KINDS else letter.kind
