"""Letters: drafted here under a serial of ours, then carrying the number, day and sealed scan of the office's OA."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.models import Organisation
from jijuqu.accounts.permissions import Permission, powers_of
from jijuqu.cases.actions.days import refuse_odd_days
from jijuqu.cases.actions.numbering import next_number
from jijuqu.cases.actions.rows import save_row
from jijuqu.cases.actions.step import read_again, step
from jijuqu.cases.models import Case, CaseFile, FileKind, Letter
from jijuqu.journal.actions import record
from jijuqu.journal.models import Event, Paper
from jijuqu.papers.kinds import KINDS
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.roles import Level
from jijuqu.registry.actions import attach_reply
from jijuqu.registry.models import Cluster
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from jijuqu.accounts.models import Person
    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.journal.models import Attachment

TOKEN_BYTES = 12
DRAFTED_ON = Text("拟稿日期", "The day of drafting,")
BRACKETS = str.maketrans("[]［］【】", "〔〕〔〕〔〕")
# Letters that are papers of the case once they are sealed.
AS_FILE = {
    "joint_review_opinion": FileKind.JOINT_OPINION,
    "expert_report": FileKind.EXPERT_OPINION,
    "application": FileKind.APPLICATION,
}
REPLIES = ("approval_reply", "refusal_reply")


def may_write(person: Person, on: datetime.date, case: Case, issuer: Organisation) -> bool:
    """Tell whether somebody may draft a letter of an office: those of its district do, or those of the city."""
    capacity = powers_of(person, on).capacity_for(Permission.WRITE_LETTERS, holder=case.holder_id)
    return capacity is not None and issuer.holder in capacity.holders


@transaction.atomic
def draft_letter(
    case: Case, kind: str, issuer: Organisation, content: Mapping[str, Any], hand: Hand, replaces: Letter | None = None
) -> Letter:
    """Draft a letter (拟稿) with what its drafter sets (`writing.Added`), a serial of ours and a token to verify it.

    A letter that was issued is corrected by a new one that `replaces` it. Raises PermissionDenied to a stranger,
    Refused for a letter of somebody else's office and for one that is being corrected already.
    """
    _refuse_stranger(case, issuer, hand)
    refuse_odd_days(Act.REGISTER_LETTER, {DRAFTED_ON: hand.on})
    if replaces:
        _refuse_second_correction(case, replaces)
    letter = Letter(
        case=case, kind=kind, issuer=issuer, serial=next_number("letter", hand.on.year), content=dict(content),
        token=secrets.token_urlsafe(TOKEN_BYTES), drafted_by=hand.person, drafted_on=hand.on, replaces=replaces,
    )  # fmt: skip
    save_row(letter)
    details = {"kind": kind, "serial": letter.serial}
    record("draft_letter", case.subject, actor=hand.person, on=hand.on, wrote=[letter], details=details)
    return letter


@transaction.atomic
def redraft_letter(letter: Letter, content: Mapping[str, Any], hand: Hand) -> None:
    """Change a draft. Raises PermissionDenied to a stranger, Refused once the letter is issued."""
    _refuse_stranger(letter.case, letter.issuer, hand)
    letter.refresh_from_db(from_queryset=Letter.objects.select_for_update())
    _refuse_issued(letter)
    letter.content = dict(content)
    save_row(letter)
    details = {"kind": letter.kind, "serial": letter.serial}
    record("redraft_letter", letter.case.subject, actor=hand.person, on=hand.on, wrote=[letter], details=details)


def _refuse_stranger(case: Case, issuer: Organisation, hand: Hand) -> None:
    """Let only those draft who write the letters of the issuer's district, or of the city."""
    powers = powers_of(hand.person, hand.entered_on or hand.on)
    capacity = powers.capacity_for(Permission.WRITE_LETTERS, holder=case.holder_id)
    if capacity is None:
        raise PermissionDenied(_("本案的公文不由您拟稿，请转其经办人办理。"))
    if issuer.holder not in capacity.holders:
        raise Refused(Act.REGISTER_LETTER, (_not_ours(issuer),))


def _not_ours(issuer: Organisation) -> Message:
    return Message("letter_not_ours", {"issuer": Text(issuer.name_zh, issuer.name_en)})


