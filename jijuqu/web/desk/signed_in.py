"""Who works on the desk, and on which case; signing in and permissions are asked as on every page (`account.access`).

A case that may not be seen is not there (404): whether it exists is nobody else's business.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import gettext as _

from jijuqu.cases.queries import opened_by
from jijuqu.web.account.access import person_of, powers_on, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

    from jijuqu.cases.models import Case

    View = Callable[..., HttpResponseBase]

__all__ = ["case_page", "person_of", "powers_on", "requires", "seen_case"]


def case_page(view: View) -> View:
    """Give a view the case of the address in place of its number; to whoever may not see it there is none."""

    @requires()
    @wraps(view)
    def guarded(request: HttpRequest, number: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, seen_case(request, number), *args, **kwargs)

    return guarded


def seen_case(request: HttpRequest, number: str) -> Case:
    """Fetch a case by its number for whoever is signed in. Raises Http404 for one that they may not see."""
    case = opened_by(person_of(request), today(request), powers_on(request).reach).filter(number=number).first()
    if case is None:
        raise Http404(_("没有这个案件，或者不对您开放。"))
    return case
