"""Why a letter cannot be written, as a sentence for the officer who wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.words.said import say

if TYPE_CHECKING:
    from jijuqu.words.text import Message


class CannotBeWrittenError(ValueError):
    """A letter lacks what it must say, or cannot be set; `message` says what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(say(message, "en"))
        self.message = message
