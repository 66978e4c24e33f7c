"""审查: every cluster of a case with what each clause of the notice finds, its land and its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.cluster_view import cluster_view
from jijuqu.web.desk.signed_in import case_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case


@case_page
def case_review(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show the findings of every cluster beside its map."""
    head = head_of(request, seen, "case")
    clusters = [cluster_view(head.case, each, head.on) for each in head.judged()]
    resubmitted = [each for each in head.case.corrections.all() if each.answered_on][-1:]
    context = {"head": head, "clusters": clusters, "resubmitted": resubmitted}
    return render(request, "desk/case_review.html", context)
