"""Races for the last free place of a holder, with real threads on a database of its own; prints what came of them.

JIJUQU_DATA=folder [DATABASE_URL=…] python -m tests.registry.races RACES RACERS
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")
django.setup()

from django.core.exceptions import ValidationError  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from jijuqu.journal.models import Event  # noqa: E402
from jijuqu.registry.actions import claim_slot, release_slot  # noqa: E402
from jijuqu.registry.models import QuotaHolder, Slot  # noqa: E402

HOLDER = "500155"
ON = date(2022, 3, 1)


def main(races, racers):
    call_command("migrate", interactive=False, verbosity=0)
    holder = QuotaHolder.objects.get(code=HOLDER)
    start = Barrier(racers)

    def claim(name):
        """Claim when everybody is ready; return the number won, or what the loser is told."""
        start.wait()
        try:
            return claim_slot(holder, name, title=name, actor=None, on=ON).number
        except ValidationError as error:
            return error.messages[0]

    def leave(_number):
        start.wait()
        connection.close()

    for number in range(4):
        claim_slot(holder, f"kept:{number}", actor=None, on=ON)
    winners, losers_told, won = [], 0, []
    with ThreadPoolExecutor(racers) as pool:
        for race in range(races):
            names = [f"race:{race}/{racer}" for racer in range(racers)]
            answers = dict(zip(names, pool.map(claim, names), strict=True))
            first = [name for name, answer in answers.items() if isinstance(answer, int)]
            winners.append(len(first))
            won += [answers[name] for name in first]
            losers_told += sum(first[0] in answer for answer in answers.values() if isinstance(answer, str))
            for name in first:
                slot = Slot.objects.get(claimed_by=name)
                release_slot(slot, actor=None, on=ON, why="下一轮")
        list(pool.map(leave, range(racers)))
    numbers = list(Event.objects.values_list("number", flat=True))
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "races_with_one_winner": winners.count(1),
                "numbers_won": sorted(set(won)),
                "losers_told_who_was_first": losers_told,
                "in_use": Slot.objects.filter(released_on=None).count(),
                "events": len(numbers),
                "events_without_gap": numbers == list(range(1, len(numbers) + 1)),
            }
        )
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
