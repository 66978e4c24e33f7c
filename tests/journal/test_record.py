"""An act is recorded with what it wrote, in its own transaction, or not at all."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from jijuqu.accounts.models import Organisation
from jijuqu.journal import hashing
from jijuqu.journal.actions import enter_paper, record
from jijuqu.journal.models import Event, Paper
from jijuqu.journal.queries import history
from jijuqu.journal.stored import row_key
from tests.journal.entries import DAY, a_page, a_pdf, acted, first_fault
from tests.journal.ledger.models import Contact, Note, Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return get_user_model().objects.create(username="li", name="李某", organisation=Organisation.objects.first())


def test_an_event_says_what_was_done_to_whom_by_whom_for_which_day(officer):
    page = Page.objects.create(title="甲")
    before = timezone.now()

    event = record(
        "ledger.write", f"page:{page.pk}", actor=officer, on=date(2022, 2, 1), wrote=[page], details={"why": "补录"}
    )

    stored = Event.objects.get()
    assert stored == event
    assert (stored.act, stored.subject, stored.actor) == ("ledger.write", f"page:{page.pk}", officer)
    assert stored.on == date(2022, 2, 1)
    assert before <= stored.entered_at <= timezone.now()
    assert stored.details == {"why": "补录"}
    assert list(stored.rows) == [f"ledger.page:{page.pk}"]


def test_events_are_numbered_without_gaps_and_each_holds_the_digest_of_the_one_before():
    for _ in range(3):
        acted()

    events = list(Event.objects.all())
    assert [event.number for event in events] == [1, 2, 3]
    assert [event.previous for event in events] == ["", events[0].digest, events[1].digest]


def test_an_act_that_is_taken_back_leaves_neither_an_event_nor_a_gap():
    acted()
    with transaction.atomic():
        a_page()
        transaction.set_rollback(True)
    acted()

    assert list(Event.objects.values_list("number", flat=True)) == [1, 2]
    assert first_fault() is None


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded():
    with pytest.raises(transaction.TransactionManagementError, match="atomic"):
        acted()

    assert not Event.objects.exists()


def test_digests_are_taken_of_what_is_stored_not_of_what_is_in_hand():
    page = Page.objects.create(
        title="甲", count="7", price="1.005", day="2022-03-01", moment=datetime(2022, 3, 1, tzinfo=UTC)
    )
    page.title = "changed in hand, not saved"

    acted(page)

    assert first_fault() is None


def test_the_last_word_on_a_row_counts():
    page = a_page()
    page.title = "乙"
    page.save()
    assert first_fault() == (f"ledger.page:{page.pk}", "row_changed")

    acted(page)
    assert first_fault() is None


def test_a_removed_row_is_named_before_or_after_it_is_deleted():
    one, other = a_page(), a_page()
    name = row_key(other)

    acted(removed=[one])
    one.delete()
    other.delete()
    event = acted(removed=[name])

    assert event.rows == {name: None}
    assert first_fault() is None


def test_a_deleted_row_without_a_key_is_refused_with_the_remedy():
    page = a_page()
    page.delete()

    with pytest.raises(ValueError, match="before it is deleted"):
        acted(removed=[page])


def test_rows_of_tables_that_are_not_covered_are_refused():
    note = Note.objects.create(text="x")

    with pytest.raises(LookupError, match=r"ledger\.note"):
        acted(note)


def test_the_paper_and_its_scan_are_recorded_with_the_act():
    scan = a_pdf()
    paper = enter_paper(
        Paper(title="关于同意的函", number="渝规资函〔2022〕5号", issuer="某局", dated_on=DAY, attachment=scan)
    )

    event = acted(paper=paper)

    assert event.paper == paper
    assert set(event.rows) == {f"journal.paper:{paper.pk}", f"journal.attachment:{scan.pk}"}


def test_attachments_that_written_rows_point_to_are_recorded_with_them():
    scan = a_pdf()

    event = acted(page := Page.objects.create(title="甲", scan=scan))

    assert set(event.rows) == {row_key(page), f"journal.attachment:{scan.pk}"}


def test_details_may_hold_days_and_decimals_but_nothing_that_is_no_number():
    event = acted(details={"on": DAY, "share": Decimal("0.10"), "many": [1, 2.5]})

    assert Event.objects.get().details == event.details == {"on": "2022-03-01", "share": "0.10", "many": [1, 2.5]}
    with pytest.raises(ValueError, match="JSON"):
        acted(details={"share": float("nan")})


@pytest.mark.parametrize(
    "wrong", [{"act": "x" * 61}, {"act": ""}, {"subject": "x" * 81}, {"on": "2022-02-30"}, {"on": None}]
)
def test_words_that_do_not_fit_are_refused(wrong):
    with pytest.raises(ValidationError):
        acted(**wrong)


def test_an_event_for_a_moment_is_one_for_its_day():
    acted(on=datetime(2022, 3, 1, 9, 30, tzinfo=UTC))

    assert Event.objects.get().on == DAY
    assert first_fault() is None


def test_history_is_the_events_of_one_subject_in_their_order(officer, django_assert_num_queries):
    acted(subject="page:1", actor=officer)
    acted(subject="page:11")
    acted(subject="page:1", on=DAY - timedelta(days=400))

    with django_assert_num_queries(1):
        told = [(event.number, event.actor and event.actor.name, event.paper) for event in history("page:1")]
    assert told == [(1, "李某", None), (3, None, None)]


def test_without_sm3_records_say_so_and_stand_beside_those_that_have_it(monkeypatch):
    page, other = a_page(), a_page()
    monkeypatch.setattr(hashing, "algorithm", lambda: "SHA-256")
    page.title = "乙"
    page.save()
    acted(page)

    assert list(Event.objects.values_list("algorithm", flat=True)) == ["SM3", "SM3", "SHA-256"]
    assert first_fault() is None
    Page.objects.filter(pk=other.pk).update(title="丙")
    assert first_fault() == (row_key(other), "row_changed")


def test_an_act_costs_few_queries(django_assert_max_num_queries):
    page, contact = Page.objects.create(title="甲"), Contact.objects.create(name="李某")
    acted()

    with django_assert_max_num_queries(4):
        acted(page)
    with django_assert_max_num_queries(7):
        acted(page, contact)
