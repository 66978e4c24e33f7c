"""Random histories, and random changes behind the application: every one is found, at the record it was made to."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.journal.head import head
from jijuqu.journal.models import Event
from tests.journal.entries import behind_the_application, first_fault
from tests.journal.histories import histories, play
from tests.journal.tampering import CHANGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("tamper", CHANGES, ids=lambda change: change.__name__)
@settings(max_examples=12, deadline=None)
@given(history=histories(), number=st.integers(0, 10_000))
def test_every_change_behind_the_application_is_found_where_it_was_made(tamper, history, number):
    with transaction.atomic():
        try:
            written = play(history)
            taken = head()
            assert first_fault(taken) is None

            wanted = tamper(written, number)

            found = first_fault(taken)
            assert found, "nothing was found"
            assert found[0] == wanted
        finally:
            transaction.set_rollback(True)


@settings(max_examples=12, deadline=None)
@given(one=histories(), other=histories(), number=st.integers(0, 10_000))
def test_two_chains_spliced_are_found_at_the_seam(one, other, number):
    """Both were written under the same key, as after a restored backup."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                play(one)
                events = list(Event.objects.all())
                transaction.set_rollback(True)
            written = play(other)
            seam = number % min(len(events), written.events)
            with behind_the_application():
                Event.objects.filter(number__gt=seam).delete()
                for event in events[seam:]:
                    event.save(force_insert=True)

            found = first_fault()
            if seam:
                assert found == (f"event:{seam + 1}", "event_does_not_follow")
            else:  # the chain is whole, but it is another's: none of the rows here are those it speaks of
                assert found is None or found[1].startswith("row_")
        finally:
            transaction.set_rollback(True)
