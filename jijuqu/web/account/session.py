"""Sessions: what stands in them, how they go on while somebody works, and whose an ended one was."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from jijuqu.accounts.models import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

SIGNED_IN_AT = "signed_in_at"  # seconds since 1970
SECOND_FACTOR = "second_factor"  # true where the session began with one, or set one up
SEEN_AT = "seen_at"
FORMER_PERSON = "former_person"  # whose session this browser had before
KEPT_FORMS = "kept_forms"  # forms of an unknown owner that this browser sent

KEEP_ENDED_DAYS = 7  # so long an ended session still says whose it was
RENEWALS_A_SESSION = 20


class IdleSessionMiddleware:
    """Let a session end after a time without requests, at the cost of few writes: it is renewed now and then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and note that somebody is there."""
        response = self.get_response(request)
        if request.session.get(SESSION_KEY):
            now = time.time()
            if now - request.session.get(SEEN_AT, 0) > settings.SESSION_COOKIE_AGE / RENEWALS_A_SESSION:
                request.session[SEEN_AT] = now
        return response


def former_person(request: HttpRequest) -> Person | None:
    """Return whose session this browser has or had, however it ended; None where nobody can tell any more.

    To be asked before `request.user`, which throws away a session that no longer holds.
    """
    for known in (request.session, _ended_session(request)):
        if key := known.get(SESSION_KEY) or known.get(FORMER_PERSON):
            return Person.objects.filter(pk=key).first()
    return None


def _ended_session(request: HttpRequest) -> dict[str, str]:
    """Return what the browser's cookie stood for, also after its time."""
    row = Session.objects.filter(pk=request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")).first()
    return row.get_decoded() if row else {}
