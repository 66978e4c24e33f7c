"""Four officers claim the last free place at the same moment, five hundred times: one gets it, three are told who."""

import json

from tests.own_database import own_site

RACES, RACERS = 500, 4
RACE = f"from tests.registry.races import race; race({RACES}, {RACERS})"


def test_of_four_who_reach_for_the_last_place_at_once_exactly_one_gets_it(tmp_path):
    with own_site(tmp_path) as site:
        answer = json.loads(site.run(RACE))
        verdict = json.loads(site.command("verify", "--json").stdout)

    assert answer == {
        "races_with_one_winner": RACES,
        "numbers_won": [5],
        "losers_told_who_was_first": RACES * (RACERS - 1),
        "in_use": 4,
    }
    assert verdict == {"whole": True, "events": 4 + 2 * RACES, "first_fault": None}
