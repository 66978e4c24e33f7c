"""Setting up the second factor, and being asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.totp.views import ActivateTOTPView
from django.db import transaction
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from jijuqu.accounts.actions import set_second_factor
from jijuqu.accounts.queries import has_second_factor
from jijuqu.web.account.access import person_of
from jijuqu.web.account.session import SECOND_FACTOR

if TYPE_CHECKING:
    from allauth.mfa.totp.forms import ActivateTOTPForm
    from django.http import HttpRequest, HttpResponse


class SetUp(ActivateTOTPView):
    """Show the secret to a telephone and take its first code; recovery codes follow at once."""

    def form_valid(self, form: ActivateTOTPForm) -> HttpResponse:
        """Keep the secret, record the act, and let this session count as one with a second factor."""
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            set_second_factor(person_of(self.request))
        self.request.session[SECOND_FACTOR] = True
        return response


@never_cache
def second_factor_needed(request: HttpRequest) -> HttpResponse:
    """Say why a second factor is needed, and lead to setting it up or to signing in with it."""
    context = {"has_one": request.user.is_authenticated and has_second_factor(person_of(request))}
    return render(request, "account/second_factor_needed.html", context)
