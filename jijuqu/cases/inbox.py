"""The inbox of one person: what waits for them, what they wait for, what they did, what they watch, most urgent first.

An officer's lines are cases; a department's are the requests put to it, each with a clock of its own; an expert's are
the seats on panels. Everything is chosen by the database, so that a hundred thousand cases cost no more questions than
ten; whose turn something is says `cases.turns`.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q

from jijuqu.cases.models import Case, OpinionRequest, Panel, PanelSeat, Reading
from jijuqu.cases.models.case import NO_DAY
from jijuqu.cases.queries import visible_to
from jijuqu.cases.turns import Turns
from jijuqu.journal.models import Event
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.permissions import Powers

COUNTED_UP_TO = 100  # a list with more is told as "99+"
LATEST_ACTS = 1000  # so far back the list of what somebody did reaches


class ListKind(StrEnum):
    """One of the lists."""

    TO_DO = "to-do"
    WAITING = "waiting"
    DONE = "done"
    WATCHED = "watched"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which cases of a list are wanted: words in number or title, a state, a quota holder, whose cases."""

    words: str = ""
    state: str = ""
    holder: str = ""
    of_everybody: bool = False

    def of_case(self, case: str = "") -> Q:
        """Give the condition on a case that a query reaches under a prefix, such as `review__case__`."""
        wanted = Q()
        if self.words:
            wanted &= Q(**{f"{case}number__icontains": self.words}) | Q(**{f"{case}title__icontains": self.words})
        if self.state:
            wanted &= Q(**{f"{case}state": self.state})
        if self.holder:
            wanted &= Q(**{f"{case}holder": self.holder})
        return wanted


class Entry(NamedTuple):
    """One line of a list before its case is fetched: due day, case, and the request or seat it is about."""

    due_on: datetime.date
    case: int
    request: int | None = None
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list. `due_on` is that of the request or the meeting where the line is about one."""

    case: Case
    due_on: datetime.date | None
    request: OpinionRequest | None
    seat: PanelSeat | None
    is_unread: bool


class Source(NamedTuple):
    """Rows that a list is made of: where their due day and their case stand, and what they themselves are."""

    rows: QuerySet[Any]
    due_on: str
    case: str
    own: Literal["", "request", "seat"] = ""


class Inbox:
    """The lists of one person with the powers they hold on a day."""

    def __init__(self, person: Person, powers: Powers, on: datetime.date, wish: Wish) -> None:
        self.person = person
        self.powers = powers
        self.on = on
        self.wish = wish
        self.turns = Turns(person, powers, on, of_everybody=wish.of_everybody)

    def items(self, kind: ListKind, start: int, end: int) -> list[Item]:
        """Fetch a stretch of a list."""
        if kind is ListKind.DONE:
            return self._whole(self._done()[start:end])
        if kind is ListKind.ALL:
            newest = self._seen().order_by("-number").values_list("listed_on", "pk")
            return self._whole([Entry(day, key) for day, key in newest[start:end]])
        merged = heapq.merge(*(_first_entries(each, end) for each in self._sources(kind)), key=_by_day)
        return self._whole(list(merged)[start:end])

    def count(self, kind: ListKind) -> int:
        """Count what is to do or waited for, no further than COUNTED_UP_TO."""
        counts = (source.rows.order_by()[:COUNTED_UP_TO].count() for source in self._sources(kind))
        return min(COUNTED_UP_TO, sum(counts))

    def _sources(self, kind: ListKind) -> list[Source]:
        if kind is ListKind.WATCHED:
            return [Source(self._seen().filter(watches__person=self.person), "listed_on", "pk")]
        to_do = kind is ListKind.TO_DO
        others = (self._requests(to_do=to_do), self._seats(to_do=to_do))
        return [*self._cases(to_do=to_do), *(each for each in others if each)]

    def _seen(self) -> QuerySet[Case]:
        return visible_to(self.person, self.on, self.powers.reach).filter(self.wish.of_case())

    def _cases(self, *, to_do: bool) -> list[Source]:
        parts = self.turns.cases_by_kind() if to_do else self.turns.waited_for_by_kind()
        wish = self.wish.of_case()
        return [Source(Case.objects.filter(part, wish), "listed_on", "pk") for part in parts]

    def _requests(self, *, to_do: bool) -> Source | None:
        """Choose the requests to one's own departments that are one's own turn, or a colleague's."""
        departments = self.turns.departments(Role.REVIEWER, Role.SIGNATORY)
        running = OpinionRequest.objects.filter(
            self.turns.requests() if to_do else ~self.turns.requests(),
            self.wish.of_case("review__case__"),
            department__in=departments,
            signed_on__isnull=True,
            review__ended_on__isnull=True,
            review__case__state__in=(State.DISTRICT_REVIEW, State.CITY_REVIEW),
        )
        return Source(running, "due_on", "review__case", "request") if departments else None

    def _seats(self, *, to_do: bool) -> Source | None:
        """Choose one's seats on panels that have not reported yet: to do until one has scored."""
        own = PanelSeat.objects.filter(
            Q(scores={}) if to_do else ~Q(scores={}),
            self.wish.of_case("panel__case__"),
            expert__person=self.person,
            excluded_because="",
            panel__verdict="",
            panel__case__state=State.DISTRICT_REVIEW,
        )
        return Source(own, "panel__meets_on", "panel__case", "seat") if Role.EXPERT in self.powers.roles else None

    def _done(self) -> list[Entry]:
        """List the cases on which the person acted lately and which do not wait for them now, the latest act first."""
        acted = Event.objects.filter(actor=self.person).order_by("-number").values_list("subject", flat=True)
        about_cases = (each for each in acted[:LATEST_ACTS] if each.startswith("case:"))
        keys = dict.fromkeys(int(each.removeprefix("case:")) for each in about_cases)
        turn = self.turns.cases()
        done = self._seen().filter(pk__in=keys)
        days = dict((done.exclude(turn) if turn else done).values_list("pk", "listed_on"))
        return [Entry(days[key], key) for key in keys if key in days]

    def _whole(self, entries: Sequence[Entry]) -> list[Item]:
        """Fetch what the lines show, in a fixed number of queries."""
        keys = [each.case for each in entries]
        cases = Case.objects.select_related("holder", "drafter", "city_officer").in_bulk(keys)
        asked = {each.request for each in entries} - {None}
        requests = OpinionRequest.objects.select_related("department", "handled_by").in_bulk(asked) if asked else {}
        seated = {each.seat for each in entries} - {None}
        seats = PanelSeat.objects.select_related("panel").in_bulk(seated) if seated else {}
        read = dict(Reading.objects.filter(person=self.person, case__in=keys).values_list("case", "edition"))
        return [
            Item(
                cases[each.case],
                None if each.due_on == NO_DAY else each.due_on,
                requests.get(each.request or 0),
                seats.get(each.seat or 0),
                is_unread=read.get(each.case) != cases[each.case].edition,
            )
            for each in entries
        ]


