"""A page with one form that does one act: shown, done, or given back with everything that is to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.shortcuts import redirect, render

from jijuqu.land.parcel import UnreadableError
from jijuqu.web.desk import once
from jijuqu.web.desk.acts.sheet import Fault
from jijuqu.web.language import page_language
from jijuqu.web.uploads import name_dropped
from jijuqu.words.said import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from django.forms import Form
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

UNCHANGED = 422


@dataclass(frozen=True, slots=True)
class FormPage:
    """What a page says around its form: title, what the act is about, the button, and the address to go back to.

    `is_grave`: what it does cannot be taken back.
    """

    title: str | Promise
    about: str | Promise
    button: str | Promise
    back: str
    done: str | Promise
    is_grave: bool = False


def show_or_do(  # noqa: PLR0913 - page, form and deed, and what stands around them
    request: HttpRequest,
    page: FormPage,
    form: Form,
    deed: Callable[[], object],
    *,
    template: str = "desk/form_page.html",
    beside: Mapping[str, object] | None = None,
) -> HttpResponse:
    """Show a form, or do what a valid one says and go back; a refusal is shown with all that was typed.

    `template` may show more around the form, from the values `beside` it.
    """
    if form.is_bound:
        if before := once.done_before(request):
            return before
        name_dropped(request, form)
    if form.is_bound and form.is_valid() and (answer := _done(request, page, form, deed)):
        return answer
    around = {"page": page, "form": form, "faults": list(faults_of(form)), "once": once.token(request)}
    context = {**around, **(beside or {})}
    return render(request, template, context, status=UNCHANGED if form.is_bound else 200)


def _done(request: HttpRequest, page: FormPage, form: Form, deed: Callable[[], object]) -> HttpResponse | None:
    """Do it once and go back; None where it is refused."""

    def deed_once() -> None:
        deed()
        once.write_down(request, page.back)

    try:
        if not attempt(form, deed_once):
            return None
    except once.SentTwiceError:
        return once.done_before(request)
    messages.success(request, str(page.done))
    return redirect(page.back)


def attempt(form: Form, deed: Callable[[], object]) -> bool:
    """Do something in one transaction; where it is refused, put the sentences at the form's fields, return False."""
    try:
        with transaction.atomic():
            deed()
    except ValidationError as error:
        by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for name, sentences in by_field.items():
            form.add_error(name if name in form.fields else None, sentences)
    except UnreadableError as error:
        put_unreadable(form, "file", error)
    else:
        return True
    return False


def put_unreadable(form: Form, name: str, error: UnreadableError) -> None:
    """Say at a field, or on top where the form has none of that name, why its file cannot be used."""
    sentences = [say(reason, page_language()) for reason in error.reasons]
    form.add_error(name if name in form.fields else None, sentences)


def faults_of(form: Form) -> Iterator[Fault]:
    """List everything to mend, in the order of the form."""
    for name, errors in form.errors.items():
        field = form[name] if name in form.fields else None
        for error in errors:
            yield Fault(str(error), field.id_for_label if field else "", str(field.label) if field else "")
