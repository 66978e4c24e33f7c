"""渝北区 was abolished with 2025-11-05: officers of 两江新区 see its cases from then on and go on with them."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.accounts.models import Notification
from jijuqu.accounts.permissions import Permission, powers_of
from jijuqu.cases.actions import drafting, letters, reviewing
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.at_hand import issuer_of
from jijuqu.cases.inbox import Inbox, ListKind, Wish
from jijuqu.cases.queries import visible_to, whole
from jijuqu.cases.tasks import work_on
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Role
from jijuqu.registry.models import QuotaHolder
from tests.cases import people
from tests.cases.builders import a_scan, by, complete

pytestmark = pytest.mark.django_db

OLD, NEW = "500112", "500157"
BEFORE, LAST, FIRST, LATER = date(2025, 10, 20), date(2025, 11, 5), date(2025, 11, 6), date(2025, 11, 20)


def heir(role="economy", *, of=NEW):
    make = {"economy": lambda code: people.drafter(f"d-{code}", of)}.get(role, people.reviewer)
    return make(f"{of}-{role}")


@pytest.fixture
def case():
    drafter = people.drafter("yubei", OLD)
    begun = drafting.open_case(QuotaHolder.objects.get(pk=OLD), "渝北区建设规划", by(drafter, BEFORE))
    return complete(begun, drafter, BEFORE)


@pytest.fixture
def request_to_ecology(case):
    drafter = people.drafter("yubei", OLD)
    asked = people.departments(OLD, ["ecology", "emergency"])
    return reviewing.start_district_review(case.pk, asked, by(drafter, LAST)).requests.get(department=f"{OLD}-ecology")


def test_the_cases_are_on_their_lists_from_the_first_day_and_not_a_day_before(case):
    assert list(visible_to(heir(), FIRST)) == [case]
    assert list(visible_to(heir(), LAST)) == []
    assert list(visible_to(heir(of="500116"), FIRST)) == []
    assert [
        each.case for each in Inbox(heir(), powers_of(heir(), FIRST), FIRST, Wish()).items(ListKind.TO_DO, 0, 9)
    ] == [case]


def test_those_of_the_abolished_district_see_them_no_more(case):
    assert list(visible_to(people.drafter("yubei", OLD), LAST)) == [case]
    assert list(visible_to(people.drafter("yubei", OLD), FIRST)) == []


def test_the_officer_goes_on_with_the_case_and_the_record_says_for_whom(case):
    officer = heir()
    drafting.name_industry(case.clusters.get(), "汽车零部件", ["3670"], by(officer, LATER))
    assert Act.START_DISTRICT_REVIEW in {
        each.act for each in work_on(whole(case.pk), officer, powers_of(officer, LATER), LATER, list).tasks
    }
    reviewing.start_district_review(case.pk, people.departments(NEW, ["ecology"]), by(officer, LATER))
    assert whole(case.pk).state == "district_review"


def test_whoever_came_after_another_district_is_refused(case):
    with pytest.raises(Refused):
        drafting.name_industry(case.clusters.get(), "汽车零部件", ["3670"], by(heir(of="500116"), LATER))


def test_the_department_that_came_after_answers_what_the_old_one_was_asked(request_to_ecology):
    writer, head = heir("ecology"), people.signatory(f"{NEW}-ecology")
    box = Inbox(writer, powers_of(writer, FIRST), FIRST, Wish())
    assert [each.request for each in box.items(ListKind.TO_DO, 0, 9)] == [request_to_ecology]
    colleague = people.a_person("colleague", f"{NEW}-ecology", Role.REVIEWER)
    reviewing.hand_over(request_to_ecology, colleague, by(writer, FIRST))
    reviewing.draft_opinion(request_to_ecology, Stance.AGREE, "", [Said("", Stance.AGREE, "")], by(colleague, LATER))
    request_to_ecology.refresh_from_db()
    reviewing.sign_opinion(request_to_ecology, by(head, LATER))
    request_to_ecology.refresh_from_db()
    assert (request_to_ecology.signed_on, request_to_ecology.signed_by) == (LATER, head)


def test_another_department_of_the_new_district_does_not(request_to_ecology):
    stranger = people.reviewer(f"{NEW}-parks")
    assert not visible_to(stranger, FIRST).exists()
    with pytest.raises(Refused):
        reviewing.draft_opinion(request_to_ecology, Stance.AGREE, "", [Said("", Stance.AGREE, "")], by(stranger, FIRST))


def test_letters_go_out_from_the_office_that_came_after(case):
    officer = heir()
    assert issuer_of(case, "opinion_request", LAST).pk == f"{OLD}-economy"
    assert issuer_of(case, "application", LATER).pk == f"{NEW}-government"
    issuer = issuer_of(case, "opinion_request", LATER)
    assert issuer.pk == f"{NEW}-economy"
    assert letters.may_write(officer, LATER, case, issuer)
    letter = letters.draft_letter(case, "opinion_request", issuer, {}, by(officer, LATER))
    letters.register_letter(letter, "两江经信函〔2025〕1号", LATER, a_scan(), by(officer, LATER))
    letter.refresh_from_db()
    assert letter.number == "两江经信函〔2025〕1号"


def test_notices_reach_those_who_came_after(request_to_ecology):
    officer, writer, head = heir(), heir("ecology"), people.signatory(f"{NEW}-ecology")
    reviewing.remind(request_to_ecology, by(officer, LATER))
    assert set(Notification.objects.filter(event__act="remind_department").values_list("person", flat=True)) == {
        writer.pk, head.pk,
    }  # fmt: skip
    reviewing.draft_opinion(request_to_ecology, Stance.AGREE, "", [Said("", Stance.AGREE, "")], by(writer, LATER))
    reviewing.sign_opinion(request_to_ecology, by(head, LATER))
    assert [each.person for each in Notification.objects.filter(event__act="sign_opinion")] == [officer]


def test_parks_and_entries_of_the_abolished_are_theirs_too():
    powers = powers_of(heir(), LATER)
    assert powers.may(Permission.ENTER_IN_PARK, holder=OLD)
    assert powers.may(Permission.ENTER_IN_PARK, holder="500105")
    assert not powers_of(heir(), LAST).may(Permission.ENTER_IN_PARK, holder=OLD)
    assert powers.reach.includes(holder=OLD)
