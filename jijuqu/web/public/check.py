"""选址条件自查: a plot in, every clause of the notice out. No account; nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jijuqu.land.parcel import UnreadableError
from jijuqu.policy.case import FactsError
from jijuqu.registry.queries import sample_files
from jijuqu.web.language import page_language
from jijuqu.web.public.check_form import CheckForm
from jijuqu.web.public.check_result import result_of
from jijuqu.web.public.plot_source import KeptFile
from jijuqu.web.public.shared_plot import shared_plot
from jijuqu.web.public.shown_day import shown_day
from jijuqu.web.public.site_check import SiteCheck, Told, check_site
from jijuqu.web.uploads import dropped_files
from jijuqu.words.said import say

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_REASONS = 20


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show the form; with a plot, show the same page with its findings, or hand out the plot as a file."""
    day = shown_day(request)
    if request.method != "POST":
        return render(
            request, "public/check.html", {"form": CheckForm(today=day), "day": day, "samples": sample_files()}
        )
    form = CheckForm(request.POST, request.FILES, today=day, dropped_files=dropped_files(request))
    return _answer(request, form)


@never_cache
def _answer(request: HttpRequest, form: CheckForm) -> HttpResponse:
    found = _check(form) if form.is_valid() else None
    kept = KeptFile.of(form.plot)
    if found and request.POST.get("then") == "download":
        return shared_plot(found.land, form)
    result = result_of(found, form, page_language()) if found else None
    context = {"form": form, "result": result, "kept": kept, "day": form.today, "samples": sample_files()}
    return render(request, "public/check.html", context, status=200 if found else 422)


def _check(form: CheckForm) -> SiteCheck | None:
    """Check the plot of a valid form; what cannot be used becomes an error of the field that it came from."""
    assert form.plot is not None, "a valid form has a plot"  # noqa: S101
    try:
        with form.plot.as_file() as path:
            return check_site(path, _told(form))
    except UnreadableError as error:
        _add_reasons(form, form.plot.field, error.reasons)
    except FactsError as error:
        _add_reasons(form, None, error.reasons)
    return None


def _told(form: CheckForm) -> Told:
    said = form.cleaned_data
    return Told(
        on=said["received_on"],
        crs=said["crs"] or None,
        gap_m=said["gap_m"] or 0.0,
        in_park=form.in_park,
        industrial=form.declaration,
        applicant=form.holder,
        facts=form.told,
    )


def _add_reasons(form: CheckForm, field: str | None, reasons: tuple[Any, ...]) -> None:
    language = page_language()
    for reason in reasons[:MOST_REASONS]:
        form.add_error(field, say(reason, language))
    if len(reasons) > MOST_REASONS:
        form.add_error(field, _("另有 %(count)s 处同类问题。") % {"count": len(reasons) - MOST_REASONS})
