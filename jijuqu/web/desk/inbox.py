"""待办: what somebody has to do, waits for, has done and watches, most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from jijuqu.web.desk.signed_in import requires

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@requires()
def inbox(request: HttpRequest) -> HttpResponse:
    """Show one list of a person; `list` in the address says which."""
    return render(request, "desk/inbox.html")
