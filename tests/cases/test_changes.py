"""What changed in a plan: told exactly, each with its clause; and only opinions on those clauses open again."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.accounts.models import Notification
from jijuqu.cases.actions import city, drafting, reviewing
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.changes import Aspect, Change, compared, land_change
from jijuqu.cases.freezing import changed_since_frozen
from jijuqu.cases.models import BodyKind
from jijuqu.cases.queries import whole
from jijuqu.procedure.opinions import Stance
from tests.cases import lives, people
from tests.cases.builders import a_boundary, by

ON = date(2022, 3, 28)
ASKED = {
    "development-reform": "二（二）2",
    "natural-resources": "二（二）1",
    "ecology": "二（三）2",
    "emergency": "二（二）4",
}


@given(st.text("规划。；\n甲乙", max_size=60), st.text("规划。；\n甲乙", max_size=60))
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(before, after):
    runs = compared(before, after)
    assert "".join(each.words for each in runs if each.kind != "new") == before
    assert "".join(each.words for each in runs if each.kind != "gone") == after
    assert all(each.words for each in runs)


def test_one_word_changed_in_a_sentence_is_shown_alone():
    runs = compared("建成厂房9万平方米。其余不变。", "建成厂房8万平方米。其余不变。")
    assert [tuple(each) for each in runs if each.kind != "same"] == [("gone", "9"), ("new", "8")]


def test_land_that_came_and_went_is_measured_apart():
    def frozen(west):
        return {"wkb": shapely.to_wkb(shapely.box(west, 30, west + 0.002, 30.001), hex=True)}

    moved = land_change(Change(Aspect.BOUNDARY, (), 1, "", frozen(107), frozen(107.001)))
    assert moved.added_m2 == pytest.approx(moved.removed_m2, rel=1e-6)
    assert moved.added_m2 == pytest.approx(96.5 * 110.85, rel=0.01)  # 0.001 by 0.001 degrees at 30 degrees north
    assert land_change(Change(Aspect.BOUNDARY, (), 1, "", None, frozen(107))).removed_m2 == 0


@pytest.fixture
def in_correction(db):
    """A case in the city's review, every department having spoken of one clause, sent back for 二（三）5 alone."""
    who = lives.cast()
    case = lives.corrected(who)
    asked = people.departments("city", ASKED)
    review = reviewing.start_city_review(case.pk, asked, by(who.officer, date(2022, 3, 25)))
    for request in review.requests.all():
        remarks = [Said(ASKED[request.department_id.removeprefix("city-")], Stance.AGREE, "")]
        writer, head = people.reviewer(request.department_id), people.signatory(request.department_id)
        reviewing.draft_opinion(request, Stance.AGREE, "", remarks, by(writer, date(2022, 3, 25)))
        request.refresh_from_db()
        reviewing.sign_opinion(request, by(head, date(2022, 3, 25)))
    wanted = [city.Wanted("二（三）5", "补一份材料", "缺", "附上")]
    correction = city.request_correction(case.pk, wanted, by(who.officer, date(2022, 3, 25)))
    city.answer_item(correction.items.get(), "已附", by(who.drafter, ON))
    return who, case, review


def reopened(review):
    return {each.department_id.removeprefix("city-") for each in review.requests.all() if each.reopened}


def test_nothing_changed_opens_nothing_again(in_correction):
    who, case, review = in_correction
    assert changed_since_frozen(whole(case.pk), ON) == []
    city.resubmit(case.pk, by(who.drafter, ON))
    assert reopened(review) == set()


def test_a_changed_text_opens_the_opinions_on_the_plans_contents(in_correction):
    who, case, review = in_correction
    section = case.sections.get(kind="goals")
    drafting.write_section(section.pk, "改写的目标", section.edition, by(who.drafter, ON))
    city.resubmit(case.pk, by(who.drafter, ON))
    assert reopened(review) == {"ecology"}
    told = Notification.objects.filter(event__act="resubmit").values_list("person__username", flat=True)
    assert set(told) == {"officer", "r-city-ecology", "s-city-ecology"}


def test_a_changed_boundary_opens_those_on_its_place_and_size(in_correction):
    who, case, review = in_correction
    a_boundary(case.clusters.get(), by(who.drafter, ON), mu=240)
    (change,) = changed_since_frozen(whole(case.pk), ON)
    assert (change.aspect, change.cluster) == (Aspect.BOUNDARY, 1)
    assert land_change(change).removed_m2 == pytest.approx(20 * 2000 / 3, rel=0.05)
    city.resubmit(case.pk, by(who.drafter, ON))
    assert reopened(review) == {"development-reform", "natural-resources"}


def test_a_changed_body_or_statement_opens_those_on_its_clause(in_correction):
    who, case, review = in_correction
    hand = by(who.drafter, ON)
    drafting.name_body(case.clusters.get(), BodyKind.OPERATOR, hand, name="另一家", credit_code="91500000202833182X")
    drafting.state_fact(case.pk, "industrial_floor_m2", 110_000, hand, cluster=case.clusters.get())
    found = {(each.aspect, each.clauses, each.after) for each in map(_plain, changed_since_frozen(whole(case.pk), ON))}
    assert found == {
        (Aspect.BODY, ("二（二）4",), "另一家"),
        (Aspect.STATEMENT, ("二（二）2",), 110_000),
    }
    city.resubmit(case.pk, hand)
    assert reopened(review) == {"development-reform", "emergency"}


def _plain(change):
    after = change.after[0] if isinstance(change.after, list) else change.after
    return Change(change.aspect, change.clauses, change.cluster, change.name, change.before, after)
