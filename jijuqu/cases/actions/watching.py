"""What somebody keeps to themselves about a case: whether they watch it, and how far they have read. No events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.models import Reading, Watch

if TYPE_CHECKING:
    from jijuqu.accounts.models import Person
    from jijuqu.cases.models import Case


def watch(case: Case, person: Person) -> None:
    """Hear of the case from now on (关注)."""
    Watch.objects.get_or_create(case=case, person=person)


def end_watch(case: Case, person: Person) -> None:
    """Hear of it no longer."""
    Watch.objects.filter(case=case, person=person).delete()


def note_reading(case: Case, person: Person) -> None:
    """Note that the person has seen the case as it stands now."""
    seen = Reading(case=case, person=person, edition=case.edition)
    Reading.objects.bulk_create(
        [seen], update_conflicts=True, unique_fields=["case", "person"], update_fields=["edition"]
    )
