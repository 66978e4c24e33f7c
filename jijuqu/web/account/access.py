"""Who may use a page: put `@requires(Permission.…)` on its view, `@requires()` where signing in is enough."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from jijuqu.accounts.permissions import powers_of
from jijuqu.web.account.adapters import sign_in_address
from jijuqu.web.account.kept_forms import forget_kept, keep_typed
from jijuqu.web.account.session import SECOND_FACTOR, former_person
from jijuqu.web.errors import sign_in_note
from jijuqu.web.htmx import wants_part
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponseBase

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Permission, Powers

    View = Callable[..., HttpResponseBase]


def requires(*permissions: Permission, form: type[BaseForm] | None = None) -> Callable[[View], View]:
    """Let only those use a view who are signed in and hold one of the permissions, if any are named.

    Whoever is not signed in is asked to, and finds what they typed again; `form` names its fields then. Whose role
    needs a second factor is asked for that, whose password is known to somebody else for a new one.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            answer = _first_to_do(request)
            if answer is None and permissions and powers_on(request).permissions.isdisjoint(permissions):
                raise PermissionDenied
            answer = answer or view(request, *args, **kwargs)
            forget_kept(request, answer)
            return answer

        uncached = never_cache(guarded)  # what was behind a sign-in is not shown again from the browser's store
        uncached.form_class = form  # type: ignore[attr-defined]
        return uncached

    return guard


def _first_to_do(request: HttpRequest) -> HttpResponseBase | None:
    """Return the page to go to before the one asked for, or None where nothing is in the way."""
    owner = former_person(request) if request.method == "POST" else None
    if not request.user.is_authenticated:
        return _meanwhile(request, owner, sign_in_address())
    if request.user.password_is_initial:
        return _meanwhile(request, owner, reverse("account_change_password"))
    if powers_on(request).need_second_factor and not request.session.get(SECOND_FACTOR):
        return _meanwhile(request, owner, reverse("second-factor-needed"))
    return None


def _meanwhile(request: HttpRequest, owner: Person | None, address: str) -> HttpResponseBase:
    """Lead to a page, and from there on to the page asked for, or to what was typed into it."""
    if wants_part(request):
        return sign_in_note(request)
    if request.method == "POST":
        token = keep_typed(request, owner)
        return redirect_to_login(reverse("kept-form", args=[token]), address) if token else redirect(address)
    return redirect_to_login(request.get_full_path(), address)


def person_of(request: HttpRequest) -> Person:
    """Return who is signed in, on a page that requires it."""
    return cast("Person", request.user)


def powers_on(request: HttpRequest) -> Powers:
    """Return what the person signed in holds today (in the demonstration: on its day), read once a request."""
    if not hasattr(request, "powers"):
        request.powers = powers_of(person_of(request), today(request))  # type: ignore[attr-defined]
    return cast("Powers", request.powers)  # type: ignore[attr-defined]
