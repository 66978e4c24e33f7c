"""Saves one row of a case; what the database refuses is told in the constraint's own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import UniqueConstraint

from jijuqu.cases.actions.typed import make_harmless
from jijuqu.cases.models import Boundary, Snapshot

if TYPE_CHECKING:
    from django.db.models import BaseConstraint, Model

NOT_TYPED = (Boundary, Snapshot)  # measured and frozen, not written by people


def save_row(row: Model) -> None:
    """Check a row field by field and save it inside the transaction of an act. Raises ValidationError.

    Constraints are not asked beforehand but left to the database, which alone knows what others save at this moment.
    """
    if not isinstance(row, NOT_TYPED):
        make_harmless(row)
    row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
    row.clean()
    try:
        row.save()
    except IntegrityError as error:
        broken = next((each for each in row._meta.constraints if _is_broken(each, row, error)), None)
        if broken is None:
            raise
        raise ValidationError(broken.get_violation_error_message(), code=broken.name) from error


def _is_broken(constraint: BaseConstraint, row: Model, error: IntegrityError) -> bool:
    """Tell whether it is this constraint that the database speaks of; SQLite calls a unique one by its columns."""
    told = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    if told is not None:
        return bool(told == constraint.name)
    if str(error) == f"CHECK constraint failed: {constraint.name}":
        return True
    if not isinstance(constraint, UniqueConstraint):
        return False
    columns = {field.name: f"{row._meta.db_table}.{field.column}" for field in row._meta.concrete_fields}
    return str(error) == "UNIQUE constraint failed: " + ", ".join(columns[name] for name in constraint.fields)
