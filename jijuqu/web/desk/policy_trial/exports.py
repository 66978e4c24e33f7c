"""The comparison of a trial as a document to be handed round (DOCX) and as a workbook with every flip (XLSX)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.file_kinds import DOCX, XLSX
from jijuqu.web.desk.policy_trial.form import TrialForm
from jijuqu.web.desk.policy_trial.tried import screenings_here, tried_out, written_out
from jijuqu.web.desk.signed_in import requires
from jijuqu.web.public.shown_day import shown_day

if TYPE_CHECKING:
    from django.http import HttpRequest

KINDS = {"docx": DOCX, "xlsx": XLSX}


@require_safe
@requires(Permission.TRY_POLICY)
def policy_trial_file(request: HttpRequest, form: str) -> HttpResponse:
    """Hand out what the address asks to be tried out; where it changes nothing or does not fit, go to the page."""
    if form not in KINDS:
        raise Http404(_("只有 .docx 和 .xlsx 两种文件。"))
    asked = TrialForm(request.GET, shown_day(request), screenings_here(request))
    trial = tried_out(asked) if asked.is_valid() else None
    if trial is None or not trial.tries_something:
        return redirect(f"{reverse('desk-policy-trial')}?{request.GET.urlencode()}")
    name = _("政策测算 %(day)s") % {"day": asked.day.isoformat()}
    response = HttpResponse(written_out(asked, trial, form), content_type=KINDS[form].media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{form}") or ""
    return response
