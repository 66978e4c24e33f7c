"""Acts on access lists (产业准入清单)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.reference.models import AccessEntry, Restriction
from jijuqu.reference.screening import plain_code
from jijuqu.sheets.reading import read_sheet

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.accounts.models import Person
    from jijuqu.sheets.reading import Row

HEADINGS = ("准入", "行业代码", "关键词", "适用区县代码", "内容或条件", "条目")
REQUIRED = ("准入", "内容或条件")
RESTRICTIONS = {
    "禁止": Restriction.PROHIBITED,
    "禁止准入": Restriction.PROHIBITED,
    "限制": Restriction.RESTRICTED,
    "限制准入": Restriction.RESTRICTED,
}


@transaction.atomic
def enter_access_entry(entry: AccessEntry, *, actor: Person | None, on: date) -> AccessEntry:
    """Enter one entry of an access list. Raises ValidationError for a row that cannot be."""
    require(actor, Permission.KEEP_REFERENCE)
    entry.full_clean()
    entry.save()
    record("reference.enter_access_entry", "access", actor=actor, on=on, wrote=[entry])
    return entry


@transaction.atomic
def end_access_entry(entry: AccessEntry, last_day: date, *, why: str, actor: Person | None, on: date) -> None:
    """Let an entry end with a day; projects screened on later days are not held against it."""
    require(actor, Permission.KEEP_REFERENCE)
    entry.last_day = last_day
    entry.full_clean()
    entry.save()
    record("reference.end_access_entry", "access", actor=actor, on=on, wrote=[entry], details={"why": why})


@transaction.atomic
def import_access_list(
    file_name: str, data: bytes, source: str, *, actor: Person | None, on: date
) -> list[AccessEntry]:
    """Enter a whole list from Excel or CSV, in force from a day on; `source` is its name and number.

    Raises UnreadableError for what is no such table, ValidationError naming every row that cannot be: then none is
    entered.
    """
    require(actor, Permission.KEEP_REFERENCE)
    faults: list[str] = []
    entries = []
    for row in read_sheet(file_name, data, HEADINGS, REQUIRED).rows:
        entry = _entry(row, source, on)
        try:
            entry.full_clean()
        except ValidationError as error:
            said = "".join(error.messages)
            faults.append(_("第%(row)s行：%(said)s") % {"row": row.number, "said": said})
        entries.append(entry)
    if faults:
        raise ValidationError(faults)
    AccessEntry.objects.bulk_create(entries)
    details = {"source": source, "entries": len(entries)}
    record("reference.import_access_list", "access", actor=actor, on=on, wrote=entries, details=details)
    return entries


def _entry(row: Row, source: str, on: date) -> AccessEntry:
    cells = row.cells
    return AccessEntry(
        restriction=RESTRICTIONS.get(cells["准入"], cells["准入"]),
        industry_id=plain_code(cells["行业代码"]) or None,
        words=cells["关键词"],
        holder=cells["适用区县代码"],
        condition=cells["内容或条件"],
        source=f"{source} {cells['条目']}".strip(),
        first_day=on,
    )
