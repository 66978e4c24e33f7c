"""The page of one act: what it does, what is still missing, its form, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jijuqu.cases.actions.step import news_since
from jijuqu.cases.facts import judge
from jijuqu.cases.tasks import OF_ONE_DEPARTMENT, capacities_for, own_requests, work_on
from jijuqu.cases.whole_case import filled
from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import Refused, advance
from jijuqu.procedure.standing import Standing
from jijuqu.web.desk.acts.asked import About
from jijuqu.web.desk.acts.parts import PARTS
from jijuqu.web.desk.acts.sheet import Sent, Sheet, do_act, sheet_of_act, with_more_rows
from jijuqu.web.desk.acts.table import PAGES
from jijuqu.web.desk.buttons import button
from jijuqu.web.desk.cluster_view import cluster_view
from jijuqu.web.desk.signed_in import case_page, person_of, powers_on
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.web.uploads import name_dropped
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case
    from jijuqu.cases.tasks import Task
    from jijuqu.web.desk.acts.asked import ActPage

MORE_ROWS = 3


class Deed(NamedTuple):
    """What a page is for: the acts it may be (the first that this person may do), its forms, its words."""

    acts: tuple[Act, ...]
    page: ActPage
    title: str
    button: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@case_page
def act_page(request: HttpRequest, seen: Case, name: str) -> HttpResponse:
    """Show the form of an act, or do it and go back to the case."""
    act = Act(name) if name in set(Act) else None
    if act is None or act not in PAGES:
        raise Http404(_("没有这项办理。"))
    return _show_or_do(request, seen, Deed((act,), PAGES[act], act.label.say(page_language())))


@require_http_methods(["GET", "HEAD", "POST"])
@case_page
def part_page(request: HttpRequest, seen: Case, name: str) -> HttpResponse:
    """Show the form of one part of the plan, or save it and go back."""
    if name not in PARTS:
        raise Http404(_("规划没有这一部分。"))
    part = PARTS[name]
    return _show_or_do(request, seen, Deed(part.acts, part.page, str(part.title), str(part.button)))


def _show_or_do(request: HttpRequest, seen: Case, deed: Deed) -> HttpResponse:
    case, on = filled(seen), today(request)
    person, powers = person_of(request), powers_on(request)
    judged = judge(case, on)
    work = work_on(case, person, powers, on, lambda: judged)
    task = next(filter(None, map(work.task, deed.acts)), None)
    if task is None and request.method != "POST":
        return _out_of_place(request, case, deed)
    on_paper = bool(task and task.on_paper_only)
    if on_paper and deed.page.by_paper:
        deed = deed._replace(page=deed.page.by_paper)
    return _answer(request, deed, About(case, person, powers, on, judged, on_paper), task)


def _answer(request: HttpRequest, deed: Deed, about: About, task: Task | None) -> HttpResponse:
    act, case = task.act if task else deed.acts[0], about.case
    sheet = _sheet(request, act, deed.page, about, possible=task is not None)
    is_sent = request.method == "POST" and "more_rows" not in request.POST
    if is_sent and sheet.is_valid() and do_act(sheet, deed.page, about):
        messages.success(request, _("已办理：%(act)s") % {"act": deed.title})
        return redirect(deed.page.back_to, case.number)
    context = {
        "case": case, "sheet": sheet, "page": deed.page, "about": about, "title": deed.title,
        "button": deed.button or button(act, case),
        "is_over": is_sent and task is None,
        "lacks": [say(each, page_language()) for each in task.lacks] if task else [],
        "faults": list(sheet.faults()) if is_sent else [],
        "clause": TRANSITIONS[act].clause_on(case.position.side),
        "edition": case.edition,
        "by_paper_possible": TRANSITIONS[act].on_paper,
        "paper_would_do": bool(task and task.paper_would_do),
        "paper_is_open": about.on_paper or sheet.paper.is_used or bool(task and task.paper_would_do),
        "clusters": [cluster_view(case, each, about.today) for each in about.judged],
    }  # fmt: skip
    return render(request, "desk/act.html", context, status=422 if is_sent else 200)


def _sheet(request: HttpRequest, act: Act, page: ActPage, about: About, *, possible: bool) -> Sheet:
    """Make the forms: empty, as they were sent, or as they were sent with more empty rows."""
    asks_reason = needs.REASON_GIVEN in TRANSITIONS[act].needs
    if request.method != "POST":
        return sheet_of_act(page, about, asks_reason=asks_reason, sent=None, initial=request.GET.dict())
    more = MORE_ROWS if "more_rows" in request.POST else 0
    sent = Sent(with_more_rows(request.POST, more), request.FILES)
    sheet = sheet_of_act(page, about, asks_reason=asks_reason, sent=sent)
    sheet.is_valid()  # also where only rows are wanted: files that came along are kept
    name_dropped(request, *(form for form in (sheet.own, sheet.hand, sheet.paper) if form is not None))
    seen = None if page.has_own_editions else sheet.hand.cleaned_data.get("seen")
    if seen is not None and (changed := news_since(about.case, seen, _department(act, about))):
        if not possible:
            sheet.forget_faults()
            changed = Message("case_moved_on", {**changed.values, "wanted": act.label})
        sheet.hand.add_error(None, say(changed, page_language()))
    return sheet


def _department(act: Act, about: About) -> str | None:
    """Give the department whose own act it is, None for all others."""
    own = own_requests(about.case, about.organisations) if act in OF_ONE_DEPARTMENT and not about.on_paper else []
    return own[0].department_id if own else None


def _out_of_place(request: HttpRequest, case: Case, deed: Deed) -> HttpResponse:
    """Say why the act cannot be done here and now by this person."""
    held = capacities_for(case, powers_on(request))
    on = today(request)
    reasons: tuple[Any, ...] = ()
    try:
        advance(case.position, deed.acts[0], {each.role for each in held}, Standing(on=on, today=on))
    except Refused as refused:
        reasons = refused.reasons
    said = [say(each, page_language()) for each in reasons]
    context = {"case": case, "title": deed.title, "reasons": said}
    return render(request, "desk/act_out_of_place.html", context, status=409)
