"""Personal data can be taken away for good, and the record stays whole."""

import itertools
import json

import pytest

from jijuqu.journal.actions import forget_past
from jijuqu.journal.covered import Coverage, coverage
from jijuqu.journal.models import Event, PersonalSalt
from jijuqu.journal.stored import columns, row_digest, row_key, stored_rows
from tests.journal.entries import acted, first_fault
from tests.journal.ledger.models import Contact

pytestmark = pytest.mark.django_db

PHONES = [f"6776{number:04}" for number in range(200)]


@pytest.fixture
def contact():
    contact = Contact.objects.create(name="李某", phone=PHONES[137])
    acted(contact, subject="contact:1")
    return contact


def forget(contact):
    contact.name, contact.phone = "（已移除）", ""
    contact.save()
    forget_past(contact)
    acted(contact, act="ledger.forget", subject="contact:1")


def guessed(contact, digests):
    """Try every name and phone, as somebody would who holds the whole database, against the digests in the events."""
    salts = [None, *map(bytes, PersonalSalt.objects.values_list("salt", flat=True))]
    ((name, values),) = stored_rows(Contact, columns(Contact), [contact.pk])
    for phone, salt in itertools.product(PHONES, salts):
        if row_digest(name, values | {"name": "李某", "phone": phone}, salt, "SM3") in digests:
            return phone
    return None


def test_the_record_holds_none_of_it(contact):
    event = Event.objects.values().get()

    assert "李某" not in json.dumps(event, default=str, ensure_ascii=False)
    assert PHONES[137] not in json.dumps(event, default=str)


def test_what_was_forgotten_cannot_be_guessed_from_what_is_left(contact):
    digests = set(Event.objects.get().rows.values())
    assert guessed(contact, digests) == PHONES[137]

    forget(contact)

    assert guessed(contact, digests) is None


def test_the_record_is_whole_before_and_after(contact):
    assert first_fault() is None

    forget(contact)

    assert first_fault() is None
    Contact.objects.update(phone=PHONES[1])
    assert first_fault() == (row_key(contact), "row_changed")


def test_personal_data_taken_away_without_an_act_is_found(contact):
    contact.name = ""
    contact.save()
    forget_past(contact)

    assert first_fault() == (row_key(contact), "row_changed")


def test_each_row_has_a_salt_of_its_own_and_keeps_it_from_act_to_act(contact):
    other = Contact.objects.create(name="王某")
    acted(other)
    before = dict(PersonalSalt.objects.values_list("row", "salt"))
    acted(contact, other)

    assert dict(PersonalSalt.objects.values_list("row", "salt")) == before
    assert len({bytes(salt) for salt in before.values()}) == 2


def test_a_table_says_how_it_is_covered():
    assert coverage(Contact) == Coverage(apart=frozenset({"last_seen"}), personal=True)
