"""关注: to hear of a case without having to act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jijuqu.cases.actions.watching import end_watch, watch
from jijuqu.web.desk.signed_in import case_page, person_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case


@require_POST
@case_page
def case_watch(request: HttpRequest, case: Case) -> HttpResponse:
    """Watch the case, or no longer."""
    if request.POST.get("watch") == "yes":
        watch(case, person_of(request))
    else:
        end_watch(case, person_of(request))
    return redirect("case", case.number)
