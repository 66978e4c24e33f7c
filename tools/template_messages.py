"""Find the translatable words of Django templates for Babel."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO

from babel.messages.extract import extract_python
from django.utils.translation import templatize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def extract_template(
    file: BinaryIO, keywords: Any, comment_tags: Collection[str], options: dict[str, str]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield (line, function, words, comments) as Babel wants them.

    Django turns the template into Python-like text with one gettext call a tag; indentation means nothing there and
    is dropped, or Python's tokenizer would stumble over it.
    """
    source = templatize(file.read().decode(options.get("encoding", "utf-8")))
    flat = "\n".join(line.lstrip() for line in source.splitlines())
    yield from extract_python(io.BytesIO(flat.encode()), keywords, comment_tags, options)
