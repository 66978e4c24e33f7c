"""账号与授权: the organisations, and entering or mending one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.actions import amend_organisation, enter_organisation
from jijuqu.accounts.models import Organisation
from jijuqu.accounts.permissions import Permission
from jijuqu.accounts.queries import organisations_matching
from jijuqu.web.account.access import person_of, requires
from jijuqu.web.account.people_forms import OrganisationForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE_LENGTH = 50


@require_safe
@requires(Permission.KEEP_PEOPLE)
def organisations(request: HttpRequest) -> HttpResponse:
    """List organisations by code or name."""
    words = request.GET.get("q", "").strip()
    page = Paginator(organisations_matching(words), PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "people/organisations.html", {"page": page, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_PEOPLE, form=OrganisationForm)
def organisation(request: HttpRequest, code: str = "") -> HttpResponse:
    """Enter a new organisation, or mend what is known of one."""
    known = get_object_or_404(Organisation, pk=code) if code else None
    form = OrganisationForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        act = amend_organisation if known else enter_organisation
        act(form.instance, actor=person_of(request))
        messages.success(request, _("已保存。"))
        return redirect("organisations")
    return render(request, "people/organisation.html", {"form": form, "known": known})
