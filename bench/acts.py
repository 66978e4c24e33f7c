"""Does acts on cases and prints how long each took, as JSON: JIJUQU_DATA=folder python -m bench.acts."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - Django has to be set up first
from django.db import connection, transaction  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from jijuqu.cases.actions import city, drafting, letters, reviewing  # noqa: E402
from jijuqu.cases.models import OpinionRequest, Section, Serial, Verdict  # noqa: E402
from jijuqu.journal.models import Event  # noqa: E402
from jijuqu.journal.verify import verify  # noqa: E402
from jijuqu.procedure.opinions import Stance  # noqa: E402
from tests.cases.city import (  # noqa: E402
    JIANGJIN,
    LIANGPING,
    City,
    before_the_commission,
    hand,
    measured,
    under_city_review,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ON = date(2022, 5, 6)
TIMES, OFFICERS, EACH, DECISIONS = 40, 8, 15, 5
WORKERS = 2  # processes, as `jijuqu serve` has
TEXT = "本区中小企业集聚区建设规划。" * 100
CONTENT = {"title": "请补充完善材料的函", "body": TEXT}


class Work:
    """Cases with work to do, and one method for each act, called with the number of the time."""

    def __init__(self) -> None:
        self.people, land = City(), measured()
        drafting.measure = lambda *_args, **_options: land  # a survey takes its own time, in a child process
        self.drafter, self.officer = hand(self.people.drafter[LIANGPING], ON), hand(self.people.officer, ON)
        opened = [drafting.open_case(self.people.holder[LIANGPING], f"规划{n}", self.drafter) for n in range(OFFICERS)]
        self.sections = [Section.objects.filter(case=each).first() for each in opened]
        reviewed = [under_city_review(self.people) for _ in range(2)]
        requests = OpinionRequest.objects.filter(review__case__in=reviewed)
        for each in requests:
            reviewing.draft_opinion(each, Stance.AGREE, "", [], hand(self.people.reviewer[each.department_id], ON))
        self.requests = list(requests)
        commission = self.officer.person.organisation
        self.letters = [
            letters.draft_letter(reviewed[n % 2], "completion_request", commission, CONTENT, self.officer)
            for n in range(TIMES + OFFICERS * EACH)
        ]
        self.to_decide = [before_the_commission(self.people, code=JIANGJIN) for _ in range(DECISIONS)]

    def write_section(self, number: int, of: int = 0) -> None:
        """Save a text of some 1,400 characters as the next edition."""
        edition = Section.objects.values_list("edition", flat=True).get(pk=self.sections[of].pk)
        drafting.write_section(self.sections[of].pk, f"{number}{TEXT}", edition, self.drafter)

    def sign_opinion(self, number: int) -> None:
        """Sign a department's opinion off."""
        request = self.requests[number]
        reviewing.sign_opinion(request, hand(self.people.signatory[request.department_id], ON))

    def register_letter(self, number: int) -> None:
        """Give a letter its number."""
        letter = self.letters[number]
        letters.register_letter(letter, f"渝经信函〔2022〕{number + 1}号", ON, self.people.scan, self.officer)

    def decide(self, number: int) -> None:
        """Approve a plan of one cluster: findings frozen, the register entered."""
        city.decide(self.to_decide[number].pk, {1: (Verdict.APPROVED, "")}, hand(self.people.director, ON))


def bare_insert(number: int) -> None:
    """Insert one row and commit: what the database itself takes."""
    with transaction.atomic():
        Serial.objects.create(name=f"bench {number}", year=2022)


def timed(act: Callable[[int], object], numbers: Iterable[int]) -> list[float]:
    """Take the milliseconds of each call."""
    taken = []
    for number in numbers:
        start = time.perf_counter()
        act(number)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def at_once(act: Callable[[int, int], object]) -> list[float]:
    """Let eight officers do an act again and again, all at once, in two processes; take the milliseconds of each call."""
    forking = multiprocessing.get_context("fork")
    start, taken = forking.Barrier(OFFICERS), forking.SimpleQueue()

    def works(officer: int) -> list[float]:
        connection.ensure_connection()
        start.wait()
        times = timed(lambda number: act(officer, number), range(EACH))
        connection.close()
        return times

    def share(officers: range) -> None:
        with ThreadPoolExecutor(len(officers)) as pool:
            taken.put([ms for times in pool.map(works, officers) for ms in times])

    connection.close()
    workers = [forking.Process(target=share, args=[range(first, OFFICERS, WORKERS)]) for first in range(WORKERS)]
    for worker in workers:
        worker.start()
    measured_ms = [ms for _ in workers for ms in taken.get()]
    for worker in workers:
        worker.join()
    return measured_ms


def main() -> None:
    """Measure everything and print it."""
    call_command("migrate", interactive=False, verbosity=0)
    work = Work()
    alone: dict[str, dict[str, Any]] = {}
    for act, times in (
        (work.write_section, TIMES), (work.register_letter, TIMES), (work.sign_opinion, 2 * 4), (work.decide, DECISIONS),
    ):  # fmt: skip
        with CaptureQueriesContext(connection) as queries:
            act(0)
        alone[act.__name__] = {"queries": len(queries), "ms": timed(act, range(1, times))}
    insert = timed(bare_insert, range(TIMES))
    insert_at_once = at_once(lambda officer, number: bare_insert(1000 + officer * EACH + number))
    events = Event.objects.count()
    together = {
        "write_section": at_once(lambda officer, number: work.write_section(number, officer)),
        "register_letter": at_once(lambda officer, number: work.register_letter(TIMES + officer * EACH + number)),
    }
    lost = events + 2 * OFFICERS * EACH - Event.objects.count()
    assert verify().whole  # noqa: S101 - figures of a broken record are worth nothing
    print(json.dumps({
        "alone": alone, "insert": insert, "at_once": together, "insert_at_once": insert_at_once, "lost": lost,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
