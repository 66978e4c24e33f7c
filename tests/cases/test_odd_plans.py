"""What a plan cannot say: refused with one sentence, nothing half-written."""

from dataclasses import replace
from datetime import date

import pytest

from jijuqu.cases.actions import city, departures, district, drafting, papers, reviewing
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.models import (
    BodyKind,
    Case,
    PlannedCluster,
    Statement,
    Verdict,
)
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.states import State
from jijuqu.registry.models import Cluster, QuotaHolder
from tests.cases.city import (
    LIANGPING,
    a_plan_to_review,
    an_application,
    before_the_commission,
    hand,
    refusal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)
OVERRIDE = "\u202e"


@pytest.mark.parametrize(
    ("industry", "sentence"),
    [
        ("", "缺少主导产业"),
        ("智能家居、五金", "像是多个产业"),
        ("梁平区家居", "名称会重复"),
        (f"家{OVERRIDE}居", "不能用于名称"),
        ("=cmd", "不能用于名称"),
        ("很" * 21, "超过20个字"),
    ],
)
def test_words_that_make_no_name_are_refused(cluster, drafter, industry, sentence):
    assert sentence in refusal(drafting.name_industry, cluster, industry, ["2110"], drafter)
    assert PlannedCluster.objects.get().industry_zh == ""


def test_a_credit_code_with_a_wrong_digit_is_refused(cluster, drafter):
    told = refusal(
        drafting.name_body, cluster, BodyKind.BUILDER, drafter, name="某公司", credit_code="915000002028331820"
    )
    assert "校验位不符" in told
    body = drafting.name_body(cluster, BodyKind.BUILDER, drafter, name="某公司", credit_code=" 91500000202833182x ")
    assert body.credit_code == "91500000202833182X"


@pytest.mark.parametrize(
    ("fact", "value", "sentence"),
    [
        ("no_such_fact", True, "没有名为“no_such_fact”的事实"),
        ("industrial_land_mu", 500, "由界址文件实测"),
        ("parts", 1, "由界址文件实测"),
        ("share_inside_parks", 0.0, "由界址文件实测"),
        ("has_goals", True, "由本案的登记得出"),
        ("received_on", "2022-01-01", "由本案的登记得出"),
        ("other_clusters_approved", 0, "由本案的登记得出"),
        ("industrial_floor_m2", "很多", "应为数字"),
        ("industrial_floor_m2", True, "应为数字"),
        ("industrial_floor_m2", float("nan"), "有限数"),
        ("industrial_floor_m2", -1, "不小于0"),
        ("plans_shared_facilities", "是", "应为 true 或 false"),
    ],
)
def test_only_what_a_rule_asks_and_nobody_measures_is_stated_in_its_kind_and_unit(case, drafter, fact, value, sentence):
    assert sentence in refusal(drafting.state_fact, case.pk, fact, value, drafter)
    assert not Statement.objects.exists()


def test_a_departure_is_justified_from_a_rule_that_knows_one(case, drafter):
    for rule in ("no_such_rule", "plan_has_eight_contents"):
        assert "不能作特殊情况说明" in refusal(departures.justify, case.pk, rule, "理由", drafter)


def test_advice_and_objections_have_words(people, request_):
    mine = hand(people.reviewer["city-ecology"], ON)
    for stance in (Stance.DISAGREE, Stance.AGREE_WITH_ADVICE):
        told = refusal(reviewing.draft_opinion, request_, stance, "", [Said("二（二）1", stance)], mine)
        assert "请写明建议或理由" in told
    assert not request_.remarks.exists()


def test_a_cluster_without_boundary_or_name_is_not_approved(people):
    case = an_application(people, clusters=2)
    officer = hand(people.officer, ON)
    drafting.add_cluster(case.pk, officer)
    bare = case.clusters.get(number=3)
    city.receive(case.pk, officer)
    reviewing.start_city_review(case.pk, people.departments("city"), officer)
    opinion = papers.enter_paper("联合审查意见", "市级部门", ON, people.scan, officer)
    city.submit_to_city(case.pk, replace(officer, paper=opinion))
    director = hand(people.director, ON)
    verdicts = dict.fromkeys((1, 2, 3), (Verdict.APPROVED, ""))

    assert refusal(city.decide, case.pk, verdicts, director)
    assert not Cluster.objects.exists()
    city.decide(case.pk, verdicts | {bare.number: (Verdict.REFUSED, "二（三）2：没有边界")}, director)
    assert Cluster.objects.count() == 2


def test_every_cluster_of_the_case_is_decided_and_no_other(people):
    case = before_the_commission(people, clusters=2)
    director = hand(people.director, ON)
    assert "本案没有第7个集聚区" in refusal(
        city.decide, case.pk, dict.fromkeys((1, 2, 7), (Verdict.APPROVED, "")), director
    )
    assert "尚未审定：第2个集聚区" in refusal(city.decide, case.pk, {1: (Verdict.APPROVED, "")}, director)
    assert "没有写明理由" in refusal(
        city.decide, case.pk, {1: (Verdict.APPROVED, ""), 2: (Verdict.REFUSED, "  ")}, director
    )
    assert Case.objects.get(pk=case.pk).state == State.CITY_DECISION


def test_a_sixth_place_wants_a_reason_and_the_refusal_names_who_holds_the_five(people):
    for clusters in (3, 2):
        first = an_application(people, clusters=clusters)
        city.receive(first.pk, hand(people.officer, ON))
    case = an_application(people)
    told = refusal(city.receive, case.pk, hand(people.officer, ON))
    assert first.number in told
    assert "每个区县原则上不超过5个" in told
    assert Case.objects.get(pk=case.pk).state == State.APPLIED
    city.receive(case.pk, hand(people.officer, ON), slot_reason="市政府专题会议纪要")


def test_a_quota_holder_is_asked_by_its_own_row():
    assert QuotaHolder.objects.get(pk="500112").is_in_force_on(date(2025, 11, 5))
    assert not QuotaHolder.objects.get(pk="500112").is_in_force_on(date(2025, 11, 6))


def test_a_plan_is_applied_for_by_its_district_alone(people):
    case = a_plan_to_review(people)
    assert "只能在" in refusal(district.apply, case.pk, hand(people.drafter[LIANGPING], ON))
