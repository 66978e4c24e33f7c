"""What people typed, made harmless before it is kept.

A name, a number, any single line is refused where it holds characters that cannot be seen or that turn the direction of
writing: it is looked up, compared and printed, so it has to be what it seems. From long texts such characters are taken
out instead: they come along with what is pasted, nobody finds them by eye, and official prose has no use for them.
Words that a spreadsheet would take for a formula stay as they are: pages escape them, and workbooks are written so that
text stays text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, JSONField, TextField
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.db.models import Model

LONGEST_TEXT = 100_000  # characters, some hundred pages; a setting, longer things are files
# Controls, soft hyphen, joiners, marks and overrides of direction, tags, halves of characters; not tab and line feed.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


def tidied(text: str) -> str:
    """Return a long text without what cannot be seen; every line end is a line feed."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def make_harmless(row: Model) -> None:
    """Tidy the texts of a row in place. Raises ValidationError, by field, for a line or a length that cannot be."""
    faults = {}
    for field in row._meta.concrete_fields:
        if field.generated:
            continue
        value = getattr(row, field.attname)
        if isinstance(field, TextField) and isinstance(value, str):
            setattr(row, field.attname, tidied(value))
            faults[field.name] = _too_long(value)
        elif isinstance(field, CharField) and isinstance(value, str):
            faults[field.name] = _unseen_in(value)
        elif isinstance(field, JSONField):
            setattr(row, field.attname, _tidied_within(value))
            faults[field.name] = _too_long("".join(_texts_within(value)))
    if told := {name: fault for name, fault in faults.items() if fault}:
        raise ValidationError(told)


def refuse_too_long(text: str) -> None:
    """Refuse words beside the rows of an act, such as its reason. Raises ValidationError."""
    if fault := _too_long(text):
        raise ValidationError(fault)


def _too_long(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return ""
    return _("文字有%(length)s字，超过%(limit)s字；请精简，或作为附件上传。") % {
        "length": len(text),
        "limit": LONGEST_TEXT,
    }


def _unseen_in(line: str) -> str:
    found = re.search(r"[\t\n]", line) or _UNSEEN.search(line)
    if found is None:
        return ""
    return _("第%(position)s个字符（U+%(code)s）看不见或者会改变文字方向，请删去后重新填写。") % {
        "position": found.start() + 1,
        "code": f"{ord(found[0]):04X}",
    }


def _tidied_within(value: Any) -> Any:
    if isinstance(value, str):
        return tidied(value)
    if isinstance(value, dict):
        return {name: _tidied_within(each) for name, each in value.items()}
    return [_tidied_within(each) for each in value] if isinstance(value, list | tuple) else value


def _texts_within(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [text for each in value for text in _texts_within(each)]
    return [value] if isinstance(value, str) else []
