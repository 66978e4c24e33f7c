"""Writes clusters approved on paper (存量台账) into the register, as their report said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.attachments import keep
from jijuqu.journal.file_kinds import SCANS
from jijuqu.journal.models import Paper
from jijuqu.registry.actions.clusters import correct_cluster, enter_cluster
from jijuqu.registry.actions.slots import lock_holder
from jijuqu.registry.existing.report import RowKind, compare
from jijuqu.registry.models import Cluster

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.accounts.models import Person
    from jijuqu.registry.existing.entry import PaperCells
    from jijuqu.registry.existing.report import Report, RowReport


@transaction.atomic
def enter_existing(report: Report, *, actor: Person | None, on: date, without_faulty: bool = False) -> list[Cluster]:
    """Enter the new rows of a report and correct what differs; each row is an act of its own, all in one transaction.

    The files of the report must still be unpacked. Raises ValidationError where a row is faulty (unless those are to
    be left out), and where the register has changed since the report was made: then look at a new report first.
    """
    require(actor, Permission.ENTER_EXISTING)
    for holder in sorted({row.entry.columns["holder"].heir for row in _to_write(report)}, key=lambda each: each.pk):
        lock_holder(holder)
    _refuse_if_stale(report)
    faulty = [str(row.entry.row) for row in report.rows if row.kind is RowKind.FAULTY]
    if faulty and not without_faulty:
        raise ValidationError(
            _("第%(rows)s行有错误，请改正后再导入，或选择只导入无误的行。") % {"rows": "、".join(faulty)}
        )
    return [_write(row, actor, on) for row in _to_write(report)]


def _to_write(report: Report) -> list[RowReport]:
    return [row for row in report.rows if row.kind in {RowKind.NEW, RowKind.CHANGED}]


def _refuse_if_stale(report: Report) -> None:
    now = compare([row.entry for row in report.rows])
    changed = [row.entry.code for row, then in zip(now, report.rows, strict=True) if row != then]
    if changed:
        raise ValidationError(
            _("登记内容在核对之后有变动（%(codes)s），未导入任何一行；请重新核对。") % {"codes": "、".join(changed)}
        )


def _write(row: RowReport, actor: Person | None, on: date) -> Cluster:
    entry = row.entry
    name = "reply" if entry.is_outside else "evidence"
    if row.kind is RowKind.NEW and entry.boundary is not None:
        cluster = Cluster(code=entry.code, **entry.columns, **{name: _save_paper(entry.paper, None)})
        return enter_cluster(cluster, entry.boundary, reason=entry.reason, actor=actor, on=on)
    cluster = Cluster.objects.select_related("holder", name).get(pk=entry.code)
    changed = {difference.name for difference in row.differences}
    columns = {each: value for each, value in entry.columns.items() if each in changed}
    if changed & {"paper", "approved_on", "recorded_on"}:
        columns[name] = _save_paper(entry.paper, getattr(cluster, name))
    boundary = entry.boundary if "boundary" in changed else None
    correct_cluster(cluster, columns, boundary, why=_("存量台账再次导入"), actor=actor, on=on)
    return cluster


def _save_paper(cells: PaperCells | None, held: Paper | None) -> Paper | None:
    """Save the letter or evidence anew, with the scan handed in or the one kept so far; what it was stays recorded."""
    if cells is None:
        return held
    attachment = held.attachment if held else None
    if cells.scan:
        with cells.scan.open("rb") as file:
            attachment = keep(file, cells.scan.name, allowed=SCANS)
    return Paper.objects.create(
        title=cells.title, number=cells.number, issuer=cells.issuer, dated_on=cells.dated_on, attachment=attachment
    )
