"""Queries that every act asks again: their SQL is made once, for making it takes Django longer than running it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.exceptions import ObjectDoesNotExist
    from django.db.models import Model, QuerySet
    from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=tuple[Any, ...])
M = TypeVar("M", bound="Model")


class Prepared(Generic[Row]):
    """A query for rows of columns (`values_list`) in which only the values change from one call to the next.

    `build` makes it, `examples` are values to make it with: of the kinds it is called with later (numbers, words,
    days), no two alike, and none that the query holds by itself.

    >>> of_person = Prepared(lambda pk: Person.objects.filter(pk=pk).values_list("name"), 1)  # doctest: +SKIP
    >>> of_person(12)  # doctest: +SKIP
    [('周敏',)]
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], *examples: Any) -> None:
        self._build, self._examples = build, examples
        self._made: dict[str, tuple[SQLCompiler, str, list[tuple[bool, Any]]]] = {}

    def __call__(self, *values: Any) -> list[Row]:
        """Run the query with these values and return its rows."""
        if connection.vendor not in self._made:
            self._made[connection.vendor] = self._make()
        compiler, sql, parameters = self._made[connection.vendor]
        given = [_adapted(each) for each in values]
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[of] if is_given else of for is_given, of in parameters])
            return cast("list[Row]", list(compiler.results_iter([cursor.fetchall()], tuple_expected=True)))

    def _make(self) -> tuple[SQLCompiler, str, list[tuple[bool, Any]]]:
        """Return what reads the rows, the SQL, and each of its parameters: a value's position, or one of its own."""
        compiler = self._build(*self._examples).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        stand_ins = [_adapted(each) for each in self._examples]
        places = [(True, stand_ins.index(each)) if each in stand_ins else (False, each) for each in parameters]
        if {place for is_given, place in places if is_given} != set(range(len(stand_ins))):
            raise ValueError(f"not every one of {self._examples} is asked for by {sql}")
        return compiler, sql, places


def _adapted(value: Any) -> Any:
    """Give a value as the database is handed it: SQLite keeps days as text."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, datetime.date) else value


class ByKey(Generic[M]):
    """Fetches one row of a table by its key, locked where wanted; columns named in `but` are fetched when asked for.

    Raises the model's DoesNotExist.
    """

    def __init__(self, model: type[M], *, but: tuple[str, ...] = (), locked: bool = False, example: Any = 1) -> None:
        self._model = model
        self._names = [field.attname for field in model._meta.concrete_fields if field.name not in but]
        rows = model._base_manager.select_for_update() if locked else model._base_manager.all()
        self._row = Prepared(lambda key: rows.filter(pk=key).values_list(*self._names), example)

    def __call__(self, key: Any) -> M:
        """Return the row."""
        for row in self._row(key):
            return self._model.from_db(connection.alias, self._names, row)
        missing: type[ObjectDoesNotExist] = vars(self._model)["DoesNotExist"]
        raise missing(f"{self._model._meta.label} {key}")