def _by_day(entry: Entry) -> tuple[datetime.date, int]:
    return entry.due_on, entry.case


def _first_entries(source: Source, end: int) -> list[Entry]:
    """Read the first lines of one source, the nearest due day first, those without one last."""
    day = F(source.due_on) if source.due_on == "listed_on" else F(source.due_on).asc(nulls_last=True)
    read = source.rows.order_by(day, "pk").values_list(source.due_on, source.case, "pk")[:end]
    entries = [(due_on or NO_DAY, case, pk) for due_on, case, pk in read]
    if source.own == "request":
        return [Entry(due_on, case, request=pk) for due_on, case, pk in entries]
    if source.own == "seat":
        return [Entry(due_on, case, seat=pk) for due_on, case, pk in entries]
    return [Entry(due_on, case) for due_on, case, _pk in entries]


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How far the joint review of a case is: opinions awaited, those of them overdue, whether experts are called."""

    awaited: int = 0
    overdue: int = 0
    has_panel: bool = False


def review_counts(items: Iterable[Item], on: datetime.date) -> dict[int, ReviewCounts]:
    """Count opinions for the cases of a list that are in a joint review, by case, in one query."""
    keys = {each.case.pk for each in items if each.case.state in {State.DISTRICT_REVIEW, State.CITY_REVIEW}}
    if not keys:
        return {}
    awaited = Q(reviews__ended_on__isnull=True, reviews__requests__signed_on__isnull=True)
    overdue = awaited & Q(reviews__requests__due_on__lt=on)
    counted = Case.objects.filter(pk__in=keys).annotate(
        awaited=Count("reviews__requests", filter=awaited),
        overdue=Count("reviews__requests", filter=overdue),
        has_panel=Exists(Panel.objects.filter(case=OuterRef("pk"))),
    )
    counts = counted.values_list("pk", "awaited", "overdue", "has_panel")
    return {key: ReviewCounts(awaited, overdue, has_panel) for key, awaited, overdue, has_panel in counts}
