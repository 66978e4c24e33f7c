"""The page 政策测算: sliders, the answer beside them, and trials that were kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from jijuqu.accounts.permissions import Permission
from jijuqu.reference.actions import keep_trial, remove_trial
from jijuqu.reference.models import KeptTrial
from jijuqu.web.desk.fields import Line
from jijuqu.web.desk.form_page import UNCHANGED, attempt, faults_of
from jijuqu.web.desk.policy_trial.choice import DRAFT, OVER
from jijuqu.web.desk.policy_trial.drafts import drafts_folder, shown_drafts
from jijuqu.web.desk.policy_trial.form import TrialForm
from jijuqu.web.desk.policy_trial.kept import kept_trials
from jijuqu.web.desk.policy_trial.tried import answered, screenings_here, tried_out
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.htmx import wants_part
from jijuqu.web.public.shown_day import shown_day, today

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.land_trial import LandTrial
    from jijuqu.cases.trial import Trial
    from jijuqu.reference.models import KeptScreening


OFFERED = 8  # screenings to choose among; from older ones their own page leads here


class KeepForm(forms.Form):
    """The name under which a trial is kept."""

    name = Line(label=gettext_lazy("测算名称"), max_length=80)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.TRY_POLICY)
def policy_trial(request: HttpRequest) -> HttpResponse:
    """Try out what the address asks for; a POST keeps it under a name. For htmx only the answer is sent."""
    form = TrialForm(request.GET, shown_day(request), screenings_here(request))
    if not form.is_valid():
        return _shown(request, form, {"faults": list(faults_of(form))}, status=UNCHANGED)
    if request.method != "POST" and not wants_part(request) and request.GET.urlencode() not in {"", form.address}:
        return redirect(_address(form))
    trial = tried_out(form)
    keep = KeepForm(request.POST if request.method == "POST" else None)
    if keep.is_bound and keep.is_valid() and attempt(keep, lambda: _keep(request, form, trial, keep)):
        messages.success(request, _("测算已保存。"))
        return redirect(_address(form))
    context = answered(form, trial) | {"keep": keep, "keep_faults": list(faults_of(keep)) if keep.is_bound else []}
    return _shown(request, form, context, status=UNCHANGED if keep.is_bound else 200)


@require_POST
@requires(Permission.TRY_POLICY)
def remove_kept(request: HttpRequest, key: int) -> HttpResponse:
    """Remove a trial that was kept, and go back to the page."""
    kept = KeptTrial.objects.filter(pk=key).first()
    if kept is None:
        raise Http404(_("没有这次测算，或者已被移除。"))
    remove_trial(kept, actor=person_of(request), on=today(request))
    messages.success(request, _("测算“%(name)s”已移除。") % {"name": kept.name})
    return redirect("desk-policy-trial")


def _shown(request: HttpRequest, form: TrialForm, context: dict[str, Any], status: int) -> HttpResponse:
    """Show the whole page, or to htmx the answer alone, under the address that asks for it."""
    part = "land_answer" if form.choice.over else "answer"
    whole = {
        "form": form,
        "day": form.day,
        "address": form.address,
        "answer": f"desk/policy_trial/{part}.html",
        **context,
    }
    if wants_part(request):
        response = render(request, whole["answer"], whole, status=status)
        response["HX-Replace-Url"] = _address(form)
        return response
    beside = {
        "kept": kept_trials(),
        "drafts": shown_drafts(form.day),
        "drafts_folder": drafts_folder(),
        "screenings": _offered(screenings_here(request), form),
        "asked_draft": _query(form, DRAFT),
        "asked_over": _query(form, OVER),
    }
    return render(request, "desk/policy_trial/page.html", whole | beside, status=status)


def _keep(request: HttpRequest, form: TrialForm, trial: Trial | LandTrial, keep: KeepForm) -> KeptTrial:
    kept = KeptTrial(
        name=keep.cleaned_data["name"],
        day=form.day,
        changed=form.typed_otherwise,
        **_chosen(form),
        tested=trial.tested,
        flips=trial.flips,
        districts=len(trial.districts),
    )
    return keep_trial(kept, actor=person_of(request), on=today(request))


def _chosen(form: TrialForm) -> dict[str, str]:
    """Give names and digests of the draft and the screening, as a kept trial has them."""
    draft, over = form.choice.draft, form.choice.over
    return {
        "draft": draft.name if draft else "", "draft_digest": draft.digest if draft else "",
        "screening": over.name if over else "", "screening_digest": over.digest if over else "",
    }  # fmt: skip


def _offered(screenings: QuerySet[KeptScreening], form: TrialForm) -> list[KeptScreening]:
    """List the newest screenings, and that which is chosen."""
    newest = list(screenings[:OFFERED])
    return newest if form.choice.over is None or form.choice.over in newest else [*newest, form.choice.over]


def _query(form: TrialForm, name: str) -> str:
    """Give what else of the choice an address keeps when one part of it is chosen anew."""
    value = form.choice.asked.get(name)
    return f"&{urlencode({name: value})}" if value else ""


def _address(form: TrialForm) -> str:
    return f"{reverse('desk-policy-trial')}?{form.address}"
