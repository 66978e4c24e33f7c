"""Files of a case, for those who may see it; browsers save them and never show or run them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jijuqu.cases.models import Boundary, CaseFile, Letter
from jijuqu.journal.attachments import download
from jijuqu.journal.models import Paper
from jijuqu.web.desk.signed_in import case_page

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest

    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Attachment


@require_safe
@case_page
def case_download(request: HttpRequest, case: Case, kind: str, key: int) -> FileResponse:
    """Hand out a file of the case: one of its materials, a paper of an act, a sealed letter, a boundary file."""
    attachment, name = _find(case, kind, key)
    if attachment is None or attachment.removed_at:
        raise Http404(_("没有这个文件，或者已依法移除。"))
    return download(attachment, name)


def _find(case: Case, kind: str, key: int) -> tuple[Attachment | None, str]:
    match kind:
        case "file":
            file = CaseFile.objects.select_related("attachment").filter(case=case, pk=key).first()
            return (file.attachment, file.name) if file else (None, "")
        case "paper":
            paper = _papers(case).filter(pk=key).first()
            return (paper.attachment, _named(paper.title, paper.attachment)) if paper else (None, "")
        case "letter":
            letter = Letter.objects.select_related("scan").filter(case=case, pk=key, scan__isnull=False).first()
            return (letter.scan, _named(str(letter), letter.scan)) if letter else (None, "")
        case "boundary":
            boundary = Boundary.objects.select_related("file").filter(cluster__case=case, pk=key).first()
            return (boundary.file, boundary.file_name) if boundary else (None, "")
    return None, ""


def _papers(case: Case) -> QuerySet[Paper]:
    """Return the papers that acts on the case were registered by."""
    return Paper.objects.select_related("attachment").filter(events__subject=case.subject).distinct()


def _named(title: str, attachment: Attachment | None) -> str:
    """Give a file the ending of what it holds."""
    endings = {"application/pdf": ".pdf", "application/ofd": ".ofd", "image/png": ".png", "image/jpeg": ".jpg"}
    return title + endings.get(attachment.media_type if attachment else "", "")
