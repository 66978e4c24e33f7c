"""Writers on SQLite wait in line, and whoever fails lets the next one in."""

import threading
import time

import pytest

from jijuqu.config.sqlite.line import Line
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


def _waiting_threads(line, count, work):
    """Start threads one after another, each once the one before stands in line."""
    threads = []
    for number in range(count):
        thread = threading.Thread(target=work, args=[number])
        thread.start()
        threads.append(thread)
        while len(line._waiting) <= number and thread.is_alive():
            time.sleep(0.001)
    return threads


def test_whoever_came_first_goes_first(tmp_path):
    line, came = Line(str(tmp_path / "queue")), []

    def work(number):
        place = line.stand(20)
        came.append(number)
        line.leave(place)

    place = line.stand(20)
    threads = _waiting_threads(line, 12, work)
    line.leave(place)
    for thread in threads:
        thread.join()
    assert came == list(range(12))


def test_who_is_not_let_in_is_told_so_and_holds_nobody_up(tmp_path):
    line, told = Line(str(tmp_path / "queue")), []

    def work(_number):
        try:
            line.leave(line.stand(0.01))
        except TimeoutError as error:
            told.append(str(error))

    place = line.stand(20)
    for thread in _waiting_threads(line, 1, work):
        thread.join()
    assert len(told) == 1
    line.leave(place)
    line.leave(line.stand(0.01))


def test_a_place_that_cannot_be_taken_lets_the_next_one_try(tmp_path):
    line = Line(str(tmp_path / "not-there" / "queue"))
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            line.stand(0.01)
