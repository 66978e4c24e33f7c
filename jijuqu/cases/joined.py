"""Rows with the rows that hang on them, in one query: a tree of relations read by outer joins.

Django's own `prefetch_related` asks once for every relation; a case has some twenty, and its page may ask twenty times
in all. Branches beside each other multiply rows before they are told apart by their keys, so only short lists belong in
one tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import ForeignKey, ManyToOneRel

from jijuqu.tables.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from django.db.models import Field, Model, QuerySet

NO_KEY = -1  # to make a query with


@dataclass(slots=True)
class Branch:
    """One relation of the tree: its path from the root, the columns read, and what hangs on it.

    `to_many`: the parent has a list of these rows; else the parent points to one. `back` is the name under which a row
    of a list knows its parent.
    """

    model: type[Model]
    path: str
    name: str
    columns: list[Field[Any, Any]]
    to_many: bool = False
    back: str = ""
    branches: list[Branch] = field(default_factory=list)

    def walk(self) -> Iterator[Branch]:
        """Yield this branch and all below it, each before what hangs on it."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


class Joined:
    """Fetches the rows that belong to a key, with the relations named ("requests__remarks"), each list by its keys.

    `rows` gives the query for a key. `without` names columns that are left unread, as "entry__wkb" by the path they
    stand under. The query is made once.
    """

    def __init__(self, rows: Callable[[Any], QuerySet[Any]], *paths: str, without: Sequence[str] = ()) -> None:
        self._rows, self._paths, self._without = rows, paths, set(without)

    def __call__(self, key: int) -> list[Any]:
        """Fetch the rows of a key."""
        found: dict[tuple[str, Any], Any] = {}
        roots: list[Any] = []
        for row in self._prepared(key):
            root = _read(self._tree, iter(row), None, found)
            if not roots or roots[-1] is not root:
                roots.append(root)
        return roots

    @cached_property
    def _tree(self) -> Branch:
        return _tree(self._rows(NO_KEY).model, self._paths, self._without)

    @cached_property
    def _prepared(self) -> Prepared[tuple[Any, ...]]:
        wanted = [f"{branch.path}{column.attname}" for branch in self._tree.walk() for column in branch.columns]
        keys = [f"{branch.path}pk" for branch in self._tree.walk() if branch.to_many]
        ordering = [*(self._tree.model._meta.ordering or ()), "pk", *keys]
        return Prepared(lambda key: self._rows(key).order_by(*ordering).values_list(*wanted), NO_KEY)


def attach(parents: Sequence[Model], name: str, rows: Sequence[Any], back: str) -> None:
    """Let `parent.name.all()` give its rows without a query; `back` names the column of a row that points to it."""
    lists: dict[Any, list[Any]] = {parent.pk: [] for parent in parents}
    for row in rows:
        if (key := getattr(row, f"{back}_id")) in lists:
            lists[key].append(row)
    for parent in parents:
        for row in lists[parent.pk]:
            setattr(row, back, parent)
        _keep(parent, name, lists[parent.pk])


def _keep(parent: Model, name: str, rows: list[Any]) -> None:
    """Put rows where a related manager looks before it asks the database, as `prefetch_related` does itself."""
    known = getattr(parent, name).get_queryset()
    known._result_cache, known._prefetch_done = rows, True
    parent.__dict__.setdefault("_prefetched_objects_cache", {})[name] = known


def _tree(model: type[Model], paths: Sequence[str], without: set[str]) -> Branch:
    root = Branch(model, "", "", _columns(model, "", without))
    for path in paths:
        branch = root
        for name in path.split("__"):
            known = next((each for each in branch.branches if each.name == name), None)
            branch = known or _grown(branch, name, without)
    return root


def _grown(parent: Branch, name: str, without: set[str]) -> Branch:
    relation = parent.model._meta.get_field(name)
    assert isinstance(relation, ForeignKey | ManyToOneRel), f"{name} of {parent.model.__name__} joins nothing"  # noqa: S101
    path, model = f"{parent.path}{name}__", relation.related_model
    to_many = isinstance(relation, ManyToOneRel)
    back = relation.field.name if isinstance(relation, ManyToOneRel) else ""
    branch = Branch(model, path, name, _columns(model, path, without), to_many, back)
    parent.branches.append(branch)
    return branch


def _columns(model: type[Model], path: str, without: set[str]) -> list[Field[Any, Any]]:
    return [each for each in model._meta.concrete_fields if f"{path}{each.attname}" not in without]


def _read(branch: Branch, values: Iterator[Any], parent: Any, found: dict[tuple[str, Any], Any]) -> Any:
    """Read one branch of a row; the same row of the database is the same object every time it comes by."""
    read = list(islice(values, len(branch.columns)))
    names = [column.attname for column in branch.columns]
    key = read[names.index(branch.model._meta.pk.attname)]
    row = found.get((branch.path, key))
    is_new = key is not None and row is None
    if is_new:
        row = found[branch.path, key] = branch.model.from_db("default", names, read)
        for each in branch.branches:
            if each.to_many:
                _keep(row, each.name, [])
    if parent is not None:
        _tie(branch, parent, row, is_new=is_new)
    for each in branch.branches:
        _read(each, values, row, found)
    return row


def _tie(branch: Branch, parent: Any, row: Any, *, is_new: bool) -> None:
    if not branch.to_many:
        setattr(parent, branch.name, row)
    elif is_new:
        setattr(row, branch.back, parent)
        getattr(parent, branch.name).all()._result_cache.append(row)
