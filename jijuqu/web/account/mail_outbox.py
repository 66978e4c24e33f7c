"""The mails that are not out yet, for whoever keeps the system running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.mail import try_again
from jijuqu.accounts.permissions import Permission
from jijuqu.accounts.queries import mails_left
from jijuqu.web.account.access import requires

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_SYSTEM)
def mail_outbox(request: HttpRequest) -> HttpResponse:
    """List them with the reason of the last failure; try all of them again."""
    if request.method == "POST":
        try_again()
        messages.success(request, _("已安排重新发送。"))
        return redirect("mail-outbox")
    return render(request, "people/mail_outbox.html", {"mails": mails_left()[:MOST], "has_server": bool(settings.MAIL)})
