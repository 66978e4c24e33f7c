"""账号与授权: one person, what they hold, and what an administrator may do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from jijuqu.accounts.actions import (
    amend_person,
    appoint,
    close_account,
    end_appointment,
    forget_person,
    reopen_account,
    reset_password,
    reset_second_factor,
)
from jijuqu.accounts.models import Appointment, Person
from jijuqu.accounts.permissions import Permission
from jijuqu.accounts.queries import has_second_factor
from jijuqu.journal.queries import history
from jijuqu.procedure.roles import Role
from jijuqu.web.account.access import person_of, powers_on, requires
from jijuqu.web.account.people_forms import AppointmentForm, EndForm, ForgetForm, PersonForm, ReasonForm

if TYPE_CHECKING:
    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict

LATEST = 20
OWN_IDS = "person-%s"  # two forms of the page have a field of the same name

# What an administrator may do about an account, and what the button says.
ACCOUNT_ACTS = {
    "reset-password": _("重置密码"),
    "reset-second-factor": _("重置动态口令"),
    "close": _("停用账号"),
    "reopen": _("恢复账号"),
    "forget": _("清除个人信息"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_PEOPLE, Permission.AUDIT, form=PersonForm)
def person(request: HttpRequest, key: int) -> HttpResponseBase:
    """Show a person; take what an administrator mends in their row."""
    return _amend(request, key) if request.method == "POST" else _page(request, _found(key))


@requires(Permission.KEEP_PEOPLE)
def _amend(request: HttpRequest, key: int) -> HttpResponse:
    form = PersonForm(request.POST, instance=_found(key), auto_id=OWN_IDS)
    if not form.is_valid():
        return _page(request, _found(key), person=form)
    amend_person(form.instance, actor=person_of(request))
    return _done(request, key, gettext("已保存。"))


@require_POST
@requires(Permission.KEEP_PEOPLE, form=AppointmentForm)
def appoint_person(request: HttpRequest, key: int) -> HttpResponse:
    """Grant a role."""
    someone, form = _found(key), AppointmentForm(request.POST)
    if form.is_valid():
        given = dict(form.cleaned_data)
        role = Role(given.pop("role"))
        try:
            appoint(someone, given.pop("organisation"), role, actor=person_of(request), **given)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return _done(request, key, gettext("已授予角色。"))
    return _page(request, someone, appointment=form)


@require_POST
@requires(Permission.KEEP_PEOPLE, form=EndForm)
def end_person_appointment(request: HttpRequest, key: int) -> HttpResponse:
    """End an appointment with a day."""
    appointment = get_object_or_404(Appointment, pk=key)
    form = EndForm(request.POST, prefix=f"end-{key}")
    if form.is_valid():
        try:
            end_appointment(appointment, actor=person_of(request), **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return _done(request, appointment.person_id, gettext("已写明截止日期。"))
    return _page(request, _found(appointment.person_id), **{f"end-{key}": form})


@require_POST
@requires(Permission.KEEP_PEOPLE, form=ReasonForm)
def act_on_account(request: HttpRequest, key: int, act: str) -> HttpResponse:
    """Close or open an account, reset its password or its second factor, or remove what is personal."""
    someone, actor = _found(key), person_of(request)
    if someone == actor:
        raise PermissionDenied  # another administrator does it
    form = _account_form(act, someone, request.POST)
    if not form.is_valid():
        return _page(request, someone, **{act: form})
    reason = form.cleaned_data["reason"]
    match act:
        case "reset-password":
            password = reset_password(someone, actor=actor, reason=reason)
            return render(request, "people/initial_password.html", {"person": someone, "password": password})
        case "reset-second-factor":
            reset_second_factor(someone, actor=actor, reason=reason)
        case "close":
            close_account(someone, actor=actor, reason=reason)
        case "reopen":
            reopen_account(someone, actor=actor, reason=reason)
        case "forget":
            forget_person(someone, actor=actor, reason=reason)
    return _done(request, key, gettext("已办理并记入日志。"))


def _found(key: int) -> Person:
    return get_object_or_404(Person.objects.select_related("organisation"), pk=key)


def _done(request: HttpRequest, key: int, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("person", key=key)


def _page(request: HttpRequest, someone: Person, **wrong: BaseForm) -> HttpResponse:
    """Show the page of a person; `wrong` is the form that was sent and not taken, under its name."""
    appointments = someone.appointments.select_related("organisation", "deputises_for")
    acts = [act for act in ACCOUNT_ACTS if act != ("reopen" if someone.is_active else "close")]
    context = {
        "person": someone,
        "may_keep": powers_on(request).may(Permission.KEEP_PEOPLE),
        "is_self": someone == person_of(request),
        "wrong": next(iter(wrong.values()), None),
        "person_form": wrong.get("person") or PersonForm(instance=_found(someone.pk), auto_id=OWN_IDS),
        "appointment_form": wrong.get("appointment")
        or AppointmentForm(initial={"organisation": someone.organisation_id}),
        "appointments": [(row, wrong.get(f"end-{row.pk}") or EndForm(prefix=f"end-{row.pk}")) for row in appointments],
        "acts": [
            (
                act,
                ACCOUNT_ACTS[act],
                reverse(f"{act}-account", args=[someone.pk]),
                wrong.get(act) or _account_form(act, someone),
            )
            for act in acts
        ],
        "has_second_factor": has_second_factor(someone),
        "sign_ins": someone.sign_ins.all()[:LATEST],
        "history": history(f"person:{someone.pk}").order_by("-number")[:LATEST],
    }
    return render(request, "people/person.html", context)


def _account_form(act: str, someone: Person, typed: QueryDict | None = None) -> ReasonForm:
    if act == "forget":
        return ForgetForm(typed, prefix=act, person=someone)
    return ReasonForm(typed, prefix=act)
