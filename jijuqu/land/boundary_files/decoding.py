"""Bytes to words, for the usual encodings: UTF-8 with or without its mark, UTF-16 with it, GB18030 (and GBK)."""

from __future__ import annotations

import codecs

from jijuqu.land.boundary_files.survey import MAX_TEXT_BYTES, refusal


def decoded(data: bytes) -> str:
    """Give a text file's words; refuse what is too long, or no text in any of these encodings."""
    if len(data) > MAX_TEXT_BYTES:
        raise refusal("text_too_large", limit_mb=MAX_TEXT_BYTES // 1_000_000)
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refusal("text_not_decoded")
