"""Changes behind the application; each is given a number that chooses, and returns the record that has to be named.

They are those that somebody can make who writes the database and the files but does not hold the key.
"""

from __future__ import annotations

from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import assume

from jijuqu.journal.attachments import path_of
from jijuqu.journal.chain import event_digest, signed_event
from jijuqu.journal.models import Event, PersonalSalt
from jijuqu.journal.stored import row_key
from tests.journal.entries import behind_the_application
from tests.journal.histories import pick
from tests.journal.ledger.models import Contact, Page

STRANGER = Ed25519PrivateKey.generate()


def an_event(written, number, last_too=True):
    return pick(list(range(1, written.events + last_too)), number)


EDITS = {
    "act": lambda event: event.act + "x",
    "subject": lambda event: event.subject + "1",
    "on": lambda event: event.on + timedelta(days=1),
    "entered_at": lambda event: event.entered_at - timedelta(microseconds=1),
    "details": lambda event: event.details | {"x": 1},
    "rows": lambda event: event.rows | {"ledger.page:0": "0" * 64},
    "algorithm": lambda _event: "SHA-256",
    "previous": lambda event: event.digest[::-1],
    "digest": lambda event: "f" * 63 + ("0" if event.digest[-1] != "0" else "1"),
    "signature": lambda event: event.signature[::-1],
}


def edit_an_event(written, number):
    chosen, column = an_event(written, number), pick(list(EDITS), number // 7)
    event = Event.objects.get(number=chosen)
    with behind_the_application():
        Event.objects.filter(number=chosen).update(**{column: EDITS[column](event)})
    return f"event:{chosen}"


def edit_an_event_and_its_digest(written, number):
    chosen = an_event(written, number)
    values = Event.objects.filter(number=chosen).values().get() | {"details": {"forged": number}}
    with behind_the_application():
        Event.objects.filter(number=chosen).update(details=values["details"], digest=event_digest(values))
    return f"event:{chosen}"


def forge_all_from(written, number):
    chosen = an_event(written, number)
    forge(chosen, lambda event: event.details | {"forged": number})
    return f"event:{chosen}"


def forge(start, details):
    """Write events anew from one on, so that all fits but the signatures."""
    previous = Event.objects.filter(number=start - 1).values_list("digest", flat=True).first() or ""
    with behind_the_application():
        for event in Event.objects.filter(number__gte=start):
            event.details, event.previous = details(event), previous
            event.digest = previous = event_digest(vars(event))
            event.signature = STRANGER.sign(signed_event(event.digest)).hex()
            event.save()


def take_an_event_away(written, number):
    chosen = an_event(written, number, last_too=False)
    with behind_the_application():
        Event.objects.filter(number=chosen).delete()
    return f"event:{chosen}"


def take_an_event_away_and_close_the_gap(written, number):
    chosen = an_event(written, number, last_too=False)
    with behind_the_application():
        Event.objects.filter(number=chosen).delete()
        for later in range(chosen + 1, written.events + 1):
            Event.objects.filter(number=later).update(number=later - 1)
    return f"event:{chosen}"


def take_the_first_events_away(written, number):
    chosen = an_event(written, number, last_too=False)
    with behind_the_application():
        Event.objects.filter(number__lte=chosen).delete()
    return "event:1"


def number_all_higher(written, _number):
    with behind_the_application():
        for event in range(written.events, 0, -1):
            Event.objects.filter(number=event).update(number=event + 1)
    return "event:1"


def exchange_two_events(written, number):
    assume(written.events >= 2)
    one, other = sorted([an_event(written, number), an_event(written, number + 1)])
    with behind_the_application():
        for event, to in ((one, 0), (other, one), (0, other)):
            values = {"number": to or 1_000_000}
            Event.objects.filter(number=event or 1_000_000).update(**values)
    return f"event:{one}"


def slip_an_event_in(written, number):
    chosen = an_event(written, number)
    with behind_the_application():
        for event in range(written.events, chosen - 1, -1):
            Event.objects.filter(number=event).update(number=event + 1)
        slipped = Event.objects.get(number=chosen + 1)
        slipped.number, slipped.previous = chosen, slipped.previous or ""
        slipped.details = {"slipped": number}
        slipped.digest = event_digest(vars(slipped))
        slipped.signature = STRANGER.sign(signed_event(slipped.digest)).hex()
        Event.objects.filter(number=chosen + 1).update(previous=slipped.digest)
        slipped.save(force_insert=True)
    return f"event:{chosen}"


def edit_a_row(written, number):
    name = pick(list(written.rows), number)
    row = written.rows[name]
    column = {Page: ["title", "scan", "data", "count"], Contact: ["name", "phone"]}[type(row)]
    changes = {"title": "改", "scan": None, "data": {"n": []}, "count": -1, "name": "改", "phone": "改"}
    chosen = pick(column, number // 7)
    assume(chosen != "scan" or row.scan_id)
    type(row).objects.filter(pk=row.pk).update(**{chosen: changes[chosen]})
    return name


def edit_two_rows(written, number):
    assume(len(written.rows) >= 2)
    one, other = (edit_a_row(written, each) for each in (number, number + 1))
    return min(one, other, key=lambda name: (written.last[name], name.split(":")[0], written.rows[name].pk))


def take_a_row_away(written, number):
    name = pick(list(written.rows), number)
    type(written.rows[name]).objects.filter(pk=written.rows[name].pk).delete()
    return name


def add_a_row(_written, number):
    return row_key(pick([Page, Contact], number).objects.create())


def set_a_row_back(written, number):
    names = [name for name in written.rows if written.states[name][0] != written.states[name][-1]]
    name = pick(names, number)
    earlier = written.states[name][0]
    type(written.rows[name]).objects.filter(pk=written.rows[name].pk).update(**earlier)
    return name


def bring_a_removed_row_back(written, number):
    row = dict(pick(written.removed, number))
    model = row.pop("model")
    return row_key(model.objects.create(**row))


def change_a_salt(written, number):
    name = pick([name for name, row in written.rows.items() if isinstance(row, Contact)], number)
    PersonalSalt.objects.filter(row=name).update(salt=b"x" * 16)
    return name


def exchange_two_files(written, _number):
    assume(len(written.scans) >= 2)
    one, other = (path_of(scan) for scan in written.scans[:2])
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    return f"attachment:{min(written.scans[:2], key=written.last.get)}"


def take_a_file_away(written, number):
    scan = pick(written.scans, number)
    path_of(scan).unlink()
    return f"attachment:{scan}"


def cut_the_tail(written, number):
    """Found only against a head that was exported before: the test gives it."""
    chosen = an_event(written, number)
    with behind_the_application():
        Event.objects.filter(number__gte=chosen).delete()
    return f"event:{chosen}"


CHANGES = [
    edit_an_event, edit_an_event_and_its_digest, forge_all_from, take_an_event_away,
    take_an_event_away_and_close_the_gap, take_the_first_events_away, number_all_higher, exchange_two_events,
    slip_an_event_in, edit_a_row, edit_two_rows, take_a_row_away, add_a_row, set_a_row_back, bring_a_removed_row_back,
    change_a_salt, exchange_two_files, take_a_file_away, cut_the_tail,
]  # fmt: skip
