"""Many cases in every state, as rows alone: lists and pages read them as if acts had led there."""

from __future__ import annotations

import datetime
import random
from itertools import islice
from typing import TYPE_CHECKING

from django.utils import timezone

from jijuqu.accounts.models import Organisation, OrganisationKind, Person
from jijuqu.cases.models import Case, OpinionRequest, Review
from jijuqu.journal.models import Event
from jijuqu.procedure.acts import Act
from jijuqu.procedure.roles import Level
from jijuqu.procedure.states import FINAL, State
from jijuqu.registry.models import QuotaHolder

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH = 2000
EVENTS_OF_A_CASE = 6
# How cases are spread: most are over, as in an office of many years.
OVER = tuple(each for each in State if each in FINAL)
RUNNING = tuple(each for each in State if each not in FINAL)
SHARE_OVER = 0.8
REVIEWS = {State.DISTRICT_REVIEW: Level.DISTRICT, State.CITY_REVIEW: Level.CITY}


def add_cases(count: int, on: datetime.date, seed: int = 1) -> None:
    """Insert so many cases with their running reviews and events around a day, the same for the same seed."""
    made, rows = random.Random(seed), _Rows()  # noqa: S311 - no secret
    new = (rows.case(made, on) for _ in range(count))
    while batch := list(islice(new, BATCH)):
        cases = Case.objects.bulk_create(batch)
        reviewed = [each for each in cases if each.state in REVIEWS]
        reviews = Review.objects.bulk_create(
            Review(case=each, level=REVIEWS[State(each.state)].value, round=1, started_on=each.state_since)
            for each in reviewed
        )
        OpinionRequest.objects.bulk_create(request for each in reviews for request in rows.requests(made, each))
        Event.objects.bulk_create(event for each in cases for event in rows.events(each))


class _Rows:
    """Who there is, read once, and rows made of them."""

    def __init__(self) -> None:
        self.holders = list(QuotaHolder.objects.values_list("pk", flat=True))
        departments = Organisation.objects.filter(kind=OrganisationKind.DEPARTMENT).values_list("holder", "pk")
        self.departments: dict[str, list[str]] = {}
        for holder, code in departments:
            self.departments.setdefault(holder, []).append(code)
        self.people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
        last_case, last_event = Case.objects.order_by("-pk").first(), Event.objects.order_by("-number").first()
        self.case_number = last_case.pk if last_case else 0
        self.event_number = last_event.number if last_event else 0
        self.last_digest = last_event.digest if last_event else ""

    def case(self, made: random.Random, on: datetime.date) -> Case:
        self.case_number += 1
        state = made.choice(OVER if made.random() < SHARE_OVER else RUNNING)
        since = on - datetime.timedelta(days=made.randrange(1, 400))
        return Case(
            number=f"B{self.case_number:08d}", holder_id=made.choice(self.holders), state=state.value,
            title=f"第{self.case_number}个中小企业集聚区建设规划", opened_on=since, state_since=since,
            corrected_from=State.RECEIVED.value if state is State.CORRECTION else "",
            suspended_from=State.CITY_REVIEW.value if state is State.SUSPENDED else "",
            due_on=None if state in OVER else on + datetime.timedelta(days=made.randrange(-30, 60)),
            drafter_id=made.choice(self.people), city_officer_id=made.choice([None, *self.people[:3]]),
            edition=EVENTS_OF_A_CASE,
        )  # fmt: skip

    def requests(self, made: random.Random, review: Review) -> Iterator[OpinionRequest]:
        holder = "" if review.level == Level.CITY else review.case.holder_id
        for department in self.departments[holder]:
            stance = made.choice(["", "agree"])
            signed = review.started_on if stance and made.random() < 0.5 else None
            yield OpinionRequest(
                review=review, department_id=department, asked_on=review.started_on, stance=stance, signed_on=signed,
                due_on=review.started_on + datetime.timedelta(days=made.randrange(5, 400)),
            )  # fmt: skip

    def events(self, case: Case) -> Iterator[Event]:
        for number in range(EVENTS_OF_A_CASE):
            self.event_number += 1
            previous, self.last_digest = self.last_digest, f"{self.event_number:064x}"
            yield Event(
                number=self.event_number, act=Act.EDIT_PLAN.value, subject=case.subject, on=case.opened_on,
                entered_at=timezone.now(), actor_id=self.people[(case.pk + number) % len(self.people)], details={},
                rows={}, algorithm="sm3", previous=previous, digest=self.last_digest, signature="",
            )  # fmt: skip
