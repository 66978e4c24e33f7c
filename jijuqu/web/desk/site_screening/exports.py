"""The groups of a kept screening as files: the same as those of `jijuqu screen -o`, at the thresholds of the page."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.file_kinds import GEOPACKAGE, XLSX
from jijuqu.web.desk.signed_in import requires
from jijuqu.web.desk.site_screening.districts import Districts
from jijuqu.web.desk.site_screening.page import seen_screening
from jijuqu.web.desk.site_screening.result import loaded, thresholds_of
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.http import HttpRequest

    from jijuqu.web.desk.site_screening.groups import Grouped

MEDIA_TYPES = {"xlsx": XLSX.media_type, "geojson": "application/geo+json", "gpkg": GEOPACKAGE.media_type}


@require_safe
@requires(Permission.SCREEN_SITES)
def screening_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Hand out the groups that the page shows; where its address asks for what cannot be, go to the page."""
    from jijuqu.web.desk.site_screening.groups import grouped  # noqa: PLC0415 - brings Numba

    if form not in MEDIA_TYPES:
        raise Http404(_("只有 .xlsx、.geojson 和 .gpkg 三种文件。"))
    kept = seen_screening(request, key)
    asked = thresholds_of(request, kept, loaded(kept), Districts(today(request)))
    if not asked.is_valid():
        return redirect(f"{reverse('desk-site-screening-result', args=[kept.pk])}?{asked.address}")
    content = _content(grouped(kept, **asked.cleaned_data), form)
    response = HttpResponse(content, content_type=MEDIA_TYPES[form])
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=f"{kept.name}.{form}") or ""
    )
    return response


def _content(found: Grouped, form: str) -> bytes:
    from jijuqu.land.screening.table import group_columns, issue_rows, overlap_messages  # noqa: PLC0415 - brings Numba
    from jijuqu.land.screening.writing import write_groups  # noqa: PLC0415 - the same
    from jijuqu.population.screening_workbook import screening_workbook  # noqa: PLC0415 - the same

    columns = group_columns(found.screening, found.groups)
    issues = list(issue_rows(found.screening, overlap_messages(found.screening, found.groups), page_language()))
    if form == "xlsx":
        return screening_workbook(columns, issues, page_language())
    with tempfile.TemporaryDirectory(prefix="jijuqu-screening-") as folder:
        path = Path(folder) / f"groups.{form}"
        write_groups(path, columns, found.outlines(found.groups.first_parcel.tolist()), issues)
        return path.read_bytes()
