"""Puts envelope and filled template together: the manuscript of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.papers import wording
from jijuqu.papers.manuscript import Form, Manuscript
from jijuqu.papers.safe_text import one_line
from jijuqu.papers.template import fill

if TYPE_CHECKING:
    from jijuqu.papers.envelope import Contact, Envelope


def compose(
    template: str,
    envelope: Envelope,
    *,
    form: Form = Form.LETTER,
    mark: str = "",
    signed: str | None = None,
    sealed: bool = True,
    **values: object,
) -> Manuscript:
    """Write a letter. `mark` stands in red instead of the sender's name, `signed` under the body instead of it."""
    sender = one_line(envelope.sender)
    addressees = tuple(map(one_line, envelope.addressees))
    we, you = wording.we(sender), wording.you(addressees) if addressees else ""
    title, blocks = fill(template, sender=sender, we=we, you=you, **values)
    return Manuscript(
        form=form,
        mark=one_line(mark) or sender,
        number=one_line(envelope.number) or f"拟稿 {one_line(envelope.serial)}",
        is_draft=not envelope.number,
        verify_url=envelope.verify_url,
        title=title,
        addressees=f"{wording.listed(addressees)}：" if addressees else "",
        blocks=blocks,
        attachments=tuple(map(one_line, envelope.attachments)),
        signed=sender if signed is None else one_line(signed),
        dated_on=envelope.day,
        sealed=sealed,
        note=_note(envelope.contact),
        copies=f"{wording.listed(envelope.copies)}。" if envelope.copies else "",
    )


def _note(contact: Contact | None) -> str:
    if contact is None:
        return ""
    return f"（联系人：{one_line(contact.name)}，联系电话：{one_line(contact.phone)}）"
