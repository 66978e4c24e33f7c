"""One = many: what a table says of a row is what a check of that row alone says, to the value and the shortfall."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.policy.explain import status
from jijuqu.policy.facts import Application, District, LandSupply, Operation, Park, Plan, Project, Site
from jijuqu.population.judging import judge
from tests.policy.ask import DAY, NOTICE
from tests.population.rows import one_by_one, rows_of, table_of

ENTERED = {"max_ancillary_land_share": 0.07}
KINDS = {"site": (Site,), "plan": (Plan,), "application and district": (Application, District), "park": (Park,),
         "operation": (Operation,), "project": (Project,), "supply": (LandSupply,)}  # fmt: skip


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


def told(row, rule):
    """What a wide row says of a rule, in the words of a Finding."""
    met, applies = row[rule], row.get(f"{rule}__applies", True)
    outcome = {True: "met", False: "not_met", None: "unknown"}[met] if applies else "not_applicable"
    return outcome, *(plain(row.get(f"{rule}__{each}")) for each in ("value", "limit", "short_by"))


def found(finding):
    return finding.outcome.value, finding.value, finding.limit, finding.short_by


@pytest.mark.parametrize("changed", [{}, ENTERED], ids=["share of 99号 not entered", "entered"])
@pytest.mark.parametrize("subjects", KINDS.values(), ids=KINDS)
@settings(max_examples=20)
@given(data=st.data())
def test_findings_over_a_table_are_those_of_each_row_alone(subjects, changed, data):
    rows = data.draw(rows_of(*subjects))
    limits = NOTICE.limits(DAY).with_values(changed)
    wide = judge(table_of(rows, *subjects), NOTICE, DAY, changed=changed).wide().collect().to_native()
    for row, judged in zip(rows, wide.iter_rows(named=True), strict=True):
        findings = one_by_one(row, limits, *subjects)
        assert judged["status"] == status(list(findings.values()))
        for rule, finding in findings.items():
            if finding.answer.ways:
                assert told(judged, rule) == found(finding), rule
            else:
                assert judged[rule] is None
                assert judged[f"{rule}__applies"] is False
