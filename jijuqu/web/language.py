"""In which of the two languages a page is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language

if TYPE_CHECKING:
    from jijuqu.words.text import Language


def page_language() -> Language:
    """Return the language of the page for the words of the pure rooms (`Text.say`)."""
    return "en" if (get_language() or "").startswith("en") else "zh"
