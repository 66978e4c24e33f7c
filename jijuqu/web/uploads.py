"""Limits on what is sent to us, kept while it arrives rather than after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext as _

from jijuqu.web.errors import too_large

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
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
    """Drop a file that grows beyond what a form takes, and go on reading the other fields.

    The page then still has everything that was typed; `name_dropped` says at its field what became of the file.
    """

    kept_bytes = 0  # of all files so far

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start counting."""
        super().new_file(*args, **kwargs)
        self.received_bytes = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on unless the file is too large by now."""
        self.received_bytes += len(raw_data)
        most = min(settings.MAX_UPLOAD_BYTES, settings.MAX_UPLOADS_BYTES - self.kept_bytes)
        if self.received_bytes > most:
            dropped_files(self.request).append(Dropped(self.field_name or "", self.file_name or ""))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Count it, and leave the making of the file to the next handler."""
        self.kept_bytes += file_size


class Dropped(NamedTuple):
    """A file that was dropped for its size: the field it came in, and what its owner called it."""

    field: str
    name: str

    @property
    def sentence(self) -> str:
        """Say that it was not taken, what is, and what to do."""
        said = _("“%(name)s”没有收下：一个文件不超过 %(one)s MB，一次合计不超过 %(all)s MB；请压缩或者拆分后再上传。")
        most = {"one": settings.MAX_UPLOAD_BYTES >> 20, "all": settings.MAX_UPLOADS_BYTES >> 20}
        return said % {"name": self.name, **most}


def dropped_files(request: HttpRequest | None) -> list[Dropped]:
    """Return the files that were dropped for their size; the list itself, so that it can grow."""
    if not hasattr(request, "dropped_files"):
        request.dropped_files = []  # type: ignore[union-attr]
    return request.dropped_files  # type: ignore[union-attr,no-any-return]


def name_dropped(request: HttpRequest, form: Form, *others: Form) -> None:
    """Say of every dropped file, at the field of the forms it was chosen in, that it was not taken.

    That a file is missing there is then not said as well.
    """
    for each in dropped_files(request):
        there = ((one, name) for one in (form, *others) for name in one.fields if one.add_prefix(name) == each.field)
        holder, name = next(there, (form, None))
        told = holder.errors  # of everything else
        if name:
            told.pop(name, None)
        holder.add_error(name, each.sentence)
