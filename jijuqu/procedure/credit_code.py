"""Unified social credit codes (统一社会信用代码, GB 32100-2015), with the organisation code inside (GB 11714-1997).

Positions: 1 registering office, 2 kind, 3–8 its division, 9–17 organisation code, 18 check character.
"""

from __future__ import annotations

import unicodedata

from stdnum.cn import uscc

from jijuqu.words.text import Message

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015 table 1: no I, O, S, V, Z
_LOOKALIKES = {"I": "1", "O": "0", "S": "5", "Z": "2", "V": "U"}
_DIVISION = slice(2, 8)
_ORGANISATION = slice(8, 17)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714-1997
_ORGANISATION_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def normalised(code: str) -> str:
    """Give the code as it is kept: capitals of ordinary width, without spaces and hyphens."""
    return uscc.compact(unicodedata.normalize("NFKC", code))


def code_problems(code: str) -> tuple[Message, ...]:
    """Say what is wrong with a code, or nothing. Letters may stand in positions 1 and 2 (N2 are rural collectives)."""
    code = normalised(code)
    if len(code) != LENGTH:
        return (Message("credit_code_length", {"length": len(code)}),)
    odd = tuple(_odd(position, sign) for position, sign in enumerate(code, start=1) if sign not in ALPHABET)
    if odd:
        return odd
    if not code[_DIVISION].isdigit():
        return (Message("credit_code_division", {"division": code[_DIVISION]}),)
    if code[-1] != uscc.calc_check_digit(code):
        return (Message("credit_code_check"),)
    if not _organisation_fits(code[_ORGANISATION]):
        return (Message("credit_code_organisation", {"organisation": code[_ORGANISATION]}),)
    return ()


def _odd(position: int, character: str) -> Message:
    values = {"position": position, "character": character if character.isprintable() else "�"}
    likely = _LOOKALIKES.get(character)
    return (
        Message("credit_code_lookalike", values | {"likely": likely})
        if likely
        else Message("credit_code_character", values)
    )


def _organisation_fits(organisation: str) -> bool:
    """Check the organisation code by its own check character: 11 less the weighted sum modulo 11; 10 is X, 11 is 0."""
    values = (_ORGANISATION_VALUES.index(sign) for sign in organisation[:8])
    rest = 11 - sum(weight * value for weight, value in zip(_ORGANISATION_WEIGHTS, values, strict=True)) % 11
    return organisation[8] == "0123456789X0"[rest]
