"""What the database itself refuses: to change or remove an event, or to add one that does not follow the last.

Whoever may write the database file can take the guards away; what is done then is found by `verify`. A migration that
changes the table of events has to `install` them again: SQLite rebuilds the table without its triggers.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.journal.covered import covered_models
from jijuqu.journal.models import Event
from jijuqu.journal.seals import seal, seals, unseal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

STAYS, FOLLOWS, TRUNCATED = "journal_event_stays", "journal_event_follows", "journal_event_not_emptied"

_LAST = """SELECT 1 FROM (SELECT COALESCE(MAX(number), 0) AS number FROM journal_event) AS last
    WHERE NEW.number <> last.number + 1
       OR NEW.previous <> COALESCE((SELECT digest FROM journal_event WHERE number = last.number), '')"""
_STAYS_SENTENCE = "业务日志只增不改：已登记的事项不能修改或者删除。 Events are never changed or removed."
_FOLLOWS_SENTENCE = "业务日志只能接在最后一条之后登记。 An event must follow the last one."

SQLITE = {
    f"{STAYS}_update": f"""CREATE TRIGGER {STAYS}_update BEFORE UPDATE ON journal_event
    BEGIN SELECT RAISE(ABORT, '{_STAYS_SENTENCE}'); END""",
    f"{STAYS}_delete": f"""CREATE TRIGGER {STAYS}_delete BEFORE DELETE ON journal_event
    BEGIN SELECT RAISE(ABORT, '{_STAYS_SENTENCE}'); END""",
    # Also against INSERT OR REPLACE, which removes a row without asking the triggers on DELETE.
    FOLLOWS: f"""CREATE TRIGGER {FOLLOWS} BEFORE INSERT ON journal_event WHEN EXISTS ({_LAST})
    BEGIN SELECT RAISE(ABORT, '{_FOLLOWS_SENTENCE}'); END""",
}

POSTGRESQL = f"""
CREATE FUNCTION {STAYS}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_STAYS_SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE FUNCTION {FOLLOWS}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS ({_LAST}) THEN
    RAISE EXCEPTION '{_FOLLOWS_SENTENCE}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER {STAYS} BEFORE UPDATE OR DELETE ON journal_event FOR EACH ROW EXECUTE FUNCTION {STAYS}();
CREATE TRIGGER {TRUNCATED} BEFORE TRUNCATE ON journal_event FOR EACH STATEMENT EXECUTE FUNCTION {STAYS}();
CREATE TRIGGER {FOLLOWS} BEFORE INSERT ON journal_event FOR EACH ROW EXECUTE FUNCTION {FOLLOWS}();

-- The right to update one column is what PostgreSQL asks for when a row elsewhere points to an event (FOR KEY SHARE).
REVOKE UPDATE, DELETE, TRUNCATE ON journal_event FROM PUBLIC, CURRENT_USER;
GRANT UPDATE (number) ON journal_event TO CURRENT_USER;
"""
POSTGRESQL_REMOVE = f"""
DROP TRIGGER {STAYS} ON journal_event;
DROP TRIGGER {TRUNCATED} ON journal_event;
DROP TRIGGER {FOLLOWS} ON journal_event;
DROP FUNCTION {STAYS}();
DROP FUNCTION {FOLLOWS}();
GRANT UPDATE, DELETE, TRUNCATE ON journal_event TO CURRENT_USER;
"""

# A trigger or rule that somebody else put on a covered table would change rows before their digests are taken.
POSTGRESQL_PRESENT = """SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')
    AND tgrelid IN (SELECT oid FROM pg_class WHERE relname = ANY(%s) AND relnamespace = current_schema()::regnamespace)
    UNION ALL SELECT rulename FROM pg_rules WHERE tablename = ANY(%s) AND schemaname = current_schema()"""
SQLITE_PRESENT = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"


def install(connection: BaseDatabaseWrapper) -> None:
    """Let the database refuse from now on."""
    with connection.cursor() as cursor:
        for statement in [POSTGRESQL] if connection.vendor == "postgresql" else SQLITE.values():
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away; only migrations and tests have a reason to."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_REMOVE)
        else:
            for name in SQLITE:
                cursor.execute(f"DROP TRIGGER {name}")


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Take the guards and seals away for a while, in one transaction with what is done meanwhile."""
    with transaction.atomic(using=connection.alias):
        remove(connection)
        unseal(connection)
        yield
        install(connection)
        seal(connection)


def are_as_installed(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the journal and the covered tables have all guards and seals and no other triggers or rules."""
    tables = [Event._meta.db_table, *(model._meta.db_table for model in covered_models())]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_PRESENT, [tables, tables])
            return sorted(name for (name,) in cursor.fetchall()) == sorted(
                [STAYS, TRUNCATED, FOLLOWS, *seals(connection)]
            )
        cursor.execute(SQLITE_PRESENT)
        return {name: sql for table, name, sql in cursor.fetchall() if table in tables} == SQLITE | seals(connection)
