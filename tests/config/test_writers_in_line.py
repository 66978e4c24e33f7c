"""Writers on SQLite wait in line, and whoever fails lets the next one in."""

import pytest

from tests.own_database import POSTGRESQL, own_site

EIGHT_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from django.db import connection, transaction
from jijuqu.cases.models import Serial

Serial.objects.create(name="x", year=2022)

def add(number):
    for again in range(20):
        try:
            with transaction.atomic():
                serial = Serial.objects.get(name="x")
                serial.last += 1
                serial.save()
                if (number + again) % 3 == 0:
                    raise KeyError("somebody thinks better of it")
        except KeyError:
            pass
        with transaction.atomic(), transaction.atomic():
            Serial.objects.filter(name="y").exists()
    assert connection._place_in_line is None
    connection.close()

with ThreadPoolExecutor(8) as pool:
    list(pool.map(add, range(8)))
print(Serial.objects.get(name="x").last)
"""


def test_eight_at_once_lose_nothing_and_nobody_is_shut_out(tmp_path):
    if POSTGRESQL:
        pytest.skip("PostgreSQL has a queue of its own.")
    kept = sum((number + again) % 3 != 0 for number in range(8) for again in range(20))
    with own_site(tmp_path) as site:
        assert site.run(EIGHT_AT_ONCE).strip() == str(kept)


def test_a_connection_that_is_closed_in_the_middle_leaves_the_line(tmp_path):
    if POSTGRESQL:
        pytest.skip("PostgreSQL has a queue of its own.")
    code = """
from django.db import connection, transaction
connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
connection.close()
with transaction.atomic():
    print("in")
"""
    with own_site(tmp_path) as site:
        assert site.run(code).strip() == "in"
