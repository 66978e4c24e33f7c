"""Which day a page shows: one named in the address, real time when chosen, else the demonstration's own day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jijuqu.registry.queries import demonstration

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from jijuqu.registry.models import Demonstration

COOKIE = "jijuqu-shown-day"
REAL_TIME = "real"


def shown_day(request: HttpRequest) -> date:
    """Return the day that pages show to this visitor: `?on=2022-03-01`, or real time, or the demonstration's day."""
    return _named_day(request) or today(request)


def _named_day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return None


def today(request: HttpRequest) -> date:
    """Return the day on which people act: real time, or the demonstration's day; no address changes it."""
    mark = _mark(request)
    if mark is None or request.COOKIES.get(COOKIE) == REAL_TIME:
        return timezone.localdate()
    return mark.as_of


def _mark(request: HttpRequest) -> Demonstration | None:
    """Look for the demonstration's mark once a request."""
    if not hasattr(request, "demonstration_mark"):
        request.demonstration_mark = demonstration()  # type: ignore[attr-defined]
    return request.demonstration_mark  # type: ignore[attr-defined,no-any-return]


def banner(request: HttpRequest) -> dict[str, Any]:
    """Give every template the demonstration's mark and the day shown; nothing where the database cannot be asked."""
    try:
        mark = _mark(request)
        day = shown_day(request)
    except DatabaseError:  # the page that says so must still be made
        return {}
    return {"demonstration": mark, "shown_day": day, "is_real_time": day == timezone.localdate()}


@require_POST
def choose_day(request: HttpRequest) -> HttpResponseBase:
    """Switch between the demonstration's day and real time, and go back to the page."""
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = redirect(back)
    if request.POST.get("day") == REAL_TIME:
        response.set_cookie(COOKIE, REAL_TIME, samesite="Lax", httponly=True, secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
