"""Text of strangers made fit for a letter: nothing in it may steer how the letter is read or set."""

from __future__ import annotations

import unicodedata

_DROPPED = frozenset({"Cf", "Cc", "Cs"})  # right-to-left overrides and other invisible signs, controls, half characters
_LINE_ENDS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def one_line(text: str) -> str:
    r"""Give the text on one line without controls, marks of direction or invisible signs, composed (NFC).

    Line ends and tabs become a space. ㎡ stays ㎡, and rare characters of private fonts stay.

    >>> one_line("重庆\n\u202e渝北\x07")
    '重庆 渝北'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return unicodedata.normalize("NFC", "".join(_made_safe(character) for character in text)).strip()


def lines(text: str) -> tuple[str, ...]:
    """Give the lines of a text that somebody wrote in several, each made safe, empty ones left out."""
    return tuple(line for line in map(one_line, text.splitlines()) if line)


def _made_safe(character: str) -> str:
    if character in _LINE_ENDS:
        return " "
    if unicodedata.category(character) in _DROPPED or _is_no_character(ord(character)):
        return ""
    return character


def _is_no_character(code: int) -> bool:
    """Tell code points that Unicode keeps free for ever, and those that only choose among shapes of another one."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
