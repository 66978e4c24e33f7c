"""Entered parameters: numbers that the notice asks for without giving them, and settings of this software."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.policy.notices import governing
from jijuqu.reference.actions import enter_parameter
from jijuqu.reference.models import EnteredParameter
from jijuqu.reference.queries import limits_with_entered, value_of
from jijuqu.web.desk.fields import Day, Line
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from jijuqu.policy.parameters import Parameter


class OpenParameter(NamedTuple):
    """A parameter that may be entered, as it stands on a day; `shown` is "" where nobody has entered it yet."""

    parameter: Parameter
    shown: str


class ParameterForm(forms.Form):
    """The value, where it comes from, and from when it holds."""

    value = Line(
        label=gettext_lazy("数值"),
        max_length=40,
        help_text=gettext_lazy("比例填0至1之间的小数，如 0.15；日期填 2022-12-31 的形式；其余填不小于0的数。"),
    )
    source = Line(label=gettext_lazy("来源"), max_length=300, help_text=gettext_lazy("文件名称、文号、条款。"))
    on = Day(label=gettext_lazy("自何日起执行"), help_text=gettext_lazy("此前作出的核查仍按原来的数值。"))


def open_parameters(day: date) -> list[OpenParameter]:
    """List the parameters that the notice of a day leaves open or that are settings, with their values of the day."""
    notice, language = governing(day), page_language()
    open_ = {each.name for each in notice.limits(day) if each.value is None or not each.of_notice}
    return [
        OpenParameter(each, "" if each.value is None else with_unit(each.value, each.unit, language))
        for each in limits_with_entered(notice, day)
        if each.name in open_
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def parameter(request: HttpRequest, name: str) -> HttpResponse:
    """Enter a value for one parameter; below, what was entered before."""
    day, language = today(request), page_language()
    known = next((each.parameter for each in open_parameters(day) if each.parameter.name == name), None)
    if known is None:
        raise Http404(_("没有这一项参数，或者它由通知规定，不能另行录入。"))
    form = ParameterForm(request.POST or None, initial={"on": day})

    def deed() -> None:
        said, notice = form.cleaned_data, governing(day)
        enter_parameter(notice, name, said["value"], said["source"], actor=person_of(request), on=said["on"])

    about = _("由本系统设定，非通知规定。") if not known.of_notice else _("通知要求而没有给出的数，凭文件录入。")
    page = FormPage(
        title=_("录入参数：%(name)s") % {"name": known.label.say(language)},
        about=f"{known.clause} {about}",
        button=_("录入数值"),
        back=reverse("desk-reference"),
        done=_("参数已录入。"),
    )
    entered = EnteredParameter.objects.filter(notice=governing(day).number, name=name).order_by("-first_day")
    versions = [
        (each.first_day, each.last_day, with_unit(value_of(each.value, known.unit), known.unit, language), each.source)
        for each in entered
    ]
    beside = {"versions": versions, "value_label": _("数值")}
    return show_or_do(request, page, form, deed, template="desk/versions.html", beside=beside)
