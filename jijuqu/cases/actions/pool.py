"""The pool of experts, and personal data that has to go: who somebody is leaves the record, that they acted stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, powers_of
from jijuqu.cases.actions.rows import save_row
from jijuqu.cases.models import Body, Expert
from jijuqu.journal.actions import forget_past, record
from jijuqu.procedure.states import State

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person
    from jijuqu.journal.models import Event

FORGOTTEN = "（已清除）"


@transaction.atomic
def enter_expert(expert: Expert, *, actor: Person) -> Expert:
    """Enter somebody in the pool. Raises PermissionDenied to whoever organises no reviews, ValidationError."""
    _refuse_stranger(actor)
    save_row(expert)
    _record(expert, "cases.enter_expert", actor)
    return expert


@transaction.atomic
def give_account(expert: Expert, person: Person, *, actor: Person) -> None:
    """Tie an expert to the account with which they sign in to score, once for all.

    Raises ValidationError where the expert has one already, or the account is another expert's.
    """
    _refuse_stranger(actor)
    expert.refresh_from_db(from_queryset=Expert.objects.select_for_update())
    if expert.person_id is not None:
        raise ValidationError(_("这位专家已有账号，请刷新专家库后查看。"))
    expert.person = person
    save_row(expert)
    _record(expert, "cases.give_expert_account", actor)


@transaction.atomic
def end_expert(expert: Expert, last_day: datetime.date, *, actor: Person) -> None:
    """Let an expert leave the pool with a day; meetings of the past stay as they were."""
    _refuse_stranger(actor)
    expert.refresh_from_db(from_queryset=Expert.objects.select_for_update())
    if last_day < expert.first_day:
        raise ValidationError(_("出库日期早于入库日期，请核对两个日期。"))
    expert.last_day = last_day
    save_row(expert)
    _record(expert, "cases.end_expert", actor)


@transaction.atomic
def forget_expert(expert: Expert, *, actor: Person) -> None:
    """Take who an expert is out of the record for good; seats at past meetings keep the expert's number.

    Raises ValidationError for one who sits at a meeting that has not reported yet.
    """
    _refuse_stranger(actor)
    expert.refresh_from_db(from_queryset=Expert.objects.select_for_update())
    if seat := expert.seats.filter(panel__verdict="", panel__case__state=State.DISTRICT_REVIEW).first():
        number = {"number": seat.panel.case.number}
        raise ValidationError(_("此人是案件 %(number)s 评审会的专家，请在评审意见登记以后再清除。") % number)
    expert.name, expert.employer, expert.title, expert.ties = FORGOTTEN, f"{FORGOTTEN}{expert.pk}", "", []
    expert.person, expert.last_day = None, expert.last_day or max(timezone.localdate(), expert.first_day)
    save_row(expert)
    forget_past(expert)
    _record(expert, "cases.forget_expert", actor)


@transaction.atomic
def forget_contact(body: Body, *, actor: Person) -> Event:
    """Take the contact of a responsible body out of the record for good; the body itself is public and stays."""
    holder = body.cluster.case.holder_id
    if not powers_of(actor, timezone.localdate()).may(Permission.ORGANISE_REVIEW, holder=holder):
        raise PermissionDenied(_("清除联系人由本案的经办人办理。"))
    body.refresh_from_db(from_queryset=Body.objects.select_for_update())
    body.contact, body.phone = "", ""
    save_row(body)
    forget_past(body)
    subject, today = body.cluster.case.subject, timezone.localdate()
    return record("cases.forget_contact", subject, actor=actor, on=today, wrote=[body], details={"body": body.kind})


def _refuse_stranger(actor: Person) -> None:
    if not powers_of(actor, timezone.localdate()).may(Permission.ORGANISE_REVIEW):
        raise PermissionDenied(_("专家库由组织评审的经办人维护。"))


def _record(expert: Expert, act: str, actor: Person) -> None:
    record(act, f"expert:{expert.pk}", actor=actor, on=timezone.localdate(), wrote=[expert])
