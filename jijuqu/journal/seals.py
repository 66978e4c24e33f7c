"""Rows that never change again: a letter with its number, a frozen plan. The database itself refuses to touch them.

A model says when a row of its is sealed (`covered(sealed_when=…)`); here that becomes triggers, the same on both
databases. Whoever may write the database file can take them away; what is done then is found by `verify`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.journal.covered import coverage, sealed_models

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import Model

FUNCTION = "journal_row_sealed"
_SENTENCE = (
    "该记录已定稿，不能修改或者删除；需要更正的，请另行登记。 This record is final: enter a new one to correct it."
)

POSTGRESQL_FUNCTION = f"""CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"""


def sqlite_seals(model: type[Model]) -> Mapping[str, str]:
    """Return the triggers of a sealed table by name; the third is against INSERT OR REPLACE, which asks no DELETE."""
    table, key, when = _parts(model)
    replaces = f"EXISTS (SELECT 1 FROM {table} AS OLD WHERE OLD.{key} = NEW.{key} AND {when})"  # noqa: S608 - our names
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END"
    return {
        f"{table}_sealed_update": f"CREATE TRIGGER {table}_sealed_update BEFORE UPDATE ON {table} WHEN {when} {refuse}",
        f"{table}_sealed_delete": f"CREATE TRIGGER {table}_sealed_delete BEFORE DELETE ON {table} WHEN {when} {refuse}",
        f"{table}_sealed_insert": (
            f"CREATE TRIGGER {table}_sealed_insert BEFORE INSERT ON {table} WHEN {replaces} {refuse}"
        ),
    }


def postgresql_seals(model: type[Model]) -> Mapping[str, str]:
    """Return the triggers of a sealed table by name; the table is not emptied either."""
    table, _key, when = _parts(model)
    return {
        f"{table}_sealed": (
            f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW WHEN ({when})"
            f" EXECUTE FUNCTION {FUNCTION}()"
        ),
        f"{table}_sealed_whole": (
            f"CREATE TRIGGER {table}_sealed_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
            f" EXECUTE FUNCTION {FUNCTION}()"
        ),
    }


def seals(connection: BaseDatabaseWrapper, models: Iterable[type[Model]] | None = None) -> dict[str, str]:
    """Return the seals that a database should have, by name: of these tables, or of all."""
    of = postgresql_seals if connection.vendor == "postgresql" else sqlite_seals
    return {
        name: sql for model in sealed_models() if models is None or model in models for name, sql in of(model).items()
    }


def seal(connection: BaseDatabaseWrapper) -> None:
    """Put the seals on every table that is there and declared sealed, in place of those it has."""
    unseal(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for statement in seals(connection, _there(connection)).values():
            cursor.execute(statement)


def unseal(connection: BaseDatabaseWrapper) -> None:
    """Take the seals away; only migrations and tests have a reason to."""
    with connection.cursor() as cursor:
        for model in _there(connection):
            where = f" ON {model._meta.db_table}" if connection.vendor == "postgresql" else ""
            for name in seals(connection, [model]):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{where}")


def _there(connection: BaseDatabaseWrapper) -> list[type[Model]]:
    """List the sealed tables that are there by now: migrations make them one after another."""
    tables = connection.introspection.table_names()
    return [model for model in sealed_models() if model._meta.db_table in tables]


def _parts(model: type[Model]) -> tuple[str, str, str]:
    return model._meta.db_table, str(model._meta.pk.column), coverage(model).sealed_when
