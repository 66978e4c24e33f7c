"""Sample survey files to download, where the demonstration has brought some."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from jijuqu.registry.models import SampleFile

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def sample_file(request: HttpRequest, code: str) -> FileResponse:
    """Hand out one sample file byte by byte as a survey office would send it."""
    sample = get_object_or_404(SampleFile, code=code)
    return FileResponse(
        BytesIO(bytes(sample.content)), as_attachment=True, filename=sample.file_name, content_type="text/plain"
    )
