"""Digests are SM3 wherever the platform or the library has one that answers as the standard prints."""

import hashlib

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.journal import hashing
from jijuqu.journal.hashing import LibrarySM3, answers_as_known, choose, digest, new, platform_sm3


class WrongSM3:
    """A broken build: digests, but wrong ones."""

    def __init__(self):
        self._hash = hashlib.sha256()

    def update(self, data):
        self._hash.update(data)

    def hexdigest(self):
        return self._hash.hexdigest()


def no_sm3():
    raise ValueError("unsupported hash type sm3")


def test_the_examples_of_the_standard():
    """GB/T 32905-2016, appendix A."""
    assert digest(b"abc", "SM3") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest(b"abcd" * 16, "SM3") == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


@pytest.mark.parametrize("maker", [platform_sm3, LibrarySM3])
def test_both_makers_answer_as_known(maker):
    assert answers_as_known(maker)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_both_makers_agree(start, rest):
    one, other = platform_sm3(), LibrarySM3()
    for part in (start, rest):
        one.update(part)
        other.update(part)

    assert one.hexdigest() == other.hexdigest() == digest(start + rest, "SM3")


def test_the_library_stands_in_where_the_platform_has_none_or_a_wrong_one():
    assert choose((platform_sm3, LibrarySM3)) is platform_sm3
    assert choose((no_sm3, LibrarySM3)) is LibrarySM3
    assert choose((WrongSM3, LibrarySM3)) is LibrarySM3
    assert choose((no_sm3, WrongSM3)) is None


def test_without_any_sm3_new_records_say_sha_256(monkeypatch):
    monkeypatch.setattr(hashing, "_sm3", lambda: None)

    assert hashing.algorithm() == "SHA-256"
    assert digest(b"abc", "SHA-256") == hashlib.sha256(b"abc").hexdigest()
    with pytest.raises(ValueError, match="SM3"):
        new("SM3")


def test_a_start_without_sm3_is_told_to_those_who_run_the_site(monkeypatch, caplog):
    journal = apps.get_app_config("journal")
    journal.ready()
    assert caplog.messages == []

    monkeypatch.setattr(hashing, "_sm3", lambda: None)
    journal.ready()
    assert "SHA-256" in caplog.messages[0]


def test_an_algorithm_that_no_record_may_name_is_refused():
    with pytest.raises(ValueError, match="MD5"):
        new("MD5")
