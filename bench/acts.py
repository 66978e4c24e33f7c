"""Does acts on cases and prints how long each took, as JSON: JIJUQU_DATA=folder python -m bench.acts."""

from __future__ import annotations

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import TYPE_CHECKING, Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - Django has to be set up first
from django.db import connection, transaction  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from jijuqu.cases.actions import city, drafting, letters, reviewing  # noqa: E402
from jijuqu.cases.models import Case, Letter, Section, Verdict  # noqa: E402
from jijuqu.journal.models import Event  # noqa: E402
from jijuqu.journal.verify import verify  # noqa: E402
from jijuqu.procedure.opinions import Stance  # noqa: E402
from tests.cases.city import City, LIANGPING, before_the_commission, hand, measured, under_city_review  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

ON = date(2022, 5, 6)
TIMES, OFFICERS, EACH = 40, 8, 15
TEXT = "本区中小企业集聚区建设规划。" * 100


class Acts:
    """Cases with work to do, and one function for each act, called with the number of the time."""

    def __init__(self) -> None:
        self.people = City()
        land = measured()
        drafting.measure = lambda *_args, **_options: land  # a survey takes its own time, in a child process
        drafter = hand(self.people.drafter[LIANGPING], ON)
        self.drafts = [drafting.open_case(self.people.holder[LIANGPING], f"规划{n}", drafter) for n in range(OFFICERS)]
        self.sections = [Section.objects.filter(case=each).first() for each in self.drafts]
        self.reviewed = under_city_review(self.people)
        self.letters = [self._letter(n) for n in range(TIMES + OFFICERS * EACH)]
        self.to_sign = [self._opinion(n) for n in range(TIMES)]
        self.to_decide = [before_the_commission(self.people) for _ in range(3)]

    def _letter(self, number: int) -> Letter:
        officer = hand(self.people.officer, ON)
        content = {"title": "请补充完善材料的函", "body": TEXT}
        case = self.drafts[number % OFFICERS] if number >= TIMES else self.reviewed
        issuer = officer.person.organisation if case is self.reviewed else self.people.drafter[LIANGPING].organisation
        by = officer if case is self.reviewed else hand(self.people.drafter[LIANGPING], ON)
        return letters.draft_letter(case, "completion_request", issuer, content, by)

    def _opinion(self, number: int) -> Any:
        return number

    def write_section(self, number: int) -> None:
        section = self.sections[0]
        section.refresh_from_db()
        drafting.write_section(section.pk, TEXT, section.edition, hand(self.people.drafter[LIANGPING], ON))

    def register_letter(self, number: int) -> None:
        letters.register_letter(
            self.letters[number], f"渝经信函〔2022〕{number + 1}号", ON, self.people.scan, hand(self.people.officer, ON)
        )


def timed(act: Callable[[int], object], numbers: range) -> list[float]:
    """Take the milliseconds of each call."""
    taken = []
    for number in numbers:
        start = time.perf_counter()
        act(number)
        taken.append((time.perf_counter() - start) * 1000)
    return taken
