"""清除联系人: the contact of a responsible body leaves the record where somebody asks for it; the body itself stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.pool import forget_contact
from jijuqu.cases.models import Body
from jijuqu.web.desk.fields import TypedAgain
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.signed_in import case_page, person_of, powers_on

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case


class ForgetForm(forms.Form):
    """The contact's name, or where there is none the telephone, typed again."""

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmed"] = TypedAgain(words)


def may_forget_contacts(request: HttpRequest, case: Case) -> bool:
    """Tell whether somebody may clear the contacts of a case: whoever organises its review."""
    return powers_on(request).may(Permission.ORGANISE_REVIEW, holder=str(case.holder_id))


@case_page
@require_http_methods(["GET", "HEAD", "POST"])
def contact_forgotten(request: HttpRequest, case: Case, key: int) -> HttpResponse:
    """Take the contact of a body out of the record for good."""
    if not may_forget_contacts(request, case):
        raise PermissionDenied
    body = get_object_or_404(Body.objects.exclude(contact="", phone=""), pk=key, cluster__case=case)
    form = ForgetForm(request.POST or None, words=body.contact or body.phone)
    page = FormPage(
        title=_("清除联系人：%(body)s") % {"body": body.name},
        about=_("联系人姓名和电话从记录中清除，单位名称和信用代码保留。"),
        button=_("清除联系人"),
        back=reverse("case-plan", args=[case.number]),
        done=_("联系人已清除。"),
        is_grave=True,
    )
    return show_or_do(request, page, form, lambda: forget_contact(body, actor=person_of(request)))
