"""Saves a row and tells what the database refuses in the sentence of the constraint.

Constraints are not asked beforehand, each with a query of its own, but left to the database, which alone knows what
others save at this moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import UniqueConstraint

if TYPE_CHECKING:
    from django.db.models import BaseConstraint, Model


def save_checked(row: Model) -> None:
    """Check a row field by field and save it, inside a transaction. Raises ValidationError.

    A row that is new is never written over one that has its key already.
    """
    row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
    row.clean()
    try:
        row.save(force_insert=row._state.adding)
    except IntegrityError as error:
        told = _told(row, error)
        if told is None:
            raise
        raise told from error


def _told(row: Model, error: IntegrityError) -> ValidationError | None:
    for constraint in row._meta.constraints:
        if _is_broken(constraint, row, error):
            return ValidationError(constraint.get_violation_error_message(), code=constraint.name)
    for field in row._meta.concrete_fields:
        if field.unique and _speaks_of(error, str(field.column), row):
            return row.unique_error_message(type(row), (field.name,))
    return None


def _constraint_told(error: IntegrityError) -> str | None:
    """Give the name of the constraint, which PostgreSQL tells and SQLite does not."""
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)


def _speaks_of(error: IntegrityError, column: str, row: Model) -> bool:
    """Tell whether a unique column is spoken of: PostgreSQL calls its index after the table, and the column or key."""
    told = _constraint_told(error)
    if told is None:
        return str(error) == f"UNIQUE constraint failed: {row._meta.db_table}.{column}"
    is_key = told == f"{row._meta.db_table}_pkey" and column == row._meta.pk.column
    return is_key or told.startswith(f"{row._meta.db_table}_{column}_")


def _is_broken(constraint: BaseConstraint, row: Model, error: IntegrityError) -> bool:
    """Tell whether it is this constraint that the database speaks of; SQLite calls a unique one by its columns."""
    told = _constraint_told(error)
    if told is not None:
        return told == constraint.name
    if str(error) == f"CHECK constraint failed: {constraint.name}":
        return True
    if not isinstance(constraint, UniqueConstraint):
        return False
    columns = {field.name: f"{row._meta.db_table}.{field.column}" for field in row._meta.concrete_fields}
    return str(error) == "UNIQUE constraint failed: " + ", ".join(columns[name] for name in constraint.fields)
