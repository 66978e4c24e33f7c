"""A head that was exported finds what the chain alone cannot: that its end is gone."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jijuqu.journal.head import NotAHeadError, head, read_head
from jijuqu.journal.keys import KeyFileError, key_path, public_key
from jijuqu.journal.models import Event
from jijuqu.journal.verify import verify
from tests.journal.entries import a_page, acted, behind_the_application, first_fault

pytestmark = pytest.mark.django_db


def test_a_head_names_the_last_event_and_reads_as_it_was_written():
    a_page()
    last = acted()

    taken = head()

    assert (taken.number, taken.digest) == (2, last.digest)
    assert read_head(taken.as_json()) == taken


def test_a_journal_without_events_has_a_head_too():
    taken = head()
    assert (taken.number, taken.digest) == (0, "")

    acted()
    assert first_fault(taken) is None


def test_a_chain_that_went_on_agrees_with_its_earlier_head():
    acted()
    taken = head()
    acted()

    assert verify(taken).whole


def test_a_cut_tail_is_found_against_the_head_and_only_so():
    for _ in range(4):
        acted()
    taken = head()
    with behind_the_application():
        Event.objects.filter(number__gte=3).delete()

    assert first_fault() is None
    assert first_fault(taken) == ("event:3", "tail_is_cut")


def test_another_end_written_after_the_cut_is_found():
    for _ in range(3):
        acted()
    taken = head()
    with behind_the_application():
        Event.objects.filter(number=3).delete()
    acted(act="ledger.other")

    assert first_fault() is None
    assert first_fault(taken) == ("event:3", "head_differs")


def test_a_journal_whose_key_was_replaced_is_found(monkeypatch, tmp_path, settings):
    acted()
    taken = head()
    with behind_the_application():
        Event.objects.all().delete()
    settings.JOURNAL_KEY = tmp_path / "new-key"
    acted()

    assert first_fault() is None
    assert first_fault(taken) == ("head", "head_of_another_key")


@pytest.mark.parametrize(
    "change", [{"number": 7}, {"digest": "0" * 64}, {"taken_at": "2020-01-01"}, {"signature": "00"}, {"more": 1}]
)
def test_a_head_that_was_changed_is_none(change):
    acted()

    with pytest.raises(NotAHeadError):
        read_head(json.dumps(json.loads(head().as_json()) | change))


@pytest.mark.parametrize("text", ["", "{}", "[1]", "7", '"x"', '{"number": 1}', "[" * 100_000])
def test_a_text_that_is_no_head_is_refused(text):
    with pytest.raises(NotAHeadError):
        read_head(text)


def test_a_head_signed_by_somebody_else_does_not_pass_for_ours():
    acted()
    taken = json.loads(head().as_json())
    taken["signature"] = Ed25519PrivateKey.generate().sign(read_head(json.dumps(taken)).signed()).hex()

    with pytest.raises(NotAHeadError):
        read_head(json.dumps(taken))


def test_a_journal_with_events_is_never_given_a_new_key(settings, tmp_path):
    acted()
    settings.JOURNAL_KEY = tmp_path / "no-key"

    for refused in (acted, head, verify):
        with pytest.raises(KeyFileError, match="no-key"):
            refused()
    assert not key_path().exists()


def test_the_public_half_verifies_and_does_not_sign(settings, tmp_path):
    acted()
    settings.JOURNAL_KEY = public_half(tmp_path)

    assert verify().whole
    with pytest.raises(KeyFileError, match="公钥"):
        acted()


def public_half(folder):
    path = folder / "public-key"
    path.write_bytes(public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return path


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_file_that_holds_no_key_is_told_so(settings, tmp_path, content):
    acted()
    settings.JOURNAL_KEY = tmp_path / "key"
    settings.JOURNAL_KEY.write_bytes(content)

    with pytest.raises(KeyFileError, match="Ed25519"):
        acted()


def test_the_key_is_readable_by_its_owner_only():
    acted()

    assert key_path().stat().st_mode & 0o777 == 0o600
