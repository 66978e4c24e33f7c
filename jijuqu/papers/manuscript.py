"""A letter written but not yet set: its elements in order, the same for PDF, DOCX and screen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from jijuqu.papers import wording

if TYPE_CHECKING:
    from datetime import date


class Form(StrEnum):
    """The formats of GB/T 9704-2012 that are used here."""

    LETTER = "letter"  # 信函格式 (10.1): the sender's name and double rules in red
    MINUTES = "minutes"  # 纪要格式 (10.3): its mark in red
    PLAIN = "plain"  # no head: opinions, reports, memos and sheets


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, two characters indented; `lead` are first words set in 楷体."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own: level 1 in 黑体 (一、), level 2 in 楷体 (（一）)."""

    level: Literal[1, 2]
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """出席： and what follows it; further lines stand under the first character after the colon."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; widths in mm fill the 156 mm of the text block. Rows are at least `row_mm` high."""

    heads: tuple[str, ...]
    widths_mm: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    row_mm: float


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form to be filled in by hand or already filled: one or two pairs of label and words."""

    pairs: tuple[tuple[str, str], ...]
    height_mm: float


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form such as a 呈批件: ruled rows of labels and words."""

    rows: tuple[FormRow, ...]


Block = Paragraph | Heading | Entry | Table | FilledForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What is set, in the order of the page. Empty strings and tuples are elements that this paper does not have."""

    form: Form
    mark: str  # in red at the top: the sender's name, or "…专题会议纪要"
    number: str  # as printed: the office's number, or "拟稿" with our serial
    is_draft: bool
    verify_url: str
    title: tuple[str, ...]  # its lines
    addressees: str  # with the colon
    blocks: tuple[Block, ...]
    attachments: tuple[str, ...]
    signed: str
    dated_on: date | None
    sealed: bool  # a place is kept for the seal
    note: str  # 附注: （联系人：…）
    copies: str

    @property
    def plain_title(self) -> str:
        """The title on one line."""
        return "".join(self.title)

    @property
    def day(self) -> str:
        """The day under the sender's name, or what is left free for it."""
        return wording.day(self.dated_on) if self.dated_on else "    年  月  日"

    def as_data(self) -> dict[str, Any]:
        """Give it as plain values, each block with its kind."""
        blocks = [{"kind": type(block).__name__, **asdict(block)} for block in self.blocks]
        return asdict(self) | {"blocks": blocks, "dated_on": str(self.dated_on or ""), "day": self.day}

    def words(self) -> str:
        """Give all its words, a line a paragraph, for readers of a screen and for searching."""
        body = (line for block in self.blocks for line in _lines_of(block))
        signature = (self.signed, self.day) if self.signed else ()
        copies = f"抄送：{self.copies}" if self.copies else ""
        head = () if self.form is Form.PLAIN else (self.mark,)
        parts = (*head, self.number, self.plain_title, self.addressees, *body, *attachment_lines(self.attachments))
        return "\n".join(filter(None, (*parts, *signature, self.note, copies)))


def attachment_lines(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the lines of 附件说明 (7.3.4): the first bears the label, several are numbered."""
    if len(names) == 1:
        return (f"附件：{names[0]}",)
    return tuple(f"{'附件：' if count == 1 else ''}{count}. {name}" for count, name in enumerate(names, 1))


def _lines_of(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph(text, lead):
            return (lead + text,)
        case Heading(_, text):
            return (text,)
        case Entry(label, text):
            return (f"{label}：{text}",)
        case Table(heads, _, rows, _):
            return ("\t".join(heads), *("\t".join(row) for row in rows))
        case FilledForm(rows):
            return tuple(f"{label}：{words}" for row in rows for label, words in row.pairs)
