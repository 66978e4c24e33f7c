"""承诺时限: so many working days for one kind of clock, from a day on; never a number of the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.following import following
from jijuqu.procedure.clocks import Kind
from jijuqu.reference.actions import change_time_limit
from jijuqu.reference.models import TimeLimit
from jijuqu.reference.models.time_limit import LONGEST_DAYS
from jijuqu.web.desk.fields import Day, Line
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class TimeLimitForm(forms.Form):
    """The new number of working days, where it comes from, and from when it is promised."""

    working_days = forms.IntegerField(
        label=gettext_lazy("工作日"),
        min_value=1,
        max_value=LONGEST_DAYS,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )
    source = Line(label=gettext_lazy("来源"), max_length=300, help_text=gettext_lazy("谁、以什么文件作出的承诺。"))
    on = Day(label=gettext_lazy("自何日起执行"), help_text=gettext_lazy("此前开始计算的期限仍按原来的时限。"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def time_limit(request: HttpRequest, kind: str) -> HttpResponse:
    """Change what is promised for one kind of clock; below, what was promised before."""
    if kind not in set(Kind) - {Kind.REPLY_PROMPT}:
        raise Http404(_("没有这一项承诺时限。"))
    form = TimeLimitForm(request.POST or None, initial={"on": today(request)})

    def deed() -> None:
        said, actor = form.cleaned_data, person_of(request)
        with following(actor=actor, on=said["on"]):
            change_time_limit(Kind(kind), said["working_days"], said["source"], actor=actor, on=said["on"])

    page = FormPage(
        title=_("变更承诺时限：%(name)s") % {"name": Kind(kind).label.say(page_language())},
        about=_("承诺时限由本系统设定，非通知规定。变更只影响以后。"),
        button=_("变更"),
        back=reverse("desk-reference"),
        done=_("承诺时限已变更。"),
    )
    history = TimeLimit.objects.filter(kind=kind).order_by("-first_day")
    versions = [(each.first_day, each.last_day, each.working_days, each.source) for each in history]
    beside = {"versions": versions, "value_label": _("工作日")}
    return show_or_do(request, page, form, deed, template="desk/versions.html", beside=beside)
