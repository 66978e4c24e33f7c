"""Letters: drafted here under a serial of ours, then carrying the number, day and sealed scan of the office's OA."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from jijuqu.accounts.permissions import Permission, powers_of
from jijuqu.cases.actions.numbering import next_number
from jijuqu.cases.actions.step import step
from jijuqu.cases.models import Case, CaseFile, FileKind, Letter
from jijuqu.journal.actions import record
from jijuqu.journal.models import Paper
from jijuqu.papers.kinds import KINDS
from jijuqu.procedure.acts import Act
from jijuqu.registry.actions import attach_reply

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from jijuqu.accounts.models import Organisation
    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.journal.models import Attachment

TOKEN_BYTES = 12
# Letters that are papers of the case once they are sealed.
AS_FILE = {
    "joint_review_opinion": FileKind.JOINT_OPINION,
    "expert_report": FileKind.EXPERT_OPINION,
    "application": FileKind.APPLICATION,
}
REPLIES = ("approval_reply", "refusal_reply")


@transaction.atomic
def draft_letter(
    case: Case, kind: str, issuer: Organisation, content: Mapping[str, Any], hand: Hand, replaces: Letter | None = None
) -> Letter:
    """Draft a letter (拟稿) with what its drafter sets (`writing.Added`), a serial of ours and a token to verify it.

    A letter that was issued is corrected by a new one that `replaces` it.
    """
    if not powers_of(hand.person, hand.on).may(Permission.WRITE_LETTERS, holder=case.holder_id):
        raise PermissionDenied
    letter = Letter(
        case=case, kind=kind, issuer=issuer, serial=next_number("letter", hand.on.year), content=dict(content),
        token=secrets.token_urlsafe(TOKEN_BYTES), drafted_by=hand.person, drafted_on=hand.on, replaces=replaces,
    )  # fmt: skip
    letter.full_clean()
    letter.save()
    details = {"kind": kind, "serial": letter.serial}
    record("draft_letter", case.subject, actor=hand.person, on=hand.on, wrote=[letter], details=details)
    return letter


@transaction.atomic
def redraft_letter(letter: Letter, content: Mapping[str, Any], hand: Hand) -> None:
    """Change a draft. Raises PermissionDenied to a stranger; an issued letter is refused by the database."""
    if not powers_of(hand.person, hand.on).may(Permission.WRITE_LETTERS, holder=letter.case.holder_id):
        raise PermissionDenied
    letter.content = dict(content)
    letter.full_clean()
    letter.save()
    details = {"kind": letter.kind, "serial": letter.serial}
    record("redraft_letter", letter.case.subject, actor=hand.person, on=hand.on, wrote=[letter], details=details)


def register_letter(letter: Letter, number: str, signed_on: datetime.date, scan: Attachment, hand: Hand) -> None:
    """Enter what came back from the office's OA: number, day of signing, sealed scan. The letter never changes again.

    The commission's reply closes the case and is put to the entries of the approved clusters.
    """
    act = Act.REGISTER_REPLY if letter.kind in REPLIES else Act.REGISTER_LETTER
    said = {"letter_number": number, "letter_signed_on": signed_on, "letter_scanned": True}
    with step(letter.case_id, act, hand, said) as this:
        letter.number, letter.signed_on, letter.scan = number, signed_on, scan
        this.save(letter)
        this.details |= {"kind": letter.kind, "number": number}
        if letter.kind in AS_FILE:
            this.save(_as_file(letter, hand))
        if act is Act.REGISTER_REPLY:
            this.case.closed_on = hand.on
            _put_to_entries(this, letter, signed_on)


def _as_file(letter: Letter, hand: Hand) -> CaseFile:
    return CaseFile(
        case_id=letter.case_id, kind=AS_FILE[letter.kind], attachment=letter.scan, name=KINDS[letter.kind].label.zh,
        number=letter.number, dated_on=letter.signed_on, added_by=hand.person,
    )  # fmt: skip


def _put_to_entries(this: Step, letter: Letter, signed_on: datetime.date) -> None:
    """Show the reply at the entry of every cluster that it approves."""
    entries = [each.entry for each in this.case.clusters.all() if each.entry]
    if not entries:
        return
    paper = Paper(
        title=KINDS[letter.kind].label.zh, number=letter.number, issuer=letter.issuer.name_zh, dated_on=signed_on,
        attachment=letter.scan,
    )  # fmt: skip
    this.save(paper)
    for entry in entries:
        attach_reply(entry, paper, actor=this.hand.person, on=this.hand.on)
