"""What the rules are asked of a plan: what a paper on file says is not known here, and so never held against it."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import drafting
from jijuqu.cases.facts import CONTENTS, judge
from jijuqu.cases.models import FileKind
from jijuqu.cases.queries import whole
from tests.cases.city import an_application, hand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)


def test_a_plan_on_paper_is_not_short_of_contents_until_the_paper_is_taken_off_the_list(people):
    case = an_application(people, ON)
    facts = judge(whole(case.pk), ON)[0].facts
    assert facts.keys().isdisjoint(CONTENTS)

    drafting.withdraw_file(case.files.get(kind=FileKind.PLAN), hand(people.officer, ON))
    facts = judge(whole(case.pk), ON)[0].facts
    assert [facts[name] for name in CONTENTS] == [False] * len(CONTENTS)
