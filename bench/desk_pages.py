"""Opens 待办 and cases as every role and prints how long each took, as JSON: JIJUQU_DATA=folder python -m bench.desk_pages."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - Django has to be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench.many_cases import add_cases  # noqa: E402
from jijuqu.accounts.models import Person  # noqa: E402
from jijuqu.accounts.permissions import powers_of  # noqa: E402
from jijuqu.cases.inbox import ListKind  # noqa: E402
from jijuqu.cases.models import Case  # noqa: E402
from jijuqu.cases.queries import visible_to  # noqa: E402
from jijuqu.demo.load import load  # noqa: E402
from jijuqu.registry.queries import demonstration  # noqa: E402
from jijuqu.web.account.session import SECOND_FACTOR  # noqa: E402

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

SIZES, TIMES = (1_000, 100_000), 5
MARKS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")  # of transactions, no queries
TABS = ("", "plan/", "materials/", "opinions/", "letters/", "record/")


def one_of_each_role(on: datetime.date) -> list[Person]:
    """Choose the first person who holds a role that nobody chosen before holds."""
    chosen, seen = [], set()
    for person in Person.objects.order_by("pk"):
        roles = powers_of(person, on).roles
        if roles - seen:
            chosen.append(person)
            seen |= roles
    return chosen


def seen_by(people: Iterable[Person], addresses: dict[int, list[str]]) -> dict[str, object]:
    """Open each address several times as each person; milliseconds of all, and the most queries that one asked."""
    taken, most = [], (0, "")
    for person in people:
        client = Client(SERVER_NAME="localhost")
        client.force_login(person)
        session = client.session
        session[SECOND_FACTOR] = True
        session.save()
        client.get("/desk/")  # from now on the session has its stamp
        for address in addresses[person.pk]:
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(address)
            assert answer.status_code == 200, (person, address, answer.status_code)  # noqa: S101 - a figure of a refusal is none
            questions = [each for each in asked.captured_queries if not each["sql"].startswith(MARKS)]
            most = max(most, (len(questions), f"{person.username} {address}"))
            for _ in range(TIMES):
                start = time.perf_counter()
                client.get(address)
                taken.append((time.perf_counter() - start) * 1000)
    return {"ms": taken, "queries": most[0], "most_asked": most[1]}


def main() -> None:
    """Measure with each number of cases and print it."""
    call_command("migrate", interactive=False, verbosity=0)
    load()
    mark = demonstration()
    assert mark  # noqa: S101 - it was just loaded
    on = mark.as_of
    people = one_of_each_role(on)
    lists = {each.pk: [f"/desk/?list={kind.value}" for kind in ListKind] for each in people}
    whole = Case.objects.order_by("pk")
    written = [each.pk for each in whole]
    found = {}
    for size in SIZES:
        add_cases(size - Case.objects.count(), on, seed=size)
        connection.cursor().execute("ANALYZE")
        cases = {}
        for person in people:
            visible = visible_to(person, on, powers_of(person, on).reach)
            numbers = visible.filter(pk__in=written).values_list("number", flat=True)[:3]
            cases[person.pk] = [f"/desk/cases/{number}/{tab}" for number in numbers for tab in TABS]
        found[size] = {"待办": seen_by(people, lists), "case page": seen_by(people, cases)}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
