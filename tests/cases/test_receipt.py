"""The days of the notice at receipt: not before the first, nothing new after the last."""

from datetime import date

import pytest

from jijuqu.cases.actions import city, drafting
from jijuqu.cases.models import Case, Snapshot
from jijuqu.cases.replay import replay
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.standing import Ground
from jijuqu.procedure.states import State
from jijuqu.registry.models import Slot
from tests.cases.city import LIANGPING, an_application, describe, hand, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
BEFORE, LAST, AFTER = date(2021, 7, 20), date(2022, 12, 31), date(2023, 1, 4)


def test_an_application_from_before_the_first_day_is_not_received_but_declined(people):
    case = an_application(people, on=BEFORE)

    with pytest.raises(Refused) as refused:
        city.receive(case.pk, hand(people.officer, BEFORE))
    assert said(refused) == "2021-07-20收到，通知自2021-08-01起执行（文末）。请核对日期，或办理不予受理。"

    city.decline(case.pk, hand(people.officer, BEFORE), received_on=BEFORE, ground=Ground.BEFORE_FIRST_DAY)
    case.refresh_from_db()
    assert case.state == State.NOT_ACCEPTED
    snapshot = case.snapshots.get()
    assert (snapshot.notice, snapshot.findings) == ("", [[]])
    assert replay(snapshot) == []


@pytest.mark.parametrize("day", [date(2021, 8, 1), LAST])
def test_the_first_and_the_last_day_are_in_time(people, day):
    case = an_application(people, on=day)
    city.receive(case.pk, hand(people.officer, day))
    for ground in (Ground.BEFORE_FIRST_DAY, Ground.AFTER_LAST_DAY):
        other = an_application(people, on=day)
        with pytest.raises(Refused, match="ground_untrue"):
            city.decline(other.pk, hand(people.officer, day), received_on=day, ground=ground)


def test_after_the_last_day_it_is_declined(people):
    case = an_application(people, on=AFTER)
    with pytest.raises(Refused, match="received_late"):
        city.receive(case.pk, hand(people.officer, AFTER))
    city.decline(case.pk, hand(people.officer, AFTER), received_on=AFTER, ground=Ground.AFTER_LAST_DAY)
    assert Case.objects.get(pk=case.pk).received_on == AFTER


def test_a_receipt_before_its_application_is_refused_by_the_record_itself(people):
    case = an_application(people, on=AFTER)
    with pytest.raises(Exception, match="收文日期早于申请日期"):
        city.decline(case.pk, hand(people.officer, AFTER), received_on=BEFORE, ground=Ground.BEFORE_FIRST_DAY)


@pytest.fixture
def corrected(people):
    """A case of the district, received on the last day, sent back to be completed."""
    drafter, officer = hand(people.drafter[LIANGPING], LAST), hand(people.officer, LAST)
    case = an_application(people, on=LAST)
    Case.objects.filter(pk=case.pk).update(drafter=people.drafter[LIANGPING])  # the district goes on writing here
    city.receive(case.pk, officer)
    city.request_correction(case.pk, [city.Wanted("二（二）2", "说明", "不清楚", "附证明")], officer)
    city.answer_item(case.corrections.get().items.get(), "已附", drafter)
    return case


def test_a_cluster_added_in_time_takes_a_place_when_the_plan_comes_back(people, corrected):
    drafter = hand(people.drafter[LIANGPING], LAST)
    describe(drafting.add_cluster(corrected.pk, drafter), drafter, people.scan)
    assert Slot.objects.count() == 1

    city.resubmit(corrected.pk, drafter)

    claims = Slot.objects.order_by("number").values_list("claimed_by", flat=True)
    assert list(claims) == [f"case:{corrected.pk}/1", f"case:{corrected.pk}/2"]


def test_after_the_last_day_nothing_new_slips_in_with_the_completed_plan(people, corrected):
    in_time, late = hand(people.drafter[LIANGPING], LAST), hand(people.drafter[LIANGPING], AFTER)
    added = drafting.add_cluster(corrected.pk, in_time)
    with pytest.raises(Refused, match="clusters_added_late"):
        city.resubmit(corrected.pk, late)
    with pytest.raises(Refused, match="clusters_added_late"):
        drafting.add_cluster(corrected.pk, late)

    drafting.remove_cluster(added, late)
    city.resubmit(corrected.pk, late)

    assert Case.objects.get(pk=corrected.pk).state == State.RECEIVED


def test_one_taken_out_does_not_make_room_for_another_after_the_last_day(people, corrected):
    """The new one does not come under the old one's number."""
    drafter = hand(people.drafter[LIANGPING], LAST)
    received = corrected.clusters.get()
    added = drafting.add_cluster(corrected.pk, drafter)
    drafting.remove_cluster(received, drafter)

    assert added.number == 2
    with pytest.raises(Refused) as refused:
        city.resubmit(corrected.pk, hand(people.drafter[LIANGPING], AFTER))
    assert said(refused) == (
        "补充材料时新增了1个工业园区之外的集聚区，而受理已于2022-12-31截止（文末）。请去掉新增的集聚区。"
    )
    assert not Slot.objects.filter(released_on=None).exists()


def test_what_the_citys_officer_enters_after_the_last_day_is_late_too(people):
    case = an_application(people, on=LAST)
    city.receive(case.pk, hand(people.officer, LAST))
    with pytest.raises(Refused, match="clusters_added_late"):
        drafting.add_cluster(case.pk, hand(people.officer, AFTER))
    drafting.add_cluster(case.pk, hand(people.officer, LAST))
    assert Slot.objects.filter(released_on=None).count() == 2
    assert Snapshot.objects.filter(case=case).count() == 1
