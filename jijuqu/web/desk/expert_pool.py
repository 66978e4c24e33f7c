"""专家库: who may be asked to review plans, kept by those who organise the reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.models import Person
from jijuqu.accounts.permissions import Permission, appointments_on
from jijuqu.cases.actions.pool import FORGOTTEN, end_expert, enter_expert, forget_expert, give_account
from jijuqu.cases.models import Expert
from jijuqu.procedure.experts import Field
from jijuqu.procedure.roles import Role
from jijuqu.web.desk.fields import Choice, Day, Line, RowChoice, TypedAgain, said_choices
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.letter import Lines
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    import datetime

    from django.http import HttpRequest, HttpResponse


class ExpertForm(forms.Form):
    """Somebody who enters the pool."""

    name = Line(label=gettext_lazy("姓名"), max_length=40)
    employer = Line(label=gettext_lazy("工作单位"), max_length=80)
    title = Line(label=gettext_lazy("职称"), max_length=40, required=False)
    field = Choice(label=gettext_lazy("专业领域"))
    ties = Lines(
        label=gettext_lazy("有利害关系的单位"), help_text=gettext_lazy("每行一个单位；涉及这些单位的规划不抽取此人。")
    )
    first_day = Day(label=gettext_lazy("入库日期"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = said_choices(Field)  # type: ignore[attr-defined]


class AccountForm(forms.Form):
    """With which account an expert signs in to score; nobody but experts without one is offered."""

    person = RowChoice(label=gettext_lazy("账号"))

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = appointments_on(on).filter(role=Role.EXPERT).values("person")
        free = Person.objects.filter(pk__in=held, is_active=True, expert=None).order_by("name", "pk")
        field = self.fields["person"]
        field.offer((each, f"{each.name}（{each.username}）") for each in free)  # type: ignore[attr-defined]
        field.help_text = "" if free else _("没有可选的账号：请先由安全管理员录入此人并授予“评审专家”角色。")


class LeaveForm(forms.Form):
    """The last day of an expert in the pool."""

    last_day = Day(label=gettext_lazy("出库日期"), help_text=gettext_lazy("当日仍可被抽取；以往的评审会不受影响。"))


class ForgetForm(forms.Form):
    """The expert's name, typed again."""

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmed"] = TypedAgain(name)


@require_safe
@requires(Permission.ORGANISE_REVIEW)
def experts(request: HttpRequest) -> HttpResponse:
    """List the experts of today by field, and those who have left."""
    day, language = today(request), page_language()
    rows = [
        (each, Field(each.field).label.say(language), each.last_day is not None and each.last_day < day)
        for each in Expert.objects.select_related("person")
    ]
    rows.sort(key=lambda row: row[2])  # within each, as the pool is ordered
    return render(request, "desk/experts.html", {"rows": rows, "forgotten": FORGOTTEN})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.ORGANISE_REVIEW)
def new_expert(request: HttpRequest) -> HttpResponse:
    """Enter somebody in the pool."""
    form = ExpertForm(request.POST or None, initial={"first_day": today(request)})
    page = FormPage(
        title=_("专家入库"),
        about=_("入库的专家可被抽取参加规划评审（二（三）3）。"),
        button=_("入库"),
        back=reverse("desk-experts"),
        done=_("专家已入库。"),
    )
    return show_or_do(request, page, form, lambda: enter_expert(Expert(**form.cleaned_data), actor=person_of(request)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.ORGANISE_REVIEW)
def expert_account(request: HttpRequest, key: int) -> HttpResponse:
    """Tie an expert to the account with which they sign in."""
    expert = get_object_or_404(Expert, pk=key, last_day__isnull=True, person__isnull=True)
    form = AccountForm(request.POST or None, on=today(request))
    page = FormPage(
        title=_("专家账号：%(name)s") % {"name": expert.name},
        about=_("有账号的专家登录后，可以在自己的席位上填写评分和意见；没有账号的，凭签字的评审意见登记即可。"),
        button=_("关联账号"),
        back=reverse("desk-experts"),
        done=_("已关联账号，专家可以登录评分。"),
    )
    return show_or_do(
        request, page, form, lambda: give_account(expert, form.cleaned_data["person"], actor=person_of(request))
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.ORGANISE_REVIEW)
def expert_leaves(request: HttpRequest, key: int) -> HttpResponse:
    """Let somebody leave the pool."""
    expert = get_object_or_404(Expert, pk=key, last_day__isnull=True)
    form = LeaveForm(request.POST or None, initial={"last_day": today(request)})
    page = FormPage(
        title=_("专家出库：%(name)s") % {"name": expert.name},
        about=expert.employer,
        button=_("出库"),
        back=reverse("desk-experts"),
        done=_("专家已出库。"),
    )
    return show_or_do(
        request, page, form, lambda: end_expert(expert, form.cleaned_data["last_day"], actor=person_of(request))
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.ORGANISE_REVIEW)
def expert_forgotten(request: HttpRequest, key: int) -> HttpResponse:
    """Take who an expert is out of the record for good."""
    expert = get_object_or_404(Expert.objects.exclude(name=FORGOTTEN), pk=key)
    form = ForgetForm(request.POST or None, name=expert.name)
    page = FormPage(
        title=_("清除专家个人信息：%(name)s") % {"name": expert.name},
        about=_("姓名、工作单位、职称、利害关系和账号关联从记录中清除，并同时出库；以往评审会的席位保留，只剩编号。"),
        button=_("清除个人信息"),
        back=reverse("desk-experts"),
        done=_("专家的个人信息已清除。"),
        is_grave=True,
    )
    return show_or_do(request, page, form, lambda: forget_expert(expert, actor=person_of(request)))
