"""A form sent without a session is kept on the server and given back after signing in; the browser holds nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from jijuqu.accounts.models import KeptForm
from jijuqu.accounts.models.kept_form import TOKEN_LENGTH
from jijuqu.web.account.session import FORMER_PERSON, KEPT_FORMS
from jijuqu.web.typed import chosen_files, typed_fields

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from jijuqu.accounts.models import Person

KEEP_DAYS = 7
NAME_IN_FORM = "kept_form"
TYPED = (forms.Textarea, forms.TextInput, forms.EmailInput, forms.NumberInput, forms.URLInput, forms.DateInput)
MOST_OF_STRANGERS = 100_000  # characters of a form whose owner is not known


class TypedField(NamedTuple):
    """One field as it is given back: what people call it, what they read, and whether they may still change it."""

    name: str
    label: str
    value: str
    shown: str
    is_text: bool


def keep_typed(request: HttpRequest, owner: Person | None) -> str | None:
    """Keep what was typed for its owner and return its token; None where a stranger sends too much of it."""
    fields = typed_fields(request)
    if owner is None:
        is_small = sum(len(value) for _name, value in fields) <= MOST_OF_STRANGERS
        if not is_small or not ratelimit.consume(request, action="keep_form"):
            return None
    KeptForm.objects.filter(kept_at__lt=timezone.now() - timedelta(days=KEEP_DAYS)).delete()
    kept = KeptForm.objects.create(
        token=get_random_string(TOKEN_LENGTH),
        person=owner,
        address=request.get_full_path(),
        fields=fields,
        files=chosen_files(request),
    )
    if owner is None:
        request.session[KEPT_FORMS] = [*request.session.get(KEPT_FORMS, []), kept.token]
    else:
        request.session[FORMER_PERSON] = str(owner.pk)
    return kept.token


def forget_kept(request: HttpRequest, answer: HttpResponseBase) -> None:
    """Throw a kept form away once it was sent again and the page has answered it."""
    if request.method == "POST" and answer.status_code < 500 and (token := request.POST.get(NAME_IN_FORM)):
        KeptForm.objects.filter(_ours(request), token=token).delete()


def give_back(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show a kept form with all that was typed, to be sent again; or throw it away."""
    kept = get_object_or_404(KeptForm, _ours(request), token=token)
    if request.method == "POST":
        kept.delete()
        messages.success(request, _("已放弃这份未提交的内容。"))
        return redirect(reverse("my-data"))
    context = {"kept": kept, "typed": _as_typed(kept), "name_in_form": NAME_IN_FORM, "keep_days": KEEP_DAYS}
    return render(request, "account/kept_form.html", context)


def _ours(request: HttpRequest) -> Q:
    """Choose the forms of who is signed in, and those this browser sent without our knowing whose they are."""
    return Q(person=request.user.pk, person__isnull=False) | Q(
        person__isnull=True, token__in=request.session.get(KEPT_FORMS, [])
    )


def _as_typed(kept: KeptForm) -> list[TypedField]:
    known = _form_fields(kept.address)
    return [_typed_field(name, value, known.get(name)) for name, value in kept.fields]


def _form_fields(address: str) -> dict[str, forms.Field]:
    """Return the fields of the form that the page of an address takes, where its view says which."""
    try:
        view = resolve(address.partition("?")[0]).func
    except Resolver404:
        return {}
    form_class = getattr(view, "form_class", None)
    return form_class.base_fields if form_class else {}


def _typed_field(name: str, value: str, field: forms.Field | None) -> TypedField:
    if field is None:
        return TypedField(name, name, value, value, is_text=False)
    choices = {str(code): str(label) for code, label in getattr(field, "choices", [])}
    is_text = isinstance(field.widget, TYPED)
    return TypedField(name, str(field.label or name), value, choices.get(value, value), is_text)
