"""The page of one act: what it does, what is still missing, its form, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jijuqu.cases.actions.step import news_since
from jijuqu.cases.facts import judge
from jijuqu.cases.queries import whole
from jijuqu.cases.tasks import work_on
from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import Refused, advance
from jijuqu.procedure.standing import Standing
from jijuqu.web.desk.acts.asked import About
from jijuqu.web.desk.acts.sheet import Sent, Sheet, with_more_rows
from jijuqu.web.desk.acts.table import PAGES
from jijuqu.web.desk.buttons import button
from jijuqu.web.desk.signed_in import case_page, person_of, powers_on
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.web.uploads import oversized_files
from jijuqu.words.said import say

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case
    from jijuqu.cases.tasks import Task
    from jijuqu.web.desk.acts.asked import ActPage

MORE_ROWS = 3


@require_http_methods(["GET", "HEAD", "POST"])
@case_page
def act_page(request: HttpRequest, seen: Case, name: str) -> HttpResponse:
    """Show the form of an act, or do it and go back to the case."""
    act = _act(name)
    case, on = whole(seen.pk), today(request)
    person, powers = person_of(request), powers_on(request)
    task = work_on(case, person, powers, on, judge(case, on)).task(act)
    if task is None and request.method != "POST":
        return _out_of_place(request, case, act)
    page = PAGES[act]
    on_paper = bool(task and task.on_paper_only)
    if on_paper and page.by_paper:
        page = page.by_paper
    about = About(case, person, powers, on, on_paper)
    return _answer(request, act, page, about, task)


def _answer(request: HttpRequest, act: Act, page: ActPage, about: About, task: Task | None) -> HttpResponse:
    sheet = _sheet(request, page, about, asks_reason=needs.REASON_GIVEN in TRANSITIONS[act].needs)
    is_sent = request.method == "POST" and "more_rows" not in request.POST
    if is_sent and sheet.is_valid() and sheet.do():
        messages.success(request, _("已办理：%(act)s") % {"act": act.label.say(page_language())})
        return redirect(page.back_to, about.case.number)
    context = {
        "case": about.case, "act": act, "sheet": sheet, "task": task, "page": page, "about": about,
        "title": act.label.say(page_language()), "button": button(act, about.case),
        "lacks": [say(each, page_language()) for each in task.lacks] if task else [],
        "faults": list(sheet.faults()) if is_sent else [],
        "clause": TRANSITIONS[act].clause_on(about.case.position.side), "edition": about.case.edition,
        "by_paper_possible": TRANSITIONS[act].on_paper,
    }  # fmt: skip
    return render(request, "desk/act.html", context, status=422 if is_sent else 200)


def _sheet(request: HttpRequest, page: ActPage, about: About, *, asks_reason: bool) -> Sheet:
    """Make the forms: empty, as they were sent, or as they were sent with more empty rows."""
    if request.method != "POST":
        return Sheet(page, about, asks_reason=asks_reason, initial=request.GET.dict())
    more = MORE_ROWS if "more_rows" in request.POST else 0
    sheet = Sheet(page, about, asks_reason=asks_reason, sent=Sent(with_more_rows(request.POST, more), request.FILES))
    sheet.is_valid()  # also where only rows are wanted: files that came along are kept
    _note_dropped_files(request, sheet)
    seen = sheet.hand.cleaned_data.get("seen")
    if seen is not None and (changed := news_since(about.case, seen)):
        sheet.hand.add_error(None, say(changed, page_language()))
    return sheet


def _act(name: str) -> Act:
    try:
        act = Act(name)
    except ValueError:
        raise Http404(_("没有这项办理。")) from None
    if act not in PAGES:
        raise Http404(_("没有这项办理。"))
    return act


def _out_of_place(request: HttpRequest, case: Case, act: Act) -> HttpResponse:
    """Say why the act cannot be done here and now by this person."""
    held = [each for each in powers_on(request).capacities if each.holder in {"", case.holder_id}]
    on = today(request)
    reasons: tuple[Any, ...] = ()
    try:
        advance(case.position, act, {each.role for each in held}, Standing(on=on, today=on))
    except Refused as refused:
        reasons = refused.reasons
    said = [say(each, page_language()) for each in reasons]
    context = {"case": case, "title": act.label.say(page_language()), "reasons": said}
    return render(request, "desk/act_out_of_place.html", context, status=409)


def _note_dropped_files(request: HttpRequest, sheet: Sheet) -> None:
    for name in oversized_files(request):
        sheet.hand.add_error(None, _("文件“%(name)s”太大，没有收到；请压缩或者拆分后重新选择。") % {"name": name})
