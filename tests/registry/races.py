"""Races for the last free place of a holder, with real threads on a site's own database; prints what came of them."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from django.core.exceptions import ValidationError
from django.db import connection

from jijuqu.registry.actions import claim_slot, release_slot
from jijuqu.registry.models import QuotaHolder, Slot

HOLDER = "500155"
ON = date(2022, 3, 1)


def race(races, racers):
    """Let so many threads reach for the fifth place at once, again and again; whoever gets it lets it go."""
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
        for number in range(races):
            names = [f"race:{number}/{racer}" for racer in range(racers)]
            answers = dict(zip(names, pool.map(claim, names), strict=True))
            first = [name for name, answer in answers.items() if isinstance(answer, int)]
            winners.append(len(first))
            won += [answers[name] for name in first]
            losers_told += sum(first[0] in answer for answer in answers.values() if isinstance(answer, str))
            for name in first:
                slot = Slot.objects.get(claimed_by=name)
                release_slot(slot, actor=None, on=ON, why="下一轮")
        list(pool.map(leave, range(racers)))
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "races_with_one_winner": winners.count(1),
                "numbers_won": sorted(set(won)),
                "losers_told_who_was_first": losers_told,
                "in_use": Slot.objects.filter(released_on=None).count(),
            }
        )
    )
