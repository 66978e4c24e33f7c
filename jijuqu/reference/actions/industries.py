"""The import of GB/T 4754-2017 with all its four levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.reference.models import Industry
from jijuqu.reference.models.industry import LEVEL_OF_LENGTH
from jijuqu.reference.screening import plain_code
from jijuqu.sheets.reading import read_sheet

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.accounts.models import Person

HEADINGS = ("代码", "名称")
ENGLISH_HEADINGS = ("code", "name")


@dataclass(frozen=True, slots=True)
class IndustryImport:
    """What an import did: how many codes it added, and which names differ from ours (code, ours, the file's)."""

    added: int
    named_otherwise: tuple[tuple[str, str, str], ...]


@transaction.atomic
def import_industries(file_name: str, data: bytes, *, actor: Person | None, on: date) -> IndustryImport:
    """Add the codes of a table with the columns 代码 and 名称 (or code and name) that are not there yet.

    Names that are there already stay; where the file has another, the answer says so. Raises UnreadableError for what
    is no such table, ValidationError where a code has no group above it or is no code.
    """
    require(actor, Permission.KEEP_REFERENCE)
    named = _named(file_name, data)
    known = dict(Industry.objects.values_list("code", "name_zh"))
    new = sorted(named.keys() - known.keys())
    codes = known.keys() | named.keys()
    if faulty := [code for code in new if len(code) not in {3, 4} or code[:-1] not in codes]:
        raise ValidationError(
            _("这些代码不在国民经济行业分类的层级中：%(codes)s。") % {"codes": "、".join(faulty[:20])}
        )
    rows = [
        Industry(code=code, level=LEVEL_OF_LENGTH[len(code)], parent_id=code[:-1], name_zh=named[code]) for code in new
    ]
    for row in rows:
        row.clean_fields(exclude={"parent"})
    Industry.objects.bulk_create(rows)
    if rows:
        record(
            "reference.import_industries", "industries", actor=actor, on=on, wrote=rows, details={"added": len(rows)}
        )
    differ = [(code, known[code], name) for code, name in sorted(named.items()) if known.get(code, name) != name]
    return IndustryImport(len(rows), tuple(differ))


def _named(file_name: str, data: bytes) -> dict[str, str]:
    """Read names by code."""
    sheet = read_sheet(file_name, data, (*HEADINGS, *ENGLISH_HEADINGS))
    named = {}
    for row in sheet.rows:
        code = plain_code(row.cells["代码"] or row.cells["code"])
        name = row.cells["名称"] or row.cells["name"]
        if code and name:
            named[code] = name
    return named
