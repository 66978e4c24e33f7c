"""Who works on the desk, on which day, on which case; and the hand that acts there.

A case that may not be seen is not there (404): whether it exists is nobody else's business.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jijuqu.accounts.permissions import powers_of
from jijuqu.cases.queries import visible_to
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Permission, Powers
    from jijuqu.cases.models import Case

    View = Callable[..., HttpResponseBase]


def requires(*permissions: Permission) -> Callable[[View], View]:
    """Let only those use a view who are signed in and hold one of the permissions; none named: signing in will do."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if permissions and powers_on(request).permissions.isdisjoint(permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return never_cache(guarded)

    return guard


def case_page(view: View) -> View:
    """Give a view the case of the address in place of its number; to whoever may not see it there is none."""

    @requires()
    @wraps(view)
    def guarded(request: HttpRequest, number: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, seen_case(request, number), *args, **kwargs)

    return guarded


def seen_case(request: HttpRequest, number: str) -> Case:
    """Fetch a case by its number for whoever is signed in. Raises Http404 for one that they may not see."""
    case = visible_to(person_of(request), today(request)).filter(number=number).first()
    if case is None:
        raise Http404(_("没有这个案件，或者不对您开放。"))
    return case


def person_of(request: HttpRequest) -> Person:
    """Return who is signed in, on a page that requires it."""
    return cast("Person", request.user)


def powers_on(request: HttpRequest) -> Powers:
    """Return what the person signed in holds today (in the demonstration: on its day), read once a request."""
    if not hasattr(request, "powers"):
        request.powers = powers_of(person_of(request), today(request))  # type: ignore[attr-defined]
    return cast("Powers", request.powers)  # type: ignore[attr-defined]
