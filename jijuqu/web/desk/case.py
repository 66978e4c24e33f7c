"""案件: one case with its swim-lane and tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from jijuqu.web.desk.signed_in import case_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case


@case_page
def case_tab(request: HttpRequest, case: Case) -> HttpResponse:
    """Show the first tab of a case."""
    return render(request, "desk/case.html", {"case": case})
