"""行业代码: the codes of GB/T 4754 that are known, and the import of those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.attachments import open_attachment
from jijuqu.journal.file_kinds import TEXT, XLSX
from jijuqu.reference.actions import import_industries
from jijuqu.reference.models import Industry, IndustryLevel
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.kept_file import KeptFileField
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_NAMED = 10


class IndustriesForm(forms.Form):
    """A table of codes and names."""

    file = KeptFileField(
        label=gettext_lazy("代码表"),
        allowed=(XLSX, TEXT),
        help_text=gettext_lazy(
            "Excel 或 CSV，列名：代码、名称（或 code、name）。只增加还没有的中类和小类，已有名称不改。"
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def industries(request: HttpRequest) -> HttpResponse:
    """Show how many codes of each level there are, and take a table of more."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = IndustriesForm(*sent)

    def deed() -> None:
        kept = form.cleaned_data["file"]
        with open_attachment(kept.attachment.pk) as file:
            done = import_industries(kept.name, file.read(), actor=person_of(request), on=today(request))
        messages.info(request, _("新增代码：%(count)s 个。") % {"count": done.added})
        if differ := done.named_otherwise:
            named = _("、").join(f"{code} {ours}（{theirs}）" for code, ours, theirs in differ[:MOST_NAMED])
            said = _("%(count)s 个代码在文件中的名称不同，没有改动：%(named)s。") % {
                "count": len(differ),
                "named": named,
            }
            messages.info(request, said)

    known = dict(Industry.objects.values_list("level").annotate(Count("pk")).order_by())
    counts = _("、").join(f"{level.label} {known.get(level.value, 0)}" for level in IndustryLevel)
    page = FormPage(
        title=_("国民经济行业代码（GB/T 4754—2017）"),
        about=_("现有：%(counts)s。主导产业、拟引进项目和准入清单按这些代码核对。") % {"counts": counts},
        button=_("导入代码表"),
        back=reverse("desk-reference"),
        done=_("代码表已导入。"),
    )
    return show_or_do(request, page, form, deed)
