"""The notice's numbers: their values, units, clauses and sources, and the days they hold."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from jijuqu.policy.clauses import without_space
from jijuqu.policy.notice import NotGovernedError
from jijuqu.policy.notices import governing
from tests.policy.ask import NOTICE

TABLE = [
    # name, value, unit, clause, the notice's own words for it (None: a setting of this software)
    ("min_park_cluster_share", 0.10, "share", "二（一）1", "原则上不低于工业用地10%的比例"),
    ("max_clusters_outside_parks", 5, "count", "二（一）2", "每个区县原则上不超过5个"),
    ("layer_tolerance_share", 0.01, "share", "二（一）2", None),
    ("min_share_on_planned_layer", 0.99, "share", "二（一）2", None),
    ("max_parts", 1, "count", "二（二）2", "集中连片"),
    ("min_industrial_land_mu", 200, "mu", "二（二）2", "工业用地一般不少于200亩"),
    ("min_industrial_floor_m2", 100_000, "m2", "二（二）2", "工业建筑面积不低于10万平方米"),
    ("max_ancillary_land_share", None, "share", "二（二）2", "按渝府办发〔2020〕99号文的有关规定"),
    ("leading_industries", 1, "count", "二（二）3", "1个特色鲜明的主导产业"),
    ("min_standard_factory_share", 0.5, "share", "二（四）2", None),
    ("min_single_supply_mu", 10, "mu", "二（四）2", "单个项目供地不得低于10亩"),
    ("last_day_of_acceptance", date(2022, 12, 31), "day", "文末", "到2022年12月31日截止"),
    ("last_day_of_summary", date(2022, 12, 31), "day", "三（四）", "每年12月底前"),
    ("near_threshold_margin", 0.005, "share", "二（二）2", None),
]
IN_2022 = NOTICE.limits(date(2022, 6, 1))


@pytest.mark.parametrize(("name", "value", "unit", "clause", "words"), TABLE)
def test_a_parameter_is_what_the_notice_says_or_says_that_it_is_not(name, value, unit, clause, words):
    parameter = getattr(IN_2022, name)
    assert (parameter.value, parameter.unit, parameter.clause) == (value, unit, clause)
    assert parameter.of_notice is (words is not None)
    if words:
        assert words in without_space(NOTICE.clauses[clause].text)


def test_the_table_above_holds_every_parameter():
    assert [row[0] for row in TABLE] == [parameter.name for parameter in IN_2022]


@pytest.mark.parametrize("parameter", NOTICE.parameters, ids=lambda p: f"{p.name}-{p.first_day}")
def test_every_parameter_has_a_source_in_both_languages(parameter):
    for language in ("zh", "en"):
        assert parameter.label.say(language)
        source = parameter.source.say(language)
        assert any(named in source for named in ("〔2021〕5号", "〔2020〕99号")) is parameter.of_notice
        assert ("非通知规定" in source or "not from the notice" in source) is not parameter.of_notice


@pytest.mark.parametrize("name", ["min_park_cluster_share", "max_clusters_outside_parks"])
def test_ten_per_cent_and_five_stand_in_two_documents(name):
    assert "渝府办发〔2020〕99号 一（二）" in getattr(IN_2022, name).source.zh


def test_values_of_one_parameter_follow_each_other_without_gap_or_overlap():
    for name in {parameter.name for parameter in NOTICE.parameters}:
        spans = sorted((p.first_day, p.last_day) for p in NOTICE.parameters if p.name == name)
        assert spans[0][0] == NOTICE.first_day
        assert spans[-1][1] is None
        for (_, ends), (begins, _) in pairwise(spans):
            assert begins == ends + timedelta(days=1)


def test_the_summary_of_each_year_has_its_own_last_day():
    assert NOTICE.limits(date(2021, 12, 31)).last_day_of_summary.value == date(2021, 12, 31)
    assert NOTICE.limits(date(2022, 1, 1)).last_day_of_summary.value == date(2022, 12, 31)


def test_the_last_day_of_acceptance_was_a_saturday():
    assert IN_2022.last_day_of_acceptance.value.isoweekday() == 6


@pytest.mark.parametrize(
    ("on", "in_force"),
    [(date(2021, 8, 1), True), (date(2022, 12, 31), True), (date(2023, 1, 1), False), (date(2030, 1, 1), False)],
)
def test_the_notice_governs_from_its_first_day_and_is_lapsed_after_its_last(on, in_force):
    notice = governing(on)
    assert notice.number == "渝经信规范〔2021〕5号"
    assert notice.in_force(on) is in_force
    assert notice.limits(on).min_industrial_land_mu.value == 200, "a lapsed notice is still checked"


@pytest.mark.parametrize("on", [date(2021, 7, 31), date(2021, 7, 22), date(1999, 1, 1)])
def test_a_day_before_the_first_notice_is_governed_by_none(on):
    with pytest.raises(NotGovernedError) as refusal:
        governing(on)
    assert (refusal.value.on, refusal.value.first_day) == (on, date(2021, 8, 1))


def test_other_values_can_be_entered_and_the_notices_own_stay_as_they_were():
    entered = IN_2022.with_values({"max_ancillary_land_share": 0.07})
    assert entered.max_ancillary_land_share.value == 0.07
    assert IN_2022.max_ancillary_land_share.value is None
    with pytest.raises(KeyError):
        IN_2022.with_values({"min_happiness": 1})
