"""How wide text is, counted in characters of its own size."""

from __future__ import annotations

import unicodedata


def em(text: str) -> float:
    """Count a Chinese character as one and a Latin letter or digit as one half.

    >>> em("2022年")
    3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
