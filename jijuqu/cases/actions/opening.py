"""A new case with its empty contents, for whichever act opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.actions.numbering import next_number
from jijuqu.cases.actions.rows import save_row
from jijuqu.cases.models import Case, PlannedCluster, Section, SectionKind

if TYPE_CHECKING:
    from django.db.models import Model

    from jijuqu.accounts.models import Person
    from jijuqu.cases.actions.step import Hand
    from jijuqu.procedure.states import Position
    from jijuqu.registry.models import QuotaHolder


def new_case(
    holder: QuotaHolder, title: str, position: Position, hand: Hand, clusters: int, drafter: Person | None
) -> tuple[Case, list[Model]]:
    """Save a new case with its empty sections and its clusters, inside the transaction of an act; return all rows."""
    case = Case(
        number=next_number("case", hand.on.year), holder=holder, title=title, state=position.state,
        opened_on=hand.on, state_since=hand.on, drafter=drafter,
    )  # fmt: skip
    save_row(case)
    sections = Section.objects.bulk_create(Section(case=case, kind=kind) for kind in SectionKind)
    planned = PlannedCluster.objects.bulk_create(PlannedCluster(case=case, number=n + 1) for n in range(clusters))
    return case, [case, *sections, *planned]
