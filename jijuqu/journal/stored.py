"""Rows as the database holds them, and their digests."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from django.db import connection
from django.db.models import DateField, F, JSONField, Model, TextField, TimeField, UUIDField
from django.db.models.functions import Cast

from jijuqu.journal import hashing
from jijuqu.journal.canonical import canonical
from jijuqu.journal.covered import coverage
from jijuqu.journal.faults import UNREADABLE
from jijuqu.tables.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import Field, QuerySet

Values = dict[str, Any]

# SQLite keeps these as text, which Django reads leniently: "2022-3-1" and "2022-03-01" give one day but compare apart.
KEPT_AS_TEXT = (DateField, TimeField, JSONField, UUIDField)
AS_STORED = "as_stored_"
CHUNK = 500
PREPARED = 20  # rows of one table that one act writes, at most, for the SQL to be kept


def model_of(row: Model) -> type[Model]:
    """Return the model of a row's table."""
    return row._meta.concrete_model or type(row)


def row_key(row: Model) -> str:
    """Name a row: "cases.case:12". Raises ValueError for one that is not in the database."""
    if row.pk is None:
        raise ValueError(f"{row!r} has no key: save it first, or name a removed row before it is deleted")
    return f"{model_of(row)._meta.label_lower}:{row.pk}"


def columns(model: type[Model]) -> list[Field[Any, Any]]:
    """List the columns of a table that its digests cover, in the order of the model."""
    apart = coverage(model).apart
    return [field for field in model._meta.concrete_fields if field.attname not in apart]


def readable_rows(model: type[Model], fields: Sequence[Field[Any, Any]]) -> Iterator[tuple[str, Values | None]]:
    """Yield name and values of all rows of a table by their keys; None for a row that cannot even be read."""
    read = 0
    try:
        for name, values in stored_rows(model, fields):
            yield name, values
            read += 1
    except UNREADABLE:  # somewhere in what was fetched last: go on row by row
        for key in islice(model._base_manager.order_by("pk").values_list("pk", flat=True), read, None):
            yield f"{model._meta.label_lower}:{key}", _readable_row(model, fields, key)


def stored_rows(
    model: type[Model], fields: Sequence[Field[Any, Any]], keys: Iterable[Any] | None = None
) -> Iterator[tuple[str, Values]]:
    """Yield name and values by column of all rows of a table, or of those whose primary keys are given.

    What SQLite holds in another spelling than Django's own is given as it is spelt, so that its digest differs.
    """
    names = [field.attname for field in fields]
    spelt = [field for field in fields if isinstance(field, KEPT_AS_TEXT)] if connection.vendor == "sqlite" else []
    for row in _fetched(model, names, spelt, keys):
        values = dict(zip(names, row[1:], strict=False))
        for field, text in zip(spelt, row[1 + len(names) :], strict=True):
            if text != field.get_db_prep_save(values[field.attname], connection):
                values[field.attname] = text
        yield f"{model._meta.label_lower}:{row[0]}", values


def row_digest(name: str, values: Values, salt: bytes | None, algorithm: str) -> str:
    """Return the digest of one row; `salt` for tables with personal data."""
    text = canonical({"row": name, "columns": values, "salt": salt})
    return hashing.digest(text.encode(), algorithm)


def _fetched(
    model: type[Model], names: list[str], spelt: Sequence[Field[Any, Any]], keys: Iterable[Any] | None
) -> Iterator[tuple[Any, ...]]:
    if keys is None:
        yield from _rows(model, names, spelt).iterator(chunk_size=CHUNK)
        return
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        if len(some) > PREPARED:
            yield from _rows(model, names, spelt).filter(pk__in=some)
        else:
            yield from _prepared(model, tuple(names), tuple(spelt), len(some))(*some)


def _rows(model: type[Model], names: Sequence[str], spelt: Sequence[Field[Any, Any]]) -> QuerySet[Model, Any]:
    as_stored = {AS_STORED + field.attname: Cast(F(field.attname), TextField()) for field in spelt}
    rows: QuerySet[Model, Any] = model._base_manager.order_by("pk")
    return cast("QuerySet[Model, Any]", rows.annotate(**as_stored).values_list("pk", *names, *as_stored))


@lru_cache(maxsize=512)
def _prepared(
    model: type[Model], names: tuple[str, ...], spelt: tuple[Field[Any, Any], ...], count: int
) -> Prepared[tuple[Any, ...]]:
    """Return the query for so many rows by their keys."""
    examples = [model._meta.pk.to_python(str(each)) for each in range(count)]
    return Prepared(lambda *keys: _rows(model, names, spelt).filter(pk__in=keys), *examples)


def _readable_row(model: type[Model], fields: Sequence[Field[Any, Any]], key: object) -> Values | None:
    try:
        return next((values for _name, values in stored_rows(model, fields, [key])), None)
    except UNREADABLE:
        return None
