"""Signing in as anybody: only in the demonstration, whose people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.models import OrganisationKind, Person
from jijuqu.accounts.permissions import appointments_on
from jijuqu.registry.queries import demonstration
from jijuqu.web.account.session import SECOND_FACTOR
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from jijuqu.accounts.models import Appointment


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """List the invented people with what they are, and sign in as the one that is chosen."""
    if demonstration() is None:
        raise Http404
    if request.method == "POST":
        key = request.POST.get("person", "")
        person = get_object_or_404(Person, pk=key if key.isdecimal() else None, is_active=True)
        adapter = get_adapter(request)
        if request.user.is_authenticated:
            adapter.logout(request)
        adapter.login(request, person)
        request.session[SECOND_FACTOR] = True
        return redirect(get_next_redirect_url(request) or settings.LOGIN_REDIRECT_URL)
    context = {"people": _people(today(request)), "next": get_next_redirect_url(request)}
    return render(request, "account/demo_sign_in.html", context)


def _people(on: date) -> list[tuple[Person, list[Appointment]]]:
    """List everybody who holds a role on a day: the commission, the city's departments, then district by district."""
    rows = appointments_on(on).filter(person__is_active=True)
    rows = rows.select_related("person", "organisation", "deputises_for")
    people: dict[Person, list[Appointment]] = {}
    for row in rows.order_by("organisation__holder", "organisation", "person", "role"):
        people.setdefault(row.person, []).append(row)
    return sorted(people.items(), key=lambda each: each[1][0].organisation.kind != OrganisationKind.COMMISSION)
