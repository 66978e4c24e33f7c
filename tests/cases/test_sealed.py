"""What went out never changes: letters with their number, frozen plans, editions; a correction is a new letter."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from jijuqu.cases.actions import city, letters
from jijuqu.cases.models import Boundary, Correction, Letter, SectionText, Snapshot
from jijuqu.journal import guards
from jijuqu.procedure.advance import Refused
from tests.cases.city import LIANGPING, an_application, hand, said, write_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)


@pytest.fixture
def officer(people):
    return hand(people.officer, ON)


@pytest.fixture
def case(people):
    case = an_application(people, ON)
    city.receive(case.pk, hand(people.officer, ON))
    return case


def a_draft(case, officer, **more):
    commission = officer.person.organisation
    return letters.draft_letter(
        case, "completion_request", commission, {"title": "请补充完善材料的函"}, officer, **more
    )


@pytest.fixture
def issued(case, officer, people):
    letter = a_draft(case, officer)
    letters.register_letter(letter, "渝经信函〔2022〕5号", ON, people.scan, officer)
    return letter


def refused_by_the_database(act):
    with pytest.raises(IntegrityError, match="已定稿"), transaction.atomic():
        act()


def test_the_database_refuses_to_change_or_remove_an_issued_letter(issued):
    letters_ = Letter.objects.filter(pk=issued.pk)
    for act in (
        lambda: letters_.update(content={}), lambda: letters_.update(number=""), lambda: letters_.update(scan=None),
        letters_.delete,
    ):  # fmt: skip
        refused_by_the_database(act)
    assert Letter.objects.get().number == "渝经信函〔2022〕5号"


def test_the_database_refuses_to_change_what_was_frozen_and_what_was_written(case, people):
    write_all(case, hand(people.officer, ON))
    for model in (Snapshot, SectionText, Boundary):
        rows = model.objects.filter(pk=model.objects.first().pk)
        refused_by_the_database(rows.delete)
        refused_by_the_database(lambda rows=rows: rows.update(id=999_999))


def test_an_answered_correction_stays_and_an_open_one_does_not_yet(case, officer, people):
    city.request_correction(case.pk, [city.Wanted("二（二）2", "说明", "不清楚", "附证明")], officer)
    Correction.objects.update(due_on=ON)
    city.answer_item(case.corrections.get().items.get(), "已附", hand(people.drafter[LIANGPING], ON))
    city.resubmit(case.pk, hand(people.drafter[LIANGPING], ON))
    refused_by_the_database(lambda: Correction.objects.update(due_on=ON))


def test_whoever_would_change_an_issued_letter_is_told_to_draft_a_new_one(issued, officer):
    with pytest.raises(Refused) as refused:
        letters.redraft_letter(issued, {"title": "另一份"}, officer)
    assert said(refused) == (
        f"该公文已由{officer.person.name}登记为渝经信函〔2022〕5号，登记后不再改动；需要更正的，请另拟一份更正件。"
    )


def test_a_correction_is_one_new_letter(case, issued, officer):
    new = a_draft(case, officer, replaces=issued)
    with pytest.raises(Refused) as refused:
        a_draft(case, officer, replaces=issued)
    assert said(refused) == f"该公文已有更正件（{new.serial}），请在更正件上修改。"
    with pytest.raises(Refused, match="not_of_this_case"):
        a_draft(case, officer, replaces=new)  # a draft is changed, not corrected


def test_a_draft_is_changed_as_often_as_one_likes(case, officer):
    letter = a_draft(case, officer)
    letters.redraft_letter(letter, {"title": "改稿"}, officer)
    assert Letter.objects.get().content == {"title": "改稿"}


@pytest.mark.parametrize(
    "written", ["渝经信函〔2022〕5号", " 渝经信函 〔2022〕 5号", "渝经信函[2022]5号", "渝经信函［2022］5号"]
)
def test_one_number_reads_one_way_and_belongs_to_one_letter(case, issued, officer, people, written):
    with pytest.raises(Refused) as refused:
        letters.register_letter(a_draft(case, officer), written, ON, people.scan, officer)
    assert said(refused) == (
        f"文号渝经信函〔2022〕5号已由{officer.person.name}登记给案件{case.number}的另一份公文，请核对OA中的文号。"
    )


def test_the_seals_are_known_to_the_guards():
    connection.check_constraints()
    assert guards.are_as_installed(connection)
    with connection.cursor() as cursor:
        name = "cases_letter_sealed" if connection.vendor == "postgresql" else "cases_letter_sealed_update"
        cursor.execute(f"DROP TRIGGER {name}" + (" ON cases_letter" if connection.vendor == "postgresql" else ""))
    assert not guards.are_as_installed(connection)
