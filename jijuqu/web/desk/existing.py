"""存量台账: clusters approved on paper come in from a table; first the report, then, as it said, into the register."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.attachments import open_attachment
from jijuqu.journal.file_kinds import BOUNDARIES, SCANS, TEXT, XLSX
from jijuqu.land.parcel import UnreadableError
from jijuqu.registry.actions import enter_existing
from jijuqu.registry.existing.report import RowKind, report_existing
from jijuqu.registry.existing.template import template
from jijuqu.registry.existing.uploads import unpacked
from jijuqu.web.desk.form_page import UNCHANGED, attempt, faults_of, put_unreadable
from jijuqu.web.desk.kept_file import KeptFileField, KeptFilesField
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.public.shown_day import today
from jijuqu.web.uploads import name_dropped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

    from jijuqu.registry.existing.report import Report
    from jijuqu.web.desk.kept_file import KeptFile

GRAVEST_FIRST = (RowKind.FAULTY, RowKind.CHANGED, RowKind.NEW, RowKind.SAME)
SALT = "jijuqu.web.desk.existing"


class ExistingForm(forms.Form):
    """The table and the files that its rows name; `seen` is the mark of the report that the page showed."""

    table = KeptFileField(
        label=gettext_lazy("台账"),
        allowed=(XLSX, TEXT),
        help_text=gettext_lazy("Excel（.xlsx）或 CSV，列名与模板一致。"),
    )
    attached = KeptFilesField(
        label=gettext_lazy("边界文件和扫描件"),
        allowed=(*BOUNDARIES, *SCANS),
        required=False,
        help_text=gettext_lazy(
            "可一次选多个，也可打成一个 zip；shapefile 请打成 zip。文件名与台账所填一致，或者就用编号命名。"
        ),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


@require_safe
@requires(Permission.ENTER_EXISTING)
def existing_template(request: HttpRequest) -> HttpResponse:
    """Answer with the workbook to fill in."""
    del request
    response = HttpResponse(template(), content_type=XLSX.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="存量台账模板.xlsx") or ""
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.ENTER_EXISTING)
def existing(request: HttpRequest) -> HttpResponse:
    """Take the table and its files, show what would come of every row, and enter it once that was seen."""
    if request.method != "POST":
        return render(request, "desk/existing.html", {"form": ExistingForm()})
    form = ExistingForm(request.POST, request.FILES)
    name_dropped(request, form)
    report = None
    if form.is_valid():
        try:
            with _report(form.cleaned_data["table"], form.cleaned_data["attached"]) as report:
                if request.POST.get("step") in {"enter", "without-faulty"} and _enter(request, form, report):
                    return redirect("desk-existing")
        except UnreadableError as error:
            put_unreadable(form, "table", error)
    return _show(request, form, report)


@contextmanager
def _report(table: KeptFile, files: list[KeptFile]) -> Iterator[Report]:
    """Report on what was sent, and keep its files unpacked meanwhile."""
    with unpacked((each.name, _bytes_of(each)) for each in files) as uploads:
        yield report_existing(table.name, _bytes_of(table), uploads)


def _bytes_of(kept: KeptFile) -> bytes:
    with open_attachment(kept.attachment.pk) as file:
        return file.read()


def _enter(request: HttpRequest, form: ExistingForm, report: Report) -> bool:
    """Enter what the report says, if it is the one that was seen; else note why not and return False."""
    if not constant_time_compare(form.cleaned_data["seen"], _mark(report)):
        form.add_error(None, _("文件或登记内容在核对之后有变动，没有导入任何一行；以下是重新核对的结果。"))
        return False
    without_faulty = request.POST["step"] == "without-faulty"
    entered: list[object] = []

    def deed() -> None:
        entered.extend(
            enter_existing(report, actor=person_of(request), on=today(request), without_faulty=without_faulty)
        )

    if attempt(form, deed):
        messages.success(request, _("已导入 %(count)s 个集聚区。导入的集聚区尚未公开。") % {"count": len(entered)})
        return True
    return False


def _mark(report: Report) -> str:
    """Give the mark of a report: another one as soon as any row would become something else."""
    rows = [
        (row.entry.code, row.kind, [(each.name, each.before, each.after) for each in row.differences], repr(row.errors))
        for row in report.rows
    ]
    return salted_hmac(SALT, json.dumps(rows, ensure_ascii=False), algorithm="sha256").hexdigest()


def _show(request: HttpRequest, form: ExistingForm, report: Report | None) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "faults": list(faults_of(form)), "report": report}
    if report:
        counts = {kind.value: report.count(kind) for kind in RowKind}
        groups = [(kind.value, [row for row in report.rows if row.kind is kind]) for kind in GRAVEST_FIRST]
        context |= {
            "groups": [(kind, rows) for kind, rows in groups if rows],
            "counts": counts,
            "to_enter": counts["new"] + counts["changed"],
            "mark": _mark(report),
        }
    return render(request, "desk/existing.html", context, status=UNCHANGED if form.errors else 200)