def _refuse_issued(letter: Letter) -> None:
    if letter.is_issued:
        values = {"number": letter.number, "who": _registered_by(letter)}
        raise Refused(Act.REGISTER_LETTER, (Message("letter_issued_already", values),))


def _refuse_second_correction(case: Case, replaces: Letter) -> None:
    """Let an issued letter of the case be corrected by one letter."""
    replaces = Letter.objects.select_for_update().get(pk=replaces.pk)
    if replaces.case_id != case.pk or not replaces.is_issued:
        raise Refused(Act.REGISTER_LETTER, (Message("not_of_this_case", {"number": case.number}),))
    if other := Letter.objects.filter(replaces=replaces).first():
        raise Refused(Act.REGISTER_LETTER, (Message("letter_replaced_already", {"serial": other.serial}),))


def register_letter(letter: Letter, number: str, signed_on: datetime.date, scan: Attachment, hand: Hand) -> None:
    """Enter what came back from the office's OA: number, day of signing, sealed scan. The letter never changes again.

    The commission's reply closes the case and is put to the entries of the approved clusters. Raises Refused, naming
    who was first, for a letter that is issued and for a number that another letter of the issuer has.
    """
    act = Act.REGISTER_REPLY if letter.kind in REPLIES else Act.REGISTER_LETTER
    number = written_as_the_office_does(number)
    said = {"letter_number": number, "letter_signed_on": signed_on, "letter_scanned": scan is not None}

    def once_locked(_case: Case) -> Mapping[str, Any]:
        issuer = Organisation.objects.select_for_update(no_key=True).get(pk=letter.issuer_id)  # whose numbers these are
        read_again(letter, act)
        letter.issuer = issuer
        _refuse_issued(letter)
        _refuse_taken_number(letter, number)
        return said

    with step(letter.case_id, act, hand, once_locked) as this:
        side = {""} if this.case.position.side is Level.CITY else {this.case.holder_id, this.case.holder.heir.pk}
        if hand.paper is None and letter.issuer.holder not in side:
            raise Refused(act, (_not_ours(letter.issuer),))
        letter.number, letter.signed_on, letter.scan = number, signed_on, scan
        this.save(letter)
        this.details |= {"kind": letter.kind, "number": number, "letter": letter.pk}
        if letter.kind in AS_FILE:
            this.save(_as_file(letter, hand))
        if act is Act.REGISTER_REPLY:
            this.case.closed_on = hand.on
            _put_to_entries(this, letter, signed_on)


def written_as_the_office_does(number: str) -> str:
    """Write a letter's number without spaces and with the brackets of GB/T 9704, so that one number reads one way."""
    return "".join(number.split()).translate(BRACKETS)


def _refuse_taken_number(letter: Letter, number: str) -> None:
    same = Letter.objects.filter(issuer=letter.issuer_id, number=number)
    if number and same.exists():
        other = same.select_related("case").get()
        values = {"number": number, "who": _registered_by(other), "case": other.case.number}
        raise Refused(Act.REGISTER_LETTER, (Message("letter_number_taken", values),))


def _registered_by(letter: Letter) -> str:
    """Name who registered a letter."""
    registered = Event.objects.filter(
        subject=f"case:{letter.case_id}", act__in=[Act.REGISTER_REPLY, Act.REGISTER_LETTER], details__letter=letter.pk
    ).select_related("actor")
    event = registered.last()
    return event.actor.name if event and event.actor else letter.drafted_by.name


def _as_file(letter: Letter, hand: Hand) -> CaseFile:
    return CaseFile(
        case_id=letter.case_id, kind=AS_FILE[letter.kind], attachment=letter.scan, name=KINDS[letter.kind].label.zh,
        number=letter.number, dated_on=letter.signed_on, added_by=hand.person,
    )  # fmt: skip


def _put_to_entries(this: Step, letter: Letter, signed_on: datetime.date) -> None:
    """Show the reply at the entry of every cluster that it approves."""
    entries = list(Cluster.objects.select_for_update().filter(planned__case=this.case).order_by("pk"))
    if not entries:
        return
    paper = Paper(
        title=KINDS[letter.kind].label.zh, number=letter.number, issuer=letter.issuer.name_zh, dated_on=signed_on,
        attachment=letter.scan,
    )  # fmt: skip
    this.save(paper)
    for entry in entries:
        attach_reply(entry, paper, actor=this.hand.person, on=this.hand.on)
