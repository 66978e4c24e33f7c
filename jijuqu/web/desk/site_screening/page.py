"""The page 选址筛查: layers are handed in and screened, and screenings that were kept are opened again or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from jijuqu.accounts.permissions import GRANTED, Permission
from jijuqu.land.parcel import UnreadableError
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.reference.actions import remove_screening
from jijuqu.reference.kept_screenings import screenings_for
from jijuqu.reference.queries import limits_with_entered
from jijuqu.registry.queries import kinds_on_record
from jijuqu.web.desk import once
from jijuqu.web.desk.form_page import UNCHANGED, faults_of
from jijuqu.web.desk.signed_in import person_of, powers_on, requires
from jijuqu.web.desk.site_screening.form import ScreeningForm
from jijuqu.web.desk.site_screening.said import at_fields
from jijuqu.web.public.shown_day import today
from jijuqu.web.uploads import name_dropped

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from jijuqu.reference.models import KeptScreening


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_SITES)
def site_screening(request: HttpRequest) -> HttpResponse:
    """Show the form and what was kept; screen what is sent, and go to the result."""
    form = _form(request, **({"data": request.POST, "files": request.FILES} if request.method == "POST" else {}))
    if form.is_bound:
        if before := once.done_before(request):
            return before
        name_dropped(request, form)
        if form.is_valid() and (answer := _screened(request, form)):
            return answer
    context = {
        "form": form,
        "once": once.token(request),
        "faults": list(faults_of(form)) if form.is_bound else [],
        "kept": screenings_for(powers_on(request).reach),
        "organisations": organisations_of(request),
    }
    return render(request, "desk/site_screening/page.html", context, status=UNCHANGED if form.is_bound else 200)


@require_POST
@requires(Permission.SCREEN_SITES)
def remove_kept_screening(request: HttpRequest, key: int) -> HttpResponse:
    """Remove a screening that was kept, and go back to the page."""
    kept = seen_screening(request, key)
    remove_screening(kept, actor=person_of(request), on=today(request))
    messages.success(request, _("筛查“%(name)s”已移除。") % {"name": kept.name})
    return redirect("desk-site-screening")


def seen_screening(request: HttpRequest, key: int) -> KeptScreening:
    """Fetch a screening for whoever is signed in. Raises Http404 for one that they may not see."""
    kept = screenings_for(powers_on(request).reach).filter(pk=key).first()
    if kept is None:
        raise Http404(_("没有这次筛查，或者已被移除，或者不对您开放。"))
    return kept


def organisations_of(request: HttpRequest) -> list[str]:
    """List the organisations (codes) for which somebody screens, their own first."""
    held = powers_on(request).capacities
    return [each.organisation for each in held if Permission.SCREEN_SITES in GRANTED[each.role]]


def address_of(kept: KeptScreening) -> str:
    """Give the address of a result."""
    return reverse("desk-site-screening-result", args=[kept.pk])


def _form(request: HttpRequest, **sent: Any) -> ScreeningForm:
    day = max(today(request), NOTICES[0].first_day)
    least = limits_with_entered(governing(day), day).min_industrial_land_mu.value
    return ScreeningForm(min_mu=least, recorded=kinds_on_record(day), **sent)


def _screened(request: HttpRequest, form: ScreeningForm) -> HttpResponse | None:
    """Screen, keep once, and go to the result; None where something cannot be used, which is said at its field."""
    from jijuqu.web.desk.site_screening.running import screen_and_keep  # noqa: PLC0415 - brings Numba

    def kept_at(kept: KeptScreening) -> None:
        once.write_down(request, address_of(kept))

    organisation, *_others = organisations_of(request)
    try:
        kept = screen_and_keep(form, organisation, kept_at, actor=person_of(request), on=today(request))
        return redirect(address_of(kept))
    except once.SentTwiceError:
        return once.done_before(request)
    except UnreadableError as error:
        for name, sentence in at_fields(error.reasons):
            form.add_error(name, sentence)
    except ValidationError as error:
        form.add_error("name", error.messages)
    return None
