"""What stands around the body of every letter (GB/T 9704-2012, section 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.papers.safe_text import one_line
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """联系人: whom the addressee may ring up."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The elements of a letter but for its title and body.

    `serial` is ours and there from the first draft. `number` and `day` (of signing) come back from the office's own
    register; without a number the letter is a draft (拟稿) and says so where the number will stand.
    """

    serial: str
    sender: str  # 发文机关, its full or standard short name
    addressees: tuple[str, ...] = ()  # 主送
    number: str = ""  # 渝经信函〔2022〕5号
    day: date | None = None  # 成文日期
    attachments: tuple[str, ...] = ()  # 附件说明, by name
    copies: tuple[str, ...] = ()  # 抄送
    contact: Contact | None = None
    verify_url: str = ""  # where 公文核验 confirms this letter; printed as a QR code


def letter_number(typed: str) -> str:
    """Give a letter's number as GB/T 9704 7.2.5 writes it, whatever brackets and zeros were typed.

    Raises CannotBeWrittenError where it lacks its parts.

    >>> letter_number("渝经信函[2022]第005号")
    '渝经信函〔2022〕5号'
    """
    wanted = r"(?P<office>[^\d\[【〔（(]+)[\[【〔（(](?P<year>\d{4})[\]】〕）)]第?0*(?P<count>[1-9]\d*)号?"
    found = re.fullmatch(wanted, re.sub(r"\s", "", one_line(typed)))
    if not found:
        raise CannotBeWrittenError(Message("not_a_letter_number", {"typed": one_line(typed)}))
    return f"{found['office']}〔{int(found['year'])}〕{int(found['count'])}号"
