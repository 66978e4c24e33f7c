"""What I was told, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix
from django.views.decorators.http import require_POST, require_safe

from jijuqu.accounts.actions import mark_read
from jijuqu.accounts.models import Notification
from jijuqu.web.account.access import person_of, requires
from jijuqu.web.language import page_language

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE_LENGTH = 50


@require_safe
@requires()
def notices(request: HttpRequest) -> HttpResponse:
    """List what the person was told, latest first; unread ones alone on `?unread=1`."""
    told = person_of(request).notifications.all()
    only_unread = request.GET.get("unread") == "1"
    page = Paginator(told.filter(read_at__isnull=True) if only_unread else told, PAGE_LENGTH).get_page(
        request.GET.get("page")
    )
    return render(request, "account/notices.html", {"page": page, "only_unread": only_unread})


@require_safe
@requires()
def open_notice(request: HttpRequest, key: int) -> HttpResponse:
    """Go to the page that a notice speaks of, and note that it was read."""
    notice = get_object_or_404(Notification, pk=key, person=person_of(request))
    mark_read([notice.pk], person_of(request))
    language = "en/" if page_language() == "en" else ""
    return redirect(f"{get_script_prefix()}{language}{notice.address.lstrip('/')}")


@require_POST
@requires()
def read_all(request: HttpRequest) -> HttpResponse:
    """Note that everything shown was read."""
    mark_read([int(key) for key in request.POST.getlist("shown") if key.isdecimal()], person_of(request))
    return redirect("notices")
