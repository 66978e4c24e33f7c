"""Four officers claim the last free place at the same moment, five hundred times: one gets it, three are told who."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

RACES, RACERS = 500, 4


@pytest.fixture
def own_database(tmp_path, django_db_blocker):
    """Give the environment of a process with a data folder and a database of its own, of the kind under test."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"JIJUQU_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "jijuqu.config.settings"}
    if connection.vendor == "sqlite":
        yield environment
        return
    server, name = os.environ["JIJUQU_TEST_DATABASE_URL"].rsplit("/", 1)[0], f"races_{os.getpid()}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield environment | {"DATABASE_URL": f"{server}/{name}"}
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def test_of_four_who_reach_for_the_last_place_at_once_exactly_one_gets_it(own_database):
    run = subprocess.run(
        [sys.executable, "-m", "tests.registry.races", str(RACES), str(RACERS)],
        env=own_database, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {
        "races_with_one_winner": RACES,
        "numbers_won": [5],
        "losers_told_who_was_first": RACES * (RACERS - 1),
        "in_use": 4,
        "events": 4 + 2 * RACES,
        "events_without_gap": True,
    }
