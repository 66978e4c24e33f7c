"""The page of a kept screening: groups and near misses on the map and in tables, by sliders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.reference.kept_screenings import load_screening
from jijuqu.registry.models.planning import LayerKind
from jijuqu.web.desk.form_page import UNCHANGED, faults_of
from jijuqu.web.desk.signed_in import powers_on, requires
from jijuqu.web.desk.site_screening.districts import NOT_WRITTEN, Districts
from jijuqu.web.desk.site_screening.form import layer_name
from jijuqu.web.desk.site_screening.map import ground
from jijuqu.web.desk.site_screening.page import organisations_of, seen_screening
from jijuqu.web.desk.site_screening.said import said_here
from jijuqu.web.desk.site_screening.thresholds import Thresholds
from jijuqu.web.htmx import wants_part
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

    from jijuqu.land.screening.screening import Screening
    from jijuqu.reference.models import KeptScreening


@never_cache
@require_safe
@requires(Permission.SCREEN_SITES)
def screening_result(request: HttpRequest, key: int) -> HttpResponse:
    """Show the groups at the thresholds that the address asks for; to htmx what changes with them alone."""
    kept = seen_screening(request, key)
    districts = Districts(today(request))
    try:
        form = thresholds_of(request, kept, load_screening(kept), districts)
    except FileNotFoundError:
        messages.error(request, _("“%(name)s”的结果文件已不在系统中，请重新筛查。") % {"name": kept.name})
        return redirect("desk-site-screening")
    if form.is_valid() and not wants_part(request) and request.GET.urlencode() not in {"", form.address}:
        return redirect(_address(kept, form))
    return show_result(request, kept, form, districts)


def show_result(
    request: HttpRequest, kept: KeptScreening, form: Thresholds, districts: Districts, refused: Form | None = None
) -> HttpResponse:
    """Show a result at some thresholds; `refused` is the form of a group that could not be taken over."""
    context: dict[str, Any] = {"kept": kept, "form": form, "query": f"?{form.address}" if form.address else ""}
    if refused:
        context |= {"refused": refused, "refused_place": int(refused.data["group"])}
    context["faults"] = [*faults_of(form), *(faults_of(refused) if refused else ())]
    if form.is_valid():
        context |= _answer(request, kept, form, districts)
    status = UNCHANGED if context["faults"] else 200
    if wants_part(request):
        response = render(request, "desk/site_screening/answer.html", context, status=status)
        response["HX-Replace-Url"] = _address(kept, form)
        return response
    context |= _around(request, kept, loaded(kept), districts)
    return render(request, "desk/site_screening/result.html", context, status=status)


def loaded(kept: KeptScreening) -> Screening:
    """Take the result back. Raises Http404 where it is not on this disk any more; the page says so."""
    try:
        return load_screening(kept)
    except FileNotFoundError:
        raise Http404 from None


def thresholds_of(request: HttpRequest, kept: KeptScreening, screening: Screening, districts: Districts) -> Thresholds:
    """Read from the address what is asked."""
    names = [(str(each), districts.name(str(each))) for each in screening.district_names.tolist()]
    return Thresholds(request.GET, kept, names)


def _answer(request: HttpRequest, kept: KeptScreening, form: Thresholds, districts: Districts) -> dict[str, Any]:
    from jijuqu.web.desk.site_screening.answer import answer  # noqa: PLC0415 - brings Numba
    from jijuqu.web.desk.site_screening.groups import grouped  # noqa: PLC0415 - the same

    found = grouped(kept, **form.cleaned_data)
    powers = powers_on(request)
    planned_for = {each.holder for each in powers.capacities if powers.may(Permission.PLAN, holder=each.holder)} - {""}
    strange = [name for name in found.districts if not districts.holder(name)]
    return {
        **answer(found, districts, planned_for),
        "may_plan": bool(planned_for),
        "strange_districts": strange,
        "not_written": NOT_WRITTEN in strange,
    }


def _around(request: HttpRequest, kept: KeptScreening, screening: Screening, districts: Districts) -> dict[str, Any]:
    """Give what does not change with the thresholds: what was screened, dropped and noticed, and the map's ground."""
    sources = kept.sources
    sides = screening.boxes
    bounds = [*sides[:, :2].min(axis=0).tolist(), *sides[:, 2:].max(axis=0).tolist()] if len(sides) else None
    dropped = {f"{kind}.parquet": str(layer_name(kind)) for kind in sources["on_record"]}
    return {
        "dropped": [(dropped.get(name, name), count) for name, count in screening.dropped.items()],
        "files": [sources["parcels"], *([sources["parks"]] if sources["parks"] else []), *sources["keep_clear"]],
        "on_record": [layer_name(kind) for kind in sources["on_record"]],
        "not_covering": [LayerKind(kind).label for kind in sources["not_covering"]],
        "noticed": [said_here(each) for each in (*screening.issues, *(note.message for note in screening.notes))],
        "ground": ground(districts.outlined(map(str, screening.district_names.tolist())), bounds),
        "is_own": kept.organisation_id in organisations_of(request),
    }


def _address(kept: KeptScreening, form: Thresholds) -> str:
    here = reverse("desk-site-screening-result", args=[kept.pk])
    return f"{here}?{form.address}" if form.address else here
