"""What a screening says, on a page: sentences name fields where those of the command line name its options."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jijuqu.web.desk.site_screening.form import FIELD_OF_OPTION, ScreeningForm
from jijuqu.web.language import page_language
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ABOUT = "path"  # the value of a message that names a file


def said_here(message: Message) -> str:
    """Say a message; of a file it tells the name alone."""
    values = dict(message.values)
    if ABOUT in values:
        values[ABOUT] = PurePath(str(values[ABOUT])).name
    words = say(Message(message.code, values), page_language())
    for option, name in FIELD_OF_OPTION.items():
        words = words.replace(option, _("“%(field)s”") % {"field": ScreeningForm.base_fields[name].label})
    return words


def at_fields(reasons: Sequence[Message]) -> Iterator[tuple[str | None, str]]:
    """Give each reason of a refusal with the field that it belongs to; files lie in folders named after theirs.

    A reason that names no file speaks of the one named before it. None: of no field.
    """
    field: str | None = "parcels"
    for reason in reasons:
        if ABOUT in reason.values:
            field = PurePath(str(reason.values[ABOUT])).parts[0].partition("-")[0]
        option = str(reason.values.get("option", ""))
        if reason.code == "none_industrial":
            yield "use_prefix", said_here(reason)
        elif reason.code.startswith("screening_"):
            yield None, said_here(reason)
        else:
            yield FIELD_OF_OPTION.get(option, field), said_here(reason)
