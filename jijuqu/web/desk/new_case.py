"""Where a case begins: 立案 by a district, or 登记来函申请 of one that applied on paper."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.drafting import open_case
from jijuqu.cases.actions.papers import register_application
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import allowed
from jijuqu.registry.queries import holders_on
from jijuqu.web.desk import once
from jijuqu.web.desk.acts.hand_form import HandForm, PaperForm, hand_of
from jijuqu.web.desk.acts.sheet import Sheet
from jijuqu.web.desk.fields import Line, RowChoice
from jijuqu.web.desk.signed_in import person_of, powers_on, requires
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.words.desk import BEGINNINGS, BUTTONS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.accounts.permissions import Powers
    from jijuqu.cases.models import Case
    from jijuqu.registry.models import QuotaHolder

MOST_CLUSTERS = 20
MAY_OPEN = (Permission.PLAN, Permission.RECEIVE)


class NewCase(forms.Form):
    """Whose plan it is, what it is called, how many clusters it holds."""

    holder = RowChoice(label=gettext_lazy("申报主体"), help_text=gettext_lazy("由您选择，不按地图推定。"))
    title = Line(label=gettext_lazy("规划名称"), max_length=120)
    clusters = forms.IntegerField(
        label=gettext_lazy("集聚区个数"),
        help_text=gettext_lazy("一个规划可含多个集聚区，一并审查；以后可增减。"),
        min_value=1,
        max_value=MOST_CLUSTERS,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )

    def __init__(self, *args: Any, holders: list[QuotaHolder], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].offer((each, each.name) for each in holders)  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(*MAY_OPEN)
def new_case(request: HttpRequest) -> HttpResponse:
    """Open the case of a district's plan; whoever enters it for the district does so by its paper."""
    return _show_or_begin(request, Act.OPEN_CASE)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.RECEIVE)
def new_application(request: HttpRequest) -> HttpResponse:
    """Register an application that came by letter."""
    return _show_or_begin(request, Act.REGISTER_APPLICATION)


def _show_or_begin(request: HttpRequest, act: Act) -> HttpResponse:
    powers, on = powers_on(request), today(request)
    on_paper = act not in allowed(None, powers.roles)
    bound: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    sheet = Sheet(
        HandForm(asks_reason=False, initial={"on": on}, **bound),
        PaperForm(case=None, is_wanted=on_paper, prefix="paper", **bound),
        NewCase(holders=_holders(powers, request), **bound),
    )
    if bound and (before := once.done_before(request)):
        return before
    if bound and sheet.is_valid() and (answer := _begun(request, act, sheet)):
        return answer
    language = page_language()
    context = {
        "sheet": sheet,
        "title": act.label.say(language),
        "about_it": BEGINNINGS[act].say(language),
        "button": BUTTONS[act].say(language),
        "clause": TRANSITIONS[act].clause,
        "on_paper": on_paper,
        "paper_is_open": on_paper or sheet.paper.is_used,
        "faults": list(sheet.faults()) if bound else [],
        "once": once.token(request),
    }
    return render(request, "desk/new_case.html", context, status=422 if bound else 200)


def _holders(powers: Powers, request: HttpRequest) -> list[QuotaHolder]:
    """List the districts that somebody may open a case for: their own, or at the city all of them."""
    return [each for each in holders_on(today(request)) if powers.reach.includes(holder=each.pk)]


def _begun(request: HttpRequest, act: Act, sheet: Sheet) -> HttpResponse | None:
    """Begin the case and go to its plan; None where it is refused."""
    try:
        case = _begin(request, act, sheet)
    except once.SentTwiceError:
        return once.done_before(request)
    if case is None:
        return None
    messages.success(request, _("已立案，编号 %(number)s。") % {"number": case.number})
    return redirect("case-plan", case.number)


def _begin(request: HttpRequest, act: Act, sheet: Sheet) -> Case | None:
    """Enter the paper and begin the case on it, once; None where it is refused."""
    said = sheet.own.cleaned_data
    hand = hand_of(person_of(request), sheet.hand.cleaned_data, today(request))
    begun: list[Case] = []

    def deed() -> None:
        acting = dataclasses.replace(hand, paper=sheet.paper.paper(hand))
        if act is Act.OPEN_CASE:
            begun.append(open_case(said["holder"], said["title"], acting, said["clusters"]))
        else:
            begun.append(register_application(said["holder"], said["title"], said["clusters"], acting))
        once.write_down(request, reverse("case-plan", args=[begun[0].number]))

    return begun[0] if sheet.attempt(deed) else None
