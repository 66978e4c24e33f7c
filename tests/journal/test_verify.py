"""Whatever is changed behind the application is found, and the first record that is wrong is named."""

import json
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Concat

from jijuqu.journal import guards
from jijuqu.journal.attachments import path_of
from jijuqu.journal.chain import event_digest, signed_event
from jijuqu.journal.models import Attachment, Event, PersonalSalt
from jijuqu.journal.stored import row_key
from jijuqu.journal.verify import Verdict, verify
from jijuqu.words.said import say
from tests.journal.entries import a_page, a_pdf, acted, behind_the_application, first_fault
from tests.journal.ledger.models import Contact, Note, Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    """Five pages, each written by one act."""
    return [a_page(title) for title in "甲乙丙丁戊"]


def test_an_empty_record_is_whole():
    assert verify() == Verdict(whole=True, events=0, first_fault=None)


def test_what_the_application_wrote_is_whole(pages):
    Note.objects.create(text="of a table that is not covered")

    assert verify() == Verdict(whole=True, events=5, first_fault=None)


CHANGES = {
    "act": "ledger.other",
    "subject": "page:999",
    "on": F("on") + timedelta(days=1),
    "entered_at": F("entered_at") + timedelta(microseconds=1),
    "details": {"a": 1},
    "rows": {},
    "algorithm": "SHA-256",
    "digest": "0" * 64,
    "previous": "1" * 64,
}


@pytest.mark.parametrize("column", CHANGES)
def test_any_column_of_an_event_that_was_edited_names_the_event(pages, column):
    with behind_the_application():
        Event.objects.filter(number=3).update(**{column: CHANGES[column]})

    assert first_fault() == ("event:3", "event_changed")


def test_every_column_of_an_event_is_tried_above_or_below():
    elsewhere = {"number", "signature", "actor", "paper"}

    assert {field.name for field in Event._meta.concrete_fields} == CHANGES.keys() | elsewhere


def test_who_did_it_and_on_which_paper_cannot_be_edited_either(pages):
    with behind_the_application(), connection.constraint_checks_disabled():
        for column in ("actor_id", "paper_id"):
            values = Event.objects.filter(number=3).values().get()
            assert event_digest(values | {column: 12345}) != event_digest(values)


def test_an_event_with_a_new_digest_lacks_the_signature(pages):
    values = Event.objects.filter(number=3).values().get() | {"act": "ledger.other"}
    with behind_the_application():
        Event.objects.filter(number=3).update(act="ledger.other", digest=event_digest(values))

    assert first_fault() == ("event:3", "event_not_signed")


def test_a_chain_signed_again_with_another_key_fails_where_it_begins_to_differ(pages):
    sign_again(from_number=2, key=Ed25519PrivateKey.generate())

    assert first_fault() == ("event:2", "event_not_signed")


def sign_again(from_number, key):
    """Write a chain that fits together from one event on, as somebody would who knows this program but not the key."""
    previous = Event.objects.filter(number=from_number - 1).values_list("digest", flat=True).first() or ""
    with behind_the_application():
        for event in Event.objects.filter(number__gte=from_number):
            event.details, event.previous = {"forged": True}, previous
            event.digest = previous = event_digest(vars(event))
            event.signature = key.sign(signed_event(event.digest)).hex()
            event.save()


def test_a_removed_event_is_missing(pages):
    with behind_the_application():
        Event.objects.filter(number=2).delete()

    assert first_fault() == ("event:2", "event_missing")


def test_a_removed_event_whose_followers_were_renumbered_is_found(pages):
    with behind_the_application():
        Event.objects.filter(number=2).delete()
        for number in (3, 4, 5):
            Event.objects.filter(number=number).update(number=F("number") - 1)

    assert first_fault() == ("event:2", "event_changed")


def test_two_events_that_changed_places_are_found(pages):
    with behind_the_application():
        for number, other in ((2, 99), (3, 2), (99, 3)):
            Event.objects.filter(number=number).update(number=other)

    assert first_fault() == ("event:2", "event_changed")


def test_an_event_that_was_slipped_in_at_the_end_lacks_the_signature(pages):
    key, last = Ed25519PrivateKey.generate(), Event.objects.last()
    last.number, last.previous = 6, last.digest
    last.digest = event_digest(vars(last))
    last.signature = key.sign(signed_event(last.digest)).hex()
    last.save(force_insert=True)  # no guard stands against an event that follows

    assert first_fault() == ("event:6", "event_not_signed")


def test_an_event_that_cannot_even_be_read_is_named(pages):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps no day that is none.")
    with behind_the_application(), connection.cursor() as cursor:
        cursor.execute("""UPDATE journal_event SET "on" = x'ff', details = 5, entered_at = 'x' WHERE number = 4""")

    assert first_fault()[0] == "event:4"


def test_an_edited_row_is_named_with_the_event_that_wrote_it(pages):
    Page.objects.filter(pk=pages[3].pk).update(title="x")
    Page.objects.filter(pk=pages[1].pk).update(count=F("count") + 1)

    fault = verify().first_fault
    assert (fault.record, fault.message.code) == (row_key(pages[1]), "row_changed")
    assert "第2条" in say(fault.message, "zh")
    assert "event 2" in say(fault.message, "en")


ROW_CHANGES = {
    "title": "甲 ",
    "count": 1,
    "share": 1e-300,
    "price": "0.01",
    "day": "2022-03-01",
    "moment": "2022-03-01T00:00:00Z",
    "hour": "00:00",
    "span": timedelta(0),
    "open": True,
    "data": {"": None},
    "shape": b"\0",
    "mark": "12345678123456781234567812345678",
}


