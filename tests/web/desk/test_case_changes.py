"""After a resubmission only what changed is shown, text and land; past versions are asked again from the record."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import city, drafting
from jijuqu.cases.queries import whole
from tests.cases import lives, people
from tests.cases.builders import a_boundary, a_draft, by
from tests.web.desk.at_work import a_day, page, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


def test_a_resubmitted_plan_shows_what_changed_and_nothing_else(client):
    who = lives.cast()
    case, hand = lives.applied(who), by(who.drafter, date(2022, 3, 22))
    city.receive(case.pk, by(who.officer, date(2022, 3, 18)))
    wanted = [city.Wanted("二（二）2", "补充用地说明", "面积不清", "附勘测定界报告")]
    correction = city.request_correction(case.pk, wanted, by(who.officer, date(2022, 3, 21)))
    city.answer_item(correction.items.get(), "已附报告", hand)
    goals = case.sections.get(kind="goals")
    drafting.write_section(goals.pk, "发展目标：本市……", goals.edition, hand)
    drafting.name_industry(case.clusters.get(), "智能门锁", ["2110"], hand, "Smart Locks")
    a_boundary(case.clusters.get(), hand, mu=250)
    city.resubmit(case.pk, by(who.drafter, date(2022, 3, 23)))

    sit_down(client, who.officer)
    assert "第1次补充完善材料已于 2022-03-23 报回。 只看改动" in page(client, f"/desk/cases/{case.number}/")
    address = f"/desk/cases/{case.number}/changes/"
    shown = page(client, address)
    assert "补充用地说明：已附报告" in shown
    assert "主导产业 智能家居 2110 智能门锁 2110" in shown
    assert "260.57 → 250.55 亩" in shown
    html = client.get(address).content.decode()
    assert "<del>区</del><ins>市</ins>" in html
    assert html.count('class="plan-text"') == 1
    assert html.count('class="plot"') == 2


def test_a_plan_unchanged_says_so_and_one_never_sent_out_has_no_version(client):
    who = lives.cast()
    case = lives.applied(who)
    sit_down(client, who.officer)
    assert "没有改动" in page(client, f"/desk/cases/{case.number}/changes/")
    assert "没有改动" in page(client, f"/desk/cases/{case.number}/changes/?since=1")
    drafter = people.drafter("drafter2")
    shown = page(sit_down(client, drafter), f"/desk/cases/{whole(a_draft(drafter).pk).number}/changes/")
    assert "还没有存档版本" in shown


def test_a_past_submission_is_asked_again_from_the_record(client):
    who = lives.cast()
    case = lives.applied(who)
    sit_down(client, who.officer)
    assert "按当日重新核查" in page(client, f"/desk/cases/{case.number}/record/")
    shown = page(client, f"/desk/cases/{case.number}/replay/4/")
    assert "条结论与存档全部一致" in shown
    assert "工业用地或工业建筑规模" in shown
    assert "不一致" not in shown
    assert client.get(f"/desk/cases/{case.number}/replay/9/").status_code == 404
