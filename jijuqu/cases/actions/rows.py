"""Saves one row of a case, with what people typed in it made harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.actions.typed import make_harmless
from jijuqu.cases.models import Boundary, Snapshot
from jijuqu.tables.saving import save_checked

if TYPE_CHECKING:
    from django.db.models import Model

NOT_TYPED = (Boundary, Snapshot)  # measured and frozen, not written by people


def save_row(row: Model) -> None:
    """Check a row and save it inside the transaction of an act. Raises ValidationError, by field or by constraint."""
    if not isinstance(row, NOT_TYPED):
        make_harmless(row)
    save_checked(row)
