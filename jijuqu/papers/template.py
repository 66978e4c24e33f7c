"""A letter's template filled and read: the words of each letter stand in `templates/`, one file a letter.

A template is XML with Jinja's places. Its elements: `title` (lines may end at `<wbr/>`, less gladly at
`<wbr after="verb"/>`), `p` (`lead`: first words in 楷体), `h1`, `h2`, `entry` (`label`), `table` (`widths`, `row`) with
`head` and `row` of `c`, `form` with `row` (`height`) of `pair` (`label`). Values are escaped, so text of users never
becomes an element.
"""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from jijuqu.papers import wording
from jijuqu.papers.manuscript import Entry, FilledForm, FormRow, Heading, Paragraph, Table
from jijuqu.papers.safe_text import lines, one_line
from jijuqu.papers.title import AFTER_VERB, Part, title_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.papers.manuscript import Block

TEMPLATES = Path(__file__).parent / "templates"


def _safe(value: object) -> object:
    """Make what fills a place safe; words of a macro are safe already."""
    return value if hasattr(value, "__html__") else one_line(str(value))


ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_safe,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
ENVIRONMENT.filters |= {
    "day": wording.day,
    "moment": wording.moment,
    "ordinal": wording.ordinal,
    "mu": wording.mu,
    "floor": wording.floor,
    "listed": wording.listed,
    "clause": wording.clause,
    "sentence": wording.sentence,
    "without_office": wording.without_office,
    "lines": lines,
}


def _numbered(first: int) -> Callable[[], str]:
    """Count headings in Chinese from a first number on, for templates in which some headings may be left out."""
    numbers = count(first)
    return lambda: wording.ordinal(next(numbers))


ENVIRONMENT.globals["numbered"] = _numbered


def fill(name: str, **values: object) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """Fill the template of this name and give the title's lines and the blocks of the body."""
    filled = ENVIRONMENT.get_template(f"{name}.xml.j2").render(**values)
    root = ET.fromstring(filled)  # noqa: S314 -- our own template; what users wrote is escaped and free of controls
    title, *body = root
    return title_lines(_title_parts(title)), tuple(map(_block, body))


def _title_parts(title: ET.Element) -> list[Part]:
    texts = [title.text, *(each.tail for each in title)]
    against = [*(AFTER_VERB if each.get("after") == "verb" else 0 for each in title), 0]
    return [Part(_unwrapped(text), cost) for text, cost in zip(texts, against, strict=True)]


def _block(element: ET.Element) -> Block:
    match element.tag:
        case "p":
            return Paragraph(_unwrapped(element.text), element.get("lead", ""))
        case "h1" | "h2":
            return Heading(1 if element.tag == "h1" else 2, _unwrapped(element.text))
        case "entry":
            return Entry(element.attrib["label"], _unwrapped(element.text))
        case "table":
            return _table(element)
        case "form":
            return FilledForm(tuple(_form_row(row) for row in element))
        case unknown:
            raise ValueError(f"no template element is called {unknown}; the docstring above names them")


def _table(element: ET.Element) -> Table:
    heads, *rows = (tuple(_unwrapped(cell.text) for cell in row) for row in element)
    widths = tuple(float(width) for width in element.attrib["widths"].split())
    return Table(heads, widths, tuple(rows), float(element.attrib["row"]))


def _form_row(row: ET.Element) -> FormRow:
    pairs = tuple((pair.attrib["label"], _unwrapped(pair.text)) for pair in row)
    return FormRow(pairs, float(row.attrib["height"]))


def _unwrapped(text: str | None) -> str:
    """Take out the line ends and indents of the template; values hold no line ends."""
    return re.sub(r"\s*\n\s*", "", text or "")
