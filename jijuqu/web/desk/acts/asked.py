"""One act as the desk asks for it: what it shows of itself, and what its forms say when they are sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping, Sequence

    from django import forms
    from django.utils.functional import Promise

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Powers
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.facts import Judged
    from jijuqu.cases.models import Case, FileKind


@dataclass(frozen=True, slots=True)
class About:
    """What forms are made for: a case, fetched whole, with what the rules find of it, and whoever acts.

    `on_paper`: they enter the paper of an act that is others' to do.
    """

    case: Case
    person: Person
    powers: Powers
    today: datetime.date
    judged: Sequence[Judged]
    on_paper: bool = False

    @property
    def organisations(self) -> frozenset[str]:
        """The organisations the person acts for, and those whose work they took over."""
        return self.powers.organisations


@dataclass(frozen=True, slots=True)
class Said:
    """What was sent: the act's own fields, and its rows without the empty ones."""

    about: About
    fields: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]]

    @property
    def case(self) -> Case:
        """The case it is about."""
        return self.about.case

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]


def no_rows(_about: About) -> list[dict[str, Any]]:
    """Give no rows to begin with."""
    return []


@dataclass(frozen=True, slots=True)
class ActPage:
    """How an act is done on the desk.

    `do` calls the action. `form` asks what the act needs beyond day, reason and paper; `row` asks it as often as
    wanted, beginning with `first_rows` and `spare_rows` empty ones. Both are made with `about=`. `is_grave`: it ends
    the case or cannot be taken back, so the number of the case has to be typed. `back_to`: the tab to return to.
    `by_paper`: how others' act is entered from its paper, where that asks for more. `files_paper_as`: the material of
    二（三）3–5 that the act's own paper is. `is_slow`: the action works before it writes, so no transaction is open
    around it. `has_own_editions`: what it writes counts editions of its own, so what others do to the rest of the case
    meanwhile does not make the page out of date. `rows_title`: what the rows are.
    """

    do: Callable[[Said, Hand], object]
    form: type[forms.Form] | None = None
    row: type[forms.Form] | None = None
    first_rows: Callable[[About], list[dict[str, Any]]] = field(default=no_rows)
    spare_rows: int = 0
    is_grave: bool = False
    back_to: str = "case"
    by_paper: ActPage | None = None
    files_paper_as: FileKind | None = None
    is_slow: bool = False
    has_own_editions: bool = False
    rows_title: Promise | str = ""
