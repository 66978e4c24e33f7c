"""Two officers claim the last free place at the same moment, many times: one gets it, the other is told who."""

import json
import os

import pytest

from tests.own_database import own_site

RACES, AT_A_TIME = int(os.environ.get("JIJUQU_RACES") or 100), 50  # JIJUQU_RACES=500 for as many of each
RACE = "import sys; from tests.registry.races import race; race(*map(int, sys.argv[1:]))"


@pytest.fixture
def own_database(tmp_path):
    with own_site(tmp_path) as site:
        yield site


def test_of_two_who_reach_for_the_last_place_at_once_exactly_one_gets_it(own_database):
    own_database.run("from tests.registry.races import take_four; take_four()")
    found = [json.loads(own_database.run(RACE, first, AT_A_TIME)) for first in range(0, RACES, AT_A_TIME)]
    verdict = json.loads(own_database.command("verify", "--json").stdout)

    assert {what: sum(each[what] for each in found) for what in found[0]} == {
        "one_winner": RACES,
        "fifth_place": RACES,
        "loser_told_who_was_first": RACES,
    }
    assert verdict == {"whole": True, "events": 4 + 2 * RACES, "first_fault": None}
