"""How the command speaks: languages, refusals on standard error, days."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING, NoReturn

import typer

from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.policy.notice import Notice
    from jijuqu.words.text import Language

UNUSABLE = 2


def refuse(reasons: Sequence[Message], language: Language) -> NoReturn:
    """End with status 2: every reason on standard error, nothing on standard output."""
    for reason in reasons:
        print(say(reason, language), file=sys.stderr)  # noqa: T201 - the command's own voice
    raise typer.Exit(UNUSABLE)


def refuse_crash(error: Exception) -> None:
    """Say in both languages that the program failed, not the input."""
    message = Message("crashed", {"error": type(error).__name__})
    print(say(message, "zh"), say(message, "en"), sep="\n", file=sys.stderr)  # noqa: T201


def language_of(text: str) -> Language:
    """Give the language of `--lang`, or refuse."""
    if text not in {"zh", "en"}:
        refuse([Message("not_a_language", {"value": text})], "zh")
    return "zh" if text == "zh" else "en"


def day_of(text: str | None, language: Language) -> datetime.date:
    """Give the day of `--on` (today in Chongqing where none is given), or refuse."""
    if text is None:
        return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        refuse([Message("not_a_day", {"value": text})], language)


def governing_notice(day: datetime.date, language: Language) -> Notice:
    """Give the notice that governs a day, or refuse."""
    from jijuqu.policy.notice import NotGovernedError
    from jijuqu.policy.notices import governing

    try:
        return governing(day)
    except NotGovernedError as error:
        refuse([Message("not_governed", {"on": error.on, "first_day": error.first_day})], language)
