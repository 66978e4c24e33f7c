"""Puts envelope and filled template together: the manuscript of a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers import wording
from jijuqu.papers.manuscript import Form, Manuscript
from jijuqu.papers.safe_text import one_line
from jijuqu.papers.template import fill

if TYPE_CHECKING:
    from jijuqu.papers.envelope import Contact, Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a kind of letter is set: `mark` stands in red instead of the sender's name, `signed` under the body."""

    form: Form = Form.LETTER
    mark: str = ""
    signed: str | None = None  # None: the sender; "": nobody signs
    sealed: bool = True


AS_LETTER = Setting()


def compose(template: str, envelope: Envelope, letter: object, setting: Setting = AS_LETTER) -> Manuscript:
    """Write a letter: fill its template with what it is about and put the elements of the envelope around it."""
    sender = one_line(envelope.sender)
    addressees = tuple(map(one_line, envelope.addressees))
    we, you = wording.we(sender), wording.you(addressees) if addressees else ""
    title, blocks = fill(template, letter=letter, sender=sender, we=we, you=you)
    return Manuscript(
        form=setting.form,
        mark=one_line(setting.mark) or sender,
        number=one_line(envelope.number) or f"拟稿 {one_line(envelope.serial)}",
        is_draft=not envelope.number,
        verify_url=envelope.verify_url,
        title=title,
        addressees=f"{wording.listed(addressees)}：" if addressees else "",
        blocks=blocks,
        attachments=tuple(map(one_line, envelope.attachments)),
        signed=sender if setting.signed is None else one_line(setting.signed),
        dated_on=envelope.day,
        sealed=setting.sealed,
        note=_note(envelope.contact),
        copies=f"{wording.listed(envelope.copies)}。" if envelope.copies else "",
    )


def _note(contact: Contact | None) -> str:
    if contact is None:
        return ""
    return f"（联系人：{one_line(contact.name)}，联系电话：{one_line(contact.phone)}）"
