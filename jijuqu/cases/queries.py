"""What is read of cases, permissions in the query."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from jijuqu.accounts.permissions import reach
from jijuqu.cases.models import (
    Acceptance,
    Case,
    Departure,
    Letter,
    OpinionRequest,
    PanelSeat,
    PlannedCluster,
    Reading,
    Watch,
)
from jijuqu.cases.whole_case import cases_to_fill, filled
from jijuqu.journal.queries import history
from jijuqu.procedure.states import State

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Reach
    from jijuqu.journal.models import Event


def visible_to(person: Person, on: datetime.date, theirs: Reach | None = None) -> QuerySet[Case]:
    """Return the cases that somebody may see: all, their district's, or those their department is asked about.

    A department of the city sees a case from the day it is asked; an expert from the day of being seated. `theirs` is
    the person's reach on the day, where it is known already.
    """
    theirs = reach(person, on) if theirs is None else theirs
    if theirs.everything:
        return Case.objects.all()
    seated = PanelSeat.objects.filter(expert__person=person, excluded_because="")
    seen = Q(holder__in=theirs.holders) | Q(pk__in=seated.values("panel__case"))
    if theirs.organisations:
        asked = OpinionRequest.objects.filter(department__in=theirs.organisations)
        seen |= Q(pk__in=asked.values("review__case"))
    return Case.objects.filter(seen)


def opened_by(person: Person, on: datetime.date, theirs: Reach) -> QuerySet[Case]:
    """Return the cases somebody may see as their pages open them, ready to be filled (`whole_case`).

    `is_watched` tells whether the person watches it, `read_edition` which edition they have seen, None: none yet.
    """
    watched = Watch.objects.filter(case=OuterRef("pk"), person=person)
    read = Reading.objects.filter(case=OuterRef("pk"), person=person).values("edition")
    cases = cases_to_fill(visible_to(person, on, theirs))
    return cases.annotate(is_watched=Exists(watched), read_edition=Subquery(read))


def departures_seen(theirs: Reach, *, rule: str = "", accepted_alone: bool = False) -> QuerySet[Departure]:
    """Return the departures that somebody's reach shows, the latest case first; of one rule, or accepted ones alone."""
    found = Departure.objects.all() if theirs.everything else Departure.objects.filter(case__holder__in=theirs.holders)
    if rule:
        found = found.filter(rule=rule)
    if accepted_alone:
        found = found.filter(Exists(Acceptance.objects.filter(departure=OuterRef("pk"))))
    found = found.select_related("case__holder", "cluster", "written_by").defer("case__holder__outline_wkb")
    return found.prefetch_related("acceptances").order_by("-case__number", "pk")


def precedents(theirs: Reach, rules: Iterable[str]) -> Counter[str]:
    """Count the accepted departures from each of some rules that somebody's reach shows."""
    seen = departures_seen(theirs, accepted_alone=True).filter(rule__in=set(rules))
    return Counter(seen.values_list("rule", flat=True))


def events_without_digests(case: Case) -> QuerySet[Event]:
    """Return the events of a case from first to last, without the digests of the rows they wrote: pages show none."""
    return history(case.subject).defer("rows", "digest", "previous", "signature")


def whole(case_pk: int) -> Case:
    """Fetch a case with all that pages and rules ask of it, in a fixed number of queries."""
    return filled(cases_to_fill(Case.objects.filter(pk=case_pk)).get())


def letter_verified(token: str) -> Letter | None:
    """Return the letter that was sent with a code, None where there is none or it is a draft still."""
    return _sent().filter(token=token).first()


def letter_numbered(number: str) -> Letter | None:
    """Return the letter that was sent under a number, None where there is none."""
    return _sent().filter(number=number).first()


def _sent() -> QuerySet[Letter]:
    return Letter.objects.exclude(number="").select_related("issuer", "case", "replaced_by")


def followed_by_the_public(asked: str, on: datetime.date) -> QuerySet[Case]:
    """Return the plans that the public may follow: those sent to a joint review by then, newest first.

    `asked` is looked for in number, district and title.
    """
    begun = Case.objects.filter(opened_on__lte=on).exclude(state=State.DRAFTING, reviews=None).select_related("holder")
    if asked:
        named = Q(holder__name_zh__icontains=asked) | Q(holder__name_en__icontains=asked)
        begun = begun.filter(Q(number__icontains=asked) | Q(title__icontains=asked) | named)
    return begun.order_by("-number").distinct()


def clusters_claiming(claims: Iterable[str]) -> dict[str, PlannedCluster]:
    """Return the planned clusters that hold places, with their cases, by the claim of the place ("case:12/1")."""
    cases = {int(each.removeprefix("case:").partition("/")[0]) for each in claims if each.startswith("case:")}
    planned = PlannedCluster.objects.filter(case__in=cases).select_related("case")
    return {each.claim: each for each in planned}
