"""Limits on what is sent to us, kept while it arrives rather than after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from jijuqu.web.errors import too_large

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class RequestSizeMiddleware:
    """Refuse a request whose announced size is beyond every form of ours, before reading any of it.

    A request that announces none has no body for Django, so nothing slips by.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 413 or hand the request on."""
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not announced.isdecimal() or int(announced) > settings.MAX_REQUEST_BYTES:
            return too_large(request)
        return self.get_response(request)


class FileSizeHandler(FileUploadHandler):
    """Drop a file that grows beyond the limit, and go on reading the other fields of the form.

    The page then still has everything that was typed; `request.oversized_files` lists the names it must speak of.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start counting."""
        super().new_file(*args, **kwargs)
        self.received_bytes = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on unless the file is too large by now."""
        self.received_bytes += len(raw_data)
        if self.received_bytes > settings.MAX_UPLOAD_BYTES:
            oversized_files(self.request).append(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the making of the file to the next handler."""


def oversized_files(request: HttpRequest | None) -> list[str]:
    """Return the names of the files that were dropped for their size; the list itself, so that it can grow."""
    if not hasattr(request, "oversized_files"):
        request.oversized_files = []  # type: ignore[union-attr]
    return request.oversized_files  # type: ignore[union-attr,no-any-return]