@pytest.mark.parametrize("column", ROW_CHANGES)
def test_a_change_of_any_column_is_found(pages, column):
    Page.objects.filter(pk=pages[2].pk).update(**{column: ROW_CHANGES[column]})

    assert first_fault() == (row_key(pages[2]), "row_changed")


def test_a_row_that_cannot_even_be_read_is_named(pages):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps no text that is none.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_page SET title = CAST(x'ff' AS TEXT) WHERE id = %s", [pages[2].pk])

    assert first_fault() == (row_key(pages[2]), "row_changed")


def test_a_removed_row_is_named(pages):
    pages[1].delete()

    assert first_fault() == (f"ledger.page:{pages[0].pk + 1}", "row_removed")


def test_an_added_row_is_named(pages):
    added = Page.objects.create(title="x")

    assert first_fault() == (row_key(added), "row_added")


def test_a_row_that_an_act_removed_and_somebody_put_back_is_named(pages):
    removed = Page.objects.filter(pk=pages[1].pk).values().get()
    acted(removed=[pages[1]])
    pages[1].delete()

    Page.objects.create(**removed)

    assert first_fault() == (f"ledger.page:{removed['id']}", "row_is_back")


def test_a_row_set_back_to_what_it_once_was_is_named(pages):
    pages[0].title = "乙"
    pages[0].save()
    acted(pages[0])

    Page.objects.filter(pk=pages[0].pk).update(title="甲")

    assert first_fault() == (row_key(pages[0]), "row_changed")


def test_chain_faults_come_before_rows_and_rows_before_files(pages):
    scan = a_pdf("原件")
    acted(Page.objects.create(title="x", scan=scan))
    try:
        path_of(scan.pk).write_bytes(b"%PDF-1.7\nother")
        assert first_fault() == (f"attachment:{scan.pk}", "attachment_changed")
        Page.objects.filter(pk=pages[4].pk).update(title="x")
        assert first_fault() == (row_key(pages[4]), "row_changed")
        with behind_the_application():
            Event.objects.filter(number=6).update(details={"x": 1})
        assert first_fault() == ("event:6", "event_changed")
    finally:
        path_of(scan.pk).unlink()


def test_files_that_changed_places_are_named_in_the_order_of_their_acts():
    scans = [a_pdf(text) for text in ("一", "二")]
    for scan in reversed(scans):
        acted(Page.objects.create(title="x", scan=scan))
    one, other = (path_of(scan.pk) for scan in scans)
    contents = one.read_bytes(), other.read_bytes()

    one.write_bytes(contents[1])
    other.write_bytes(contents[0])

    assert first_fault() == (f"attachment:{scans[1].pk}", "attachment_changed")
    one.unlink()
    other.unlink()
    assert first_fault() == (f"attachment:{scans[1].pk}", "attachment_missing")


def test_a_row_that_points_to_another_file_is_named():
    one, other = a_pdf("一"), a_pdf("二")
    page = Page.objects.create(title="x", scan=one)
    acted(page)
    acted(Page.objects.create(title="y", scan=other))

    Page.objects.filter(pk=page.pk).update(scan=other)

    assert first_fault() == (row_key(page), "row_changed")


def test_what_is_said_of_a_file_cannot_be_edited():
    scan = a_pdf()
    acted(Page.objects.create(title="x", scan=scan))

    Attachment.objects.update(media_type="text/html")

    assert first_fault() == (f"journal.attachment:{scan.pk}", "row_changed")


def test_an_upload_that_no_act_speaks_of_yet_is_no_fault():
    a_pdf()

    assert first_fault() is None


def test_a_salt_cannot_be_edited():
    contact = Contact.objects.create(name="李某")
    acted(contact)

    PersonalSalt.objects.update(salt=b"x")

    assert first_fault() == (row_key(contact), "row_changed")


def test_columns_set_apart_may_change_without_an_act():
    contact = Contact.objects.create(name="李某")
    acted(contact)

    Contact.objects.update(last_seen="2022-03-01T00:00:00Z")

    assert first_fault() is None


def test_guards_that_were_taken_away_are_missed(pages):
    connection.check_constraints()
    guards.remove(connection)

    assert first_fault() == ("table:journal_event", "guards_altered")


def test_somebody_elses_trigger_on_a_covered_table_is_found(pages):
    """It would change rows before their digests are taken."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("CREATE RULE quiet AS ON DELETE TO ledger_page DO INSTEAD NOTHING")
        else:
            cursor.execute("CREATE TRIGGER t AFTER UPDATE ON ledger_page BEGIN UPDATE ledger_page SET count = 9; END")

    assert first_fault() == ("table:journal_event", "guards_altered")


def test_two_chains_spliced_are_found_at_the_seam():
    """Both were signed with this very key, as the chain of another database with the same data folder would be."""
    for number in range(4):
        a_page(f"one {number}")
    other = list(Event.objects.filter(number__gte=3))
    with behind_the_application():
        Event.objects.all().delete()
    Page.objects.all().delete()
    a_page("two 1")
    a_page("two 2")
    with behind_the_application():
        for event in other:
            event.save(force_insert=True)

    assert first_fault() == ("event:3", "event_does_not_follow")


def test_every_fault_has_its_sentence_in_both_languages(pages):
    Page.objects.filter(pk=pages[0].pk).update(title=Concat("title", Value("x")))

    message = verify().first_fault.message

    assert row_key(pages[0]) in say(message, "zh")
    assert row_key(pages[0]) in say(message, "en")
    json.dumps(message.values)
