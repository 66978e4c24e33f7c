"""Attachments: files kept once under the digest of their content, decided by content, handed out as downloads only."""

from __future__ import annotations

import os
import secrets
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import FileResponse
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _

from jijuqu.journal import hashing
from jijuqu.journal.file_kinds import DOCUMENTS, kind_of
from jijuqu.journal.models import Attachment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jijuqu.journal.file_kinds import FileKind

MAX_BYTES = settings.MAX_UPLOAD_BYTES
CHUNK_BYTES = 1024 * 1024

EMPTY = _("“%(name)s”是空文件，请重新选择。")
TOO_BIG = _("“%(name)s”超过 %(limit)s MB，请压缩或者拆分后再上传。")
UNKNOWN_KIND = _("“%(name)s”的内容不是可以接收的文件，无论其扩展名是什么；请上传：%(allowed)s。")
NOT_ALLOWED = _("“%(name)s”是 %(kind)s 文件，此处只收：%(allowed)s。")
NAMED_OTHERWISE = _("“%(name)s”的内容是 %(kind)s，与扩展名不符；请用原来的程序重新导出，或者改正扩展名。")
REMOVED = _("“%(name)s”与一份已依法移除的附件内容相同，不再保存。")


def keep(content: BinaryIO, name: str, *, allowed: Collection[FileKind] = DOCUMENTS) -> Attachment:
    """Keep a file of at most 50 MB, read from where it stands; the same content twice is kept once.

    `name` is what its owner called it, for the refusal's sentence and for its ending, which must fit the content.
    The file is on the disk before the row that names it can be committed. Raises ValidationError with a sentence.
    """
    folder = Path(settings.ATTACHMENTS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = folder / f"incoming-{secrets.token_hex(8)}"
    try:
        with os.fdopen(os.open(ours, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            digest, size = _copy(content, file, name)
            kind = _accepted(file, name, allowed)
            os.fsync(file.fileno())
        kept = Attachment.objects.filter(pk=digest).first()
        if kept and kept.removed_at:
            raise ValidationError(REMOVED, code="removed", params={"name": name})
        _put_in_place(ours, path_of(digest))
    finally:
        ours.unlink(missing_ok=True)
    row = {"algorithm": hashing.algorithm(), "size": size, "media_type": kind.media_type, "kept_at": timezone.now()}
    return kept or Attachment.objects.get_or_create(digest=digest, defaults=row)[0]


def path_of(digest: str) -> Path:
    """Return where the file of a digest lies."""
    return Path(settings.ATTACHMENTS) / digest[:2] / digest[2:]


def open_attachment(digest: str) -> BinaryIO:
    """Open a kept file for reading. Raises FileNotFoundError where it was removed or is missing."""
    return path_of(digest).open("rb")


def download(attachment: Attachment, name: str) -> FileResponse:
    """Answer with a file that browsers save under `name` and never show or run, whatever it holds."""
    response = FileResponse(
        open_attachment(attachment.digest),
        as_attachment=True,
        filename=get_valid_filename(name),
        content_type=attachment.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file in pieces."""
    return iter(partial(file.read, CHUNK_BYTES), b"")


def _copy(content: BinaryIO, file: BinaryIO, name: str) -> tuple[str, int]:
    """Copy at most MAX_BYTES; return digest and size."""
    hash_, size = hashing.new(hashing.algorithm()), 0
    for chunk in chunks(content):
        size += len(chunk)
        if size > MAX_BYTES:
            raise ValidationError(TOO_BIG, code="too_big", params={"name": name, "limit": MAX_BYTES // 1024**2})
        hash_.update(chunk)
        file.write(chunk)
    if not size:
        raise ValidationError(EMPTY, code="empty", params={"name": name})
    file.flush()
    return hash_.hexdigest(), size


def _accepted(file: BinaryIO, name: str, allowed: Collection[FileKind]) -> FileKind:
    """Return of which kind the file is, or refuse it."""
    kind = kind_of(file)
    values = {"name": name, "kind": kind and kind.label, "allowed": "、".join(str(each.label) for each in allowed)}
    if kind is None:
        raise ValidationError(UNKNOWN_KIND, code="unknown_kind", params=values)
    if kind not in allowed:
        raise ValidationError(NOT_ALLOWED, code="not_allowed", params=values)
    if PurePath(name).suffix.lower() not in kind.endings:
        raise ValidationError(NAMED_OTHERWISE, code="named_otherwise", params=values)
    return kind


def _put_in_place(ours: Path, place: Path) -> None:
    """Move a file whose bytes are on the disk to its place, and its name onto the disk too."""
    place.parent.mkdir(mode=0o700, exist_ok=True)
    ours.replace(place)
    for folder in (place.parent, place.parent.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
