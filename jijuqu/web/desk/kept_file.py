"""A file sent with a form that came back: it is kept, so that it need not be chosen again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core import signing
from django.utils.html import format_html
from django.utils.translation import gettext as _

from jijuqu.journal.attachments import keep
from jijuqu.journal.file_kinds import DOCUMENTS
from jijuqu.journal.models import Attachment

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.utils.safestring import SafeString

    from jijuqu.journal.file_kinds import FileKind

SALT = "jijuqu.web.desk.kept_file"


class KeptFile(NamedTuple):
    """A file in the keep of the journal, and what its owner called it."""

    attachment: Attachment
    name: str

    @property
    def token(self) -> str:
        """What the form carries instead of the file; signed, so that it names no file but one that was sent."""
        return signing.dumps([self.attachment.pk, self.name], salt=SALT)

    @classmethod
    def of(cls, token: str) -> KeptFile | None:
        """Find the file of a token, None where it is not ours or the file is gone."""
        try:
            digest, name = signing.loads(token, salt=SALT)
        except signing.BadSignature:
            return None
        attachment = Attachment.objects.filter(pk=digest, removed_at=None).first()
        return cls(attachment, name) if attachment else None


class KeptFileInput(forms.FileInput):
    """A file to choose; beside it the one that was sent before, where the form came back."""

    kept: KeptFile | None = None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Take the file sent now, else the token of the one sent before."""
        return files.get(name) or data.get(f"{name}-kept")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether neither was sent."""
        return name not in files and f"{name}-kept" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Write the input, and what is kept."""
        own = super().render(name, None, attrs, renderer)
        if self.kept is None:
            return own
        words = _("沿用已上传的文件：%(name)s。选择新文件即可替换。") % {"name": self.kept.name}
        return format_html(
            '{}<input type="hidden" name="{}-kept" value="{}"><p class="kept-file">{}</p>',
            own, name, self.kept.token, words,
        )  # fmt: skip


class KeptFileField(forms.Field):
    """A file of one of the kinds allowed; it stays kept whatever becomes of the rest of the form."""

    widget = KeptFileInput

    def __init__(self, *, allowed: Collection[FileKind] = DOCUMENTS, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed = allowed
        self.widget.attrs["class"] = "form-control"
        self.widget.attrs["accept"] = ",".join(ending for kind in allowed for ending in kind.endings)

    def clean(self, value: Any) -> KeptFile | None:
        """Keep what was sent. Raises ValidationError where it is missing or not of a kind allowed."""
        self.validate(value)
        kept = None
        if isinstance(value, str):
            kept = KeptFile.of(value)
            self.validate(kept)
        elif value:
            kept = KeptFile(keep(value.file, value.name, allowed=self.allowed), value.name)
        self.widget.kept = kept  # of this form alone: a form copies its fields
        return kept
