"""Two officers reach for the same thing at the same moment, hundreds of times: one gets it, the other is told who."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

RACES = int(os.environ.get("JIJUQU_RACES") or 100)  # JIJUQU_RACES=500 for as many of each
ONE_WINS = ("section_writers", "letter_number", "approve_or_return", "two_decisions", "two_opinions_of_one_department")
BOTH_WIN = ("letter_serials", "case_numbers")


@pytest.fixture
def own_database(tmp_path, django_db_blocker):
    """Give the environment of a process with a data folder and a database of its own, of the kind under test."""
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    environment |= {"JIJUQU_DATA": str(tmp_path)}
    if connection.vendor == "sqlite":
        yield environment
        return
    server, name = os.environ["JIJUQU_TEST_DATABASE_URL"].rsplit("/", 1)[0], f"case_races_{os.getpid()}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield environment | {"DATABASE_URL": f"{server}/{name}"}
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def test_there_is_no_double_and_every_loser_hears_who_was_first(own_database):
    run = subprocess.run(
        [sys.executable, "-m", "tests.cases.races", str(RACES)],
        env=own_database,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    came = json.loads(run.stdout)
    for name in ONE_WINS:
        assert came[name] == {"one_won": RACES, "both_won": 0, "loser_told_who": RACES}, name
    for name in BOTH_WIN:
        assert came[name] == {"one_won": 0, "both_won": RACES, "loser_told_who": 0}, name
    withdrawn = came["opinion_or_withdrawal"]  # a plan may be withdrawn after an opinion, never the other way round
    assert withdrawn["one_won"] + withdrawn["both_won"] == RACES
    assert withdrawn["loser_told_who"] == withdrawn["one_won"]
    assert {name: came[name] for name in came if not isinstance(came[name], dict)} == {
        "case_numbers_once": True, "serials_without_gap": True, "letter_numbers_once": True,
        "opinions_after_withdrawal": 0, "whole": True,
    }  # fmt: skip
