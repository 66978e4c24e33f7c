"""Files sent with a form that came back: they are kept, so that they need not be chosen again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core import signing
from django.utils.html import format_html, format_html_join
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


class KeptFilesInput(forms.FileInput):
    """Several files to choose; below it those sent before, each with a tick to take away."""

    allow_multiple_selected = True
    kept: tuple[KeptFile, ...] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Take the tokens of files sent before, and the files sent now."""
        return [*data.getlist(f"{name}-kept"), *files.getlist(name)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether neither was sent."""
        return name not in files and f"{name}-kept" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Write the input, and what is kept."""
        own = super().render(name, None, attrs, renderer)
        if not self.kept:
            return own
        tick = (
            '<label class="choice"><input class="form-check-input" type="checkbox" name="{}-kept" value="{}" checked> '
            "{}</label>"
        )
        ticks = format_html_join("", tick, ((name, each.token, each.name) for each in self.kept))
        words = _("沿用已上传的文件，去掉勾选即不再使用；另选的文件一并加入，同名的替换。")
        return format_html('{}<div class="kept-file"><p>{}</p>{}</div>', own, words, ticks)


class KeptFilesField(forms.Field):
    """Any number of files of the kinds allowed; of two with the same name the later one counts."""

    widget = KeptFilesInput

    def __init__(self, *, allowed: Collection[FileKind] = DOCUMENTS, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed = allowed
        self.widget.attrs["class"] = "form-control"
        self.widget.attrs["accept"] = ",".join(ending for kind in allowed for ending in kind.endings)

    def clean(self, value: Any) -> list[KeptFile]:
        """Keep what was sent. Raises ValidationError that names every file not of a kind allowed; the others stay."""
        kept: dict[str, KeptFile] = {}
        faults: list[forms.ValidationError] = []
        for each in value or ():
            try:
                file = KeptFile.of(each) if isinstance(each, str) else self._keep(each)
            except forms.ValidationError as error:
                faults.append(error)
                continue
            if file:
                kept[file.name.casefold()] = file
        self.widget.kept = tuple(kept.values())  # of this form alone: a form copies its fields
        if faults:
            raise forms.ValidationError(faults)
        found = list(kept.values())
        self.validate(found)
        return found

    def _keep(self, sent: Any) -> KeptFile:
        return KeptFile(keep(sent.file, sent.name, allowed=self.allowed), sent.name)
