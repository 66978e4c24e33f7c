"""Which tables the journal covers: every row of theirs was written by a recorded act, or somebody went round it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.apps import apps

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

M = TypeVar("M", bound="type[Model]")
ALWAYS = "1 = 1"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one table is covered.

    `apart`: columns that change without an act, such as the time of the last sign-in; the record says nothing of them.
    `personal`: rows hold personal data; their digests carry a salt that can be thrown away together with the data.
    `loose`: rows may stand there before an act speaks of them, as an upload does until its form is sent.
    `sealed_when`: the condition, in SQL on the columns of OLD that both databases read alike, under which the database
    itself refuses to change or remove a row (`guards`); `ALWAYS` from the first, "" never.
    """

    apart: frozenset[str] = frozenset()
    personal: bool = False
    loose: bool = False
    sealed_when: str = ""


_coverage: dict[str, Coverage] = {}


def covered(
    *, apart: tuple[str, ...] = (), personal: bool = False, loose: bool = False, sealed_when: str = ""
) -> Callable[[M], M]:
    """Declare on a model's class that the journal covers its table; the arguments are those of `Coverage`.

    A migration has to `guards.seal` a table that is declared sealed, and again when it changes the table's columns.
    """

    def declare(model: M) -> M:
        _coverage[model._meta.label_lower] = Coverage(frozenset(apart), personal, loose, sealed_when)
        return model

    return declare


def coverage(model: type[Model]) -> Coverage:
    """Return how a table is covered. Raises LookupError for one that is not."""
    label = model._meta.label_lower
    if label not in _coverage:
        raise LookupError(f"the journal does not cover {label}: put @covered() on the model (jijuqu.journal.covered)")
    return _coverage[label]


def covered_models() -> list[type[Model]]:
    """List the models that the journal covers, by name."""
    return [apps.get_model(label) for label in sorted(_coverage)]


def sealed_models() -> list[type[Model]]:
    """List the models whose rows the database seals, by name."""
    return [model for model in covered_models() if coverage(model).sealed_when]
