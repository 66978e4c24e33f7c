"""特殊情况说明登记: departures and who accepted them; whoever accepts another is told of the precedents for its rule."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import departures
from tests.cases import lives, people
from tests.cases.builders import by
from tests.web.desk.at_work import a_day, page, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]

SMALL, FIVE = "has_enough_industrial_space", "keeps_within_district_number"
REGISTER = "/desk/departures/"


@pytest.fixture
def case():
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    small, _five = (
        departures.justify(case.pk, rule, f"{rule}的理由", by(who.drafter, date(2022, 3, 10)), case.clusters.get())
        for rule in (SMALL, FIVE)
    )
    departures.accept_departure(small, "区长甲", by(who.mayor, date(2022, 3, 12)))
    return case


def test_the_register_shows_every_departure_with_who_accepted_it_and_of_one_rule_alone(client, case):
    sit_down(client, people.city_officer())

    shown = page(client, REGISTER)
    assert f"梁平区 {case.number} 第1个集聚区（智能家居） {SMALL}的理由 drafter 区县 区长甲 2022-03-12" in shown
    assert "尚无人认可" in shown
    assert f"{SMALL}的理由" not in page(client, f"{REGISTER}?rule={FIVE}")
    assert f"{FIVE}的理由" not in page(client, f"{REGISTER}?accepted=1")


def test_whoever_accepts_one_is_told_of_the_precedents_that_they_may_see(client, case):
    shown = page(sit_down(client, people.district_leader()), f"/desk/cases/{case.number}/acts/accept_exception/")

    assert "二（一）2 已有 0 件先例" in shown
    departures.accept_departure(
        case.departures.get(rule=FIVE), "区长甲", by(people.district_leader(), date(2022, 3, 14))
    )
    assert f"{FIVE}的理由" in page(client, f"{REGISTER}?rule={FIVE}&accepted=1")


def test_another_district_sees_none_of_them_and_a_department_has_no_register(client, case):
    assert "没有特殊情况说明" in page(sit_down(client, people.drafter("other", "500101")), REGISTER)
    assert sit_down(client, people.reviewer("city-ecology")).get(REGISTER).status_code == 403
