"""Officers in several processes act at once: the chain never forks, nothing is lost."""

import json

from tests.own_database import finished

ACTS = """
import sys
from datetime import date
from django.db import transaction
from jijuqu.journal.actions import record
from tests.journal.ledger.models import Page
for number in range(int(sys.argv[2])):
    with transaction.atomic():
        page = Page.objects.create(title=f"{sys.argv[1]} {number}")
        record("ledger.write", f"by:{sys.argv[1]}", actor=None, on=date(2022, 3, 1), wrote=[page])
"""
PAGES = """
from tests.journal.ledger.models import Page
from jijuqu.journal.models import Event
print(Page.objects.count(), list(Event.objects.values_list("number", flat=True)))
"""


def test_four_processes_write_one_chain(site):
    writers = [site.start(ACTS, name, 25) for name in "abcd"]
    for writer in writers:
        finished(writer)

    assert site.run(PAGES).strip() == f"100 {list(range(1, 101))}"
    assert json.loads(site.command("verify", "--json").stdout) == {"whole": True, "events": 100, "first_fault": None}


def test_verification_sees_one_moment_while_officers_work(site):
    site.run(ACTS, "before", 5)
    writer = site.start(ACTS, "meanwhile", 300)
    seen = []
    while writer.poll() is None:
        verdict = json.loads(site.command("verify", "--json").stdout)
        assert verdict["first_fault"] is None
        seen.append(verdict["events"])
    finished(writer)

    assert seen[0] >= 5
    assert seen == sorted(seen)


UNDER_ONE_LOCK = """
import threading
from datetime import date
from django.db import connection, transaction
from jijuqu.journal.actions import record
from jijuqu.journal.models import Event

def act(start):
    start.wait()
    with transaction.atomic():
        record("ledger.write", "x", actor=None, on=date(2022, 3, 1))
    connection.close()

start = threading.Event()
threads = [threading.Thread(target=act, args=[start]) for _ in range(8)]
for thread in threads: thread.start()
start.set()
for thread in threads: thread.join()
print(Event.objects.count())
"""


def test_the_first_events_of_a_new_journal_may_come_at_once_and_share_one_key(site):
    assert site.run(UNDER_ONE_LOCK).strip() == "8"
    assert site.command("verify").returncode == 0
