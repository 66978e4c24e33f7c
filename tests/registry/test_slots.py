"""The places outside the parks: claimed by applications, turned into approved clusters, let go; five, or a reason."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jijuqu.journal.models import Event
from jijuqu.registry.actions import claim_slot, end_cluster, release_slot, turn_into_approved
from jijuqu.registry.figures import holder_figures
from jijuqu.registry.models import Cluster, QuotaHolder, Slot
from jijuqu.registry.queries import bearing_the_name, clusters_outside_parks, published_as_of
from tests.registry.entries import LIANGPING, approved, square, under_review

pytestmark = pytest.mark.django_db
CLAIMED, GRANTED, LATER = date(2022, 3, 1), date(2022, 6, 1), date(2022, 9, 1)


def holder(code=LIANGPING):
    return QuotaHolder.objects.get(code=code)


def claim(number, reason="", on=CLAIMED, code=LIANGPING):
    title = f"{number}号规划"
    return claim_slot(holder(code), f"case:{number}/1", title=title, reason=reason, actor=None, on=on)


def a_new_cluster(**columns):
    given = {"code": "JJ-1", "holder_id": LIANGPING, "name_zh": "梁平区五金中小企业集聚区", "industry_zh": "五金"}
    given |= {"industrial_land_m2": 60_000.0, "received_on": CLAIMED, "approved_on": GRANTED}
    return Cluster(**given | columns)


def test_an_application_takes_a_place_before_there_is_a_cluster_and_is_counted_under_review():
    slot = claim(12)

    assert (slot.number, slot.standing, slot.cluster) == (1, "under-review", None)
    assert clusters_outside_parks(LIANGPING, CLAIMED) == (0, 1)
    assert clusters_outside_parks(LIANGPING, date(2022, 2, 28)) == (0, 0)
    event = Event.objects.get()
    assert (event.act, event.subject, event.on) == ("registry.claim_slot", f"holder:{LIANGPING}", CLAIMED)
    assert event.details == {"number": 1, "claimed_by": "case:12/1", "title": "12号规划", "reason": ""}


def test_approval_enters_the_cluster_unpublished_into_the_same_place():
    slot = claim(12)

    cluster = turn_into_approved(slot, a_new_cluster(), square(), actor=None, on=GRANTED)

    assert Slot.objects.get() == cluster.slot
    assert (cluster.slot.number, cluster.slot.standing, cluster.slot.claimed_by) == (1, "approved", "case:12/1")
    assert clusters_outside_parks(LIANGPING, date(2022, 5, 31)) == (0, 1)
    assert clusters_outside_parks(LIANGPING, GRANTED) == (1, 0)
    assert not published_as_of(LATER).exists()


def test_a_place_let_go_is_free_from_its_day_on_and_the_past_stays():
    slot = claim(12)
    release_slot(slot, actor=None, on=GRANTED, why="区县撤回申请")

    assert claim(13, on=LATER).number == 1
    assert clusters_outside_parks(LIANGPING, date(2022, 5, 31)) == (0, 1)
    assert clusters_outside_parks(LIANGPING, GRANTED) == (0, 0)
    assert Event.objects.filter(act="registry.release_slot").get().details["why"] == "区县撤回申请"


def test_the_sixth_is_told_who_holds_the_five_and_wants_a_reason():
    approved("c1", name_zh="梁平区塑料制品中小企业集聚区")
    for number in range(2, 6):
        claim(number)

    with pytest.raises(ValidationError) as refused:
        claim(6)
    assert refused.value.message == (
        "梁平区已有5个园外集聚区（梁平区塑料制品中小企业集聚区、2号规划、3号规划、4号规划、5号规划）；"
        "每个区县原则上不超过5个（二（一）2），再增加的请填写特殊情况说明。"
    )
    with pytest.raises(ValidationError, match="原则上不超过5个"):
        claim(6, reason="  ")

    assert claim(6, reason="市政府专题会议纪要").number == 6


def test_one_application_never_takes_two_places():
    claim(12)

    with pytest.raises(ValidationError, match="已占用一个名额"):
        claim(12)
    assert Slot.objects.count() == 1


def test_a_place_let_go_can_neither_be_approved_nor_let_go_again():
    slot = claim(12)
    release_slot(slot, actor=None, on=GRANTED, why="撤回")

    for act in (
        lambda: turn_into_approved(slot, a_new_cluster(), square(), actor=None, on=GRANTED),
        lambda: release_slot(slot, actor=None, on=LATER, why="撤回"),
    ):
        with pytest.raises(ValidationError, match="第1个名额已于2022-06-01释放"):
            act()
    assert not Cluster.objects.exists()


def test_a_place_turns_into_a_cluster_of_its_own_holder_only_and_only_when_approved():
    slot = claim(12)

    for cluster in (a_new_cluster(holder_id="500116"), a_new_cluster(approved_on=None)):
        with pytest.raises(ValidationError, match="申报主体不一致"):
            turn_into_approved(slot, cluster, square(), actor=None, on=GRANTED)


def test_places_of_merged_districts_count_for_their_heir():
    merged = date(2025, 11, 6)
    for number in range(1, 4):
        claim(number, code="500112")
        claim(10 + number, code="500105")

    with pytest.raises(ValidationError, match="已有6个园外集聚区"):
        claim(20, code="500157", on=merged)
    assert claim(20, code="500157", on=merged, reason="市政府专题会议纪要").number == 7
    assert clusters_outside_parks("500157", merged) == (0, 7)
    figures = {row.holder.code: row.in_use for row in holder_figures(merged)}
    assert figures["500157"] == 7


def test_a_dissolved_cluster_gives_its_place_back_and_keeps_its_history():
    cluster = approved("c1")
    end_cluster(cluster, on=LATER, why="撤销", actor=None)

    assert clusters_outside_parks(LIANGPING, GRANTED) == (1, 0)
    assert clusters_outside_parks(LIANGPING, LATER) == (0, 0)
    assert Slot.objects.get().released_on == LATER


def test_a_name_already_borne_is_found_and_not_forbidden():
    under_review("c1")
    under_review("c2")

    assert bearing_the_name("梁平区塑料制品中小企业集聚区", LIANGPING).count() == 2
    assert not bearing_the_name("梁平区塑料制品中小企业集聚区", "500116").exists()


@pytest.mark.parametrize(
    "columns",
    [
        {"number": 0},
        {"number": 6},
        {"claimed_by": ""},
        {"approved_on": GRANTED},
        {"released_on": date(2022, 2, 28)},
    ],
)
def test_the_database_itself_refuses_what_goes_round_the_acts(columns):
    claim(12)

    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.update(**columns)


def test_the_database_itself_gives_a_number_and_a_claim_once_while_in_use():
    claim(12)

    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.create(holder=holder(), number=1, claimed_by="case:13/1", taken_on=CLAIMED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.create(holder=holder(), number=2, claimed_by="case:12/1", taken_on=CLAIMED)


@given(st.lists(st.tuples(st.sampled_from(["claim", "release"]), st.integers(0, 7)), max_size=25))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_comes_and_goes_nobody_holds_a_sixth_place_without_a_reason(steps):
    with transaction.atomic():
        held: dict[int, Slot] = {}
        for step, number in steps:
            if step == "claim" and number not in held:
                try:
                    held[number] = claim(number)
                except ValidationError:
                    assert len(held) >= 5
            elif step == "release" and number in held:
                release_slot(held.pop(number), actor=None, on=LATER, why="撤回")
        in_use = list(Slot.objects.filter(released_on=None).values_list("number", flat=True))
        assert sorted(in_use) == sorted(each.number for each in held.values())
        assert len(set(in_use)) == len(in_use) <= 5
        transaction.set_rollback(True)
