"""Rows as the database holds them, and their digests."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import DateField, DurationField, F, JSONField, Model, TextField, TimeField, UUIDField
from django.db.models.functions import Cast

from jijuqu.journal import hashing
from jijuqu.journal.canonical import canonical
from jijuqu.journal.covered import coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import Field, QuerySet

Values = dict[str, Any]

# SQLite keeps these as text, which Django reads leniently: "2022-3-1" and "2022-03-01" give one day but compare apart.
KEPT_AS_TEXT = (DateField, TimeField, JSONField, UUIDField, DurationField)
AS_STORED = "as_stored_"
CHUNK = 500


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


def read_rows(model: type[Model], keys: Iterable[Any] | None = None) -> Iterator[tuple[str, Values]]:
    """Yield name and values by column of all rows of a table, or of those whose primary keys are given.

    What SQLite holds in another spelling than Django's own is given as it is spelt, so that its digest differs.
    """
    return stored_values(model, columns(model), keys)


def stored_values(
    model: type[Model], fields: list[Field[Any, Any]], keys: Iterable[Any] | None = None
) -> Iterator[tuple[str, Values]]:
    """Yield name and values of rows of any table, in the order of their keys."""
    names = [field.attname for field in fields]
    spelt = [field for field in fields if isinstance(field, KEPT_AS_TEXT)] if connection.vendor == "sqlite" else []
    for row in chain.from_iterable(_chunks(model, names, spelt, keys)):
        values = dict(zip(names, row[1:], strict=False))
        for field, text in zip(spelt, row[1 + len(names) :], strict=True):
            if text != field.get_db_prep_save(values[field.attname], connection):
                values[field.attname] = text
        yield f"{model._meta.label_lower}:{row[0]}", values


def _chunks(
    model: type[Model], names: list[str], spelt: Sequence[Field[Any, Any]], keys: Iterable[Any] | None
) -> Iterator[Iterable[tuple[Any, ...]]]:
    as_stored = {AS_STORED + field.attname: Cast(F(field.attname), TextField()) for field in spelt}
    rows: QuerySet[Model, Any] = model._base_manager.order_by("pk")
    rows = rows.annotate(**as_stored).values_list("pk", *names, *as_stored)
    if keys is None:
        yield rows.iterator(chunk_size=CHUNK)
        return
    wanted = list(keys)
    for start in range(0, len(wanted), CHUNK):
        yield rows.filter(pk__in=wanted[start : start + CHUNK])


def row_digest(name: str, values: Values, salt: bytes | None, algorithm: str) -> str:
    """Return the digest of one row; `salt` for tables with personal data."""
    text = canonical({"row": name, "columns": values, "salt": salt})
    return hashing.digest(text.encode(), algorithm)
