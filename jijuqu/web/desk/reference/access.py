"""Access lists (产业准入清单): entered one by one or as a whole list, and ended with a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.attachments import open_attachment
from jijuqu.journal.file_kinds import TEXT, XLSX
from jijuqu.reference.actions import end_access_entry, enter_access_entry, import_access_list
from jijuqu.reference.actions.access import HEADINGS
from jijuqu.reference.models import AccessEntry, Restriction
from jijuqu.registry.queries import holder_names, holders_on
from jijuqu.web.desk.acts.plan_clusters import industry_codes
from jijuqu.web.desk.fields import Day, Line, OneOf, RowChoice, Words
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.kept_file import KeptFileField
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

PAGE_LENGTH = 50


class AccessForm(forms.Form):
    """One entry: what it is about, for whom it holds, what it says and where that stands."""

    restriction = OneOf(label=gettext_lazy("准入"), choices=Restriction.choices)
    industry = Line(
        label=gettext_lazy("行业代码"),
        max_length=4,
        required=False,
        help_text=gettext_lazy("GB/T 4754—2017 代码，含其下各级；行业代码和关键词至少填一项。"),
    )
    words = Line(
        label=gettext_lazy("关键词"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("在项目名称和产品中查找，多个用顿号分开。"),
    )
    holder = RowChoice(label=gettext_lazy("适用区县"), required=False)
    condition = Words(label=gettext_lazy("内容或条件"), max_length=500)
    source = Line(label=gettext_lazy("清单名称、文号和条目"), max_length=300)
    on = Day(label=gettext_lazy("自何日起执行"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(each, each.name) for each in holders_on(day)]
        self.fields["holder"].offer(named, empty=_("全市"))  # type: ignore[attr-defined]

    def clean_industry(self) -> str:
        """Give one code that there is, or none."""
        return "".join(industry_codes(self.cleaned_data["industry"])[:1])


class EndForm(forms.Form):
    """The last day of an entry, and why it ends."""

    last_day = Day(label=gettext_lazy("截止日期"), help_text=gettext_lazy("当日仍有效。"))
    why = Words(label=gettext_lazy("原因"), max_length=500)


class ImportForm(forms.Form):
    """A whole list as Excel or CSV."""

    file = KeptFileField(label=gettext_lazy("清单文件"), allowed=(XLSX, TEXT))
    source = Line(label=gettext_lazy("清单名称和文号"), max_length=250)
    on = Day(label=gettext_lazy("自何日起执行"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = _("Excel 或 CSV，列名：%(headings)s。“准入”填“禁止”或“限制”；有一行不合要求则全部不录入。")
        self.fields["file"].help_text = words % {"headings": "、".join(HEADINGS)}


@require_safe
@requires(Permission.KEEP_REFERENCE)
def access_lists(request: HttpRequest) -> HttpResponse:
    """List the entries in force or still to come; those that have ended where they are asked for."""
    day, words, ended = today(request), request.GET.get("q", "").strip(), request.GET.get("ended") == "1"
    over = Q(last_day__lt=day)
    found = AccessEntry.objects.filter(over if ended else ~over).select_related("industry")
    if words:
        found = found.filter(
            Q(words__icontains=words) | Q(condition__icontains=words) | Q(source__icontains=words) | Q(industry=words)
        )
    is_filtered = bool(words) or ended
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    names = dict(holder_names(day))
    rows = [(each, names.get(each.holder, each.holder)) for each in page.object_list]
    context = {"page": page, "rows": rows, "words": words, "ended": ended, "is_filtered": is_filtered}
    return render(request, "desk/access_lists.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def new_access_entry(request: HttpRequest) -> HttpResponse:
    """Enter one entry."""
    form = AccessForm(request.POST or None, day=today(request), initial={"on": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        entry = AccessEntry(
            restriction=said["restriction"],
            industry_id=said["industry"] or None,
            words=said["words"],
            holder=said["holder"].pk if said["holder"] else "",
            condition=said["condition"],
            source=said["source"],
            first_day=said["on"],
        )
        enter_access_entry(entry, actor=person_of(request), on=today(request))

    page = FormPage(
        title=_("录入准入条目"),
        about=_("禁止准入的项目不得进入，限制准入的须符合条件（二（二）1、二（二）3）。"),
        button=_("录入条目"),
        back=reverse("desk-access"),
        done=_("准入条目已录入。"),
    )
    return show_or_do(request, page, form, deed)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def end_of_access_entry(request: HttpRequest, key: int) -> HttpResponse:
    """Let one entry end."""
    entry = get_object_or_404(AccessEntry, pk=key, last_day__isnull=True)
    form = EndForm(request.POST or None, initial={"last_day": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        end_access_entry(entry, said["last_day"], why=said["why"], actor=person_of(request), on=today(request))

    page = FormPage(
        title=_("终止准入条目"),
        about=f"{entry.get_restriction_display()} {entry.industry_id or ''} {entry.words} {entry.condition}",
        button=_("终止条目"),
        back=reverse("desk-access"),
        done=_("准入条目已终止；以前的核查仍按当时的清单。"),
    )
    return show_or_do(request, page, form, deed)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def import_of_access_list(request: HttpRequest) -> HttpResponse:
    """Enter a whole list from a table."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ImportForm(*sent, initial={"on": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        with open_attachment(said["file"].attachment.pk) as file:
            data = file.read()
        import_access_list(said["file"].name, data, said["source"], actor=person_of(request), on=said["on"])

    page = FormPage(
        title=_("导入准入清单"),
        about=_("整份清单一次导入，自同一天起执行。原有条目不会自动终止。"),
        button=_("导入"),
        back=reverse("desk-access"),
        done=_("准入清单已导入。"),
    )
    return show_or_do(request, page, form, deed)
