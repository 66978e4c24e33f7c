"""One = many: a rule over one subject says what the same rule says over columns of many, nulls by Kleene."""

from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.policy.facts import LISTED_SUBJECTS, SINGLE_SUBJECTS, Application, Site
from tests.policy.ask import DAY, NOTICE

LIMITS = NOTICE.limits(DAY)
COLUMN_TYPES = {"number": pl.Float64, "yes_no": pl.Boolean, "day": pl.Date, "text": pl.String}
NULLS = {"mu": nw.Float64, "m2": nw.Float64, "share": nw.Float64, "count": nw.Float64, "day": nw.Date}

# At each limit, a hair to either side, and far away; the products are those a share is taken of.
AROUND = sorted({0.0, 1.0, 2.0, 5.0, 6.0, 1e6} | {
    at + step
    for parameter in LIMITS if isinstance(parameter.value, int | float)
    for at in [float(parameter.value)] for step in (-1e-9, 0.0, 1e-9)
} | {20.0, 1000.0, 100.0, 100_000.0, 200_000.0, 0.995})  # fmt: skip
VALUES = {
    "number": st.sampled_from(AROUND) | st.floats(0, 1e7, allow_subnormal=False),
    "yes_no": st.booleans(),
    "day": st.integers(-400, 400).map(lambda days: date(2022, 12, 31) + timedelta(days=days))
    | st.sampled_from([date(2022, 12, 31), date(2023, 1, 1)]),
    "text": st.sampled_from(["", "**县", "智能家居", "**县智能家居中小企业集聚区", "中小企业集聚区"]),
}


def rows_of(subject):
    """Any number of rows: every fact known or not, but for `in_park`, which always is."""
    columns = {name: st.none() | VALUES[spec.kind] for name, spec in subject.specs.items()}
    return st.lists(st.fixed_dictionaries(columns | {"in_park": st.booleans()}), min_size=1, max_size=12)


def as_table(subject, rows):
    schema = {name: COLUMN_TYPES[spec.kind] for name, spec in subject.specs.items()}
    return nw.from_native(pl.DataFrame(rows, schema=schema))


def with_nulls(limits):
    unknown = [parameter for parameter in limits if parameter.value is None]
    return limits.with_values({p.name: nw.lit(None, dtype=NULLS[p.unit]) for p in unknown})


def asked_at_once(subject, rows, limits):
    """Per rule the truth, whether it applies, and the shortfall of the first alternative's first test, row by row."""
    answers = NOTICE.over_columns(subject, nw.col, with_nulls(limits))
    wanted = {}
    for name, answer in answers.items():
        first = answer.ways[0][0]
        wanted[f"{name} truth"] = answer.truth
        wanted[f"{name} applies"] = nw.lit(True) if answer.applies is True else answer.applies
        wanted[f"{name} short_by"] = nw.lit(None) if first.short_by is None else first.short_by
    return as_table(subject, rows).with_columns(**wanted).select(*wanted).to_native().to_dicts()


def asked_one_by_one(subject, row, limits):
    found = {}
    for rule in (rule for rule in NOTICE.rules if rule.subject is subject):
        answer = rule.ask(subject(**row), limits)
        found[f"{rule.name} truth"] = answer.truth
        found[f"{rule.name} applies"] = answer.applies and rule.speaks_of(row["in_park"])
        found[f"{rule.name} short_by"] = answer.ways[0][0].short_by
    return found


@pytest.mark.parametrize("limits", [LIMITS, LIMITS.with_values({"max_ancillary_land_share": 0.07})],
                         ids=["share of 99号 not entered", "entered"])  # fmt: skip
@pytest.mark.parametrize("subject", [*SINGLE_SUBJECTS, *LISTED_SUBJECTS], ids=lambda subject: subject.__name__)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_rules_over_one_subject_are_the_rules_over_columns(subject, limits, data):
    rows = data.draw(rows_of(subject))
    one_by_one = [asked_one_by_one(subject, row, limits) for row in rows]
    assert asked_at_once(subject, rows, limits) == one_by_one


def test_a_limit_may_be_a_column_so_that_rows_of_several_days_are_asked_at_once():
    table = nw.from_native(pl.DataFrame({"industrial_land_mu": [150.0, 150.0], "limit_mu": [200.0, 100.0]}))
    rows = table.with_columns(
        nw.lit(None, dtype=nw.Float64).alias(name) for name in Site.specs if name not in table.columns
    )
    limits = with_nulls(LIMITS).with_values({"min_industrial_land_mu": nw.col("limit_mu")})
    first = NOTICE.over_columns(Site, nw.col, limits)["has_enough_industrial_space"].ways[0][0]
    found = rows.select(truth=first.truth, short_by=first.short_by)
    assert found.to_native().to_dicts() == [{"truth": False, "short_by": 50.0}, {"truth": True, "short_by": 0.0}]


def test_days_over_columns_fall_short_by_days():
    days = [date(2022, 12, 31), date(2023, 1, 3), None, date(2022, 12, 1)]
    rows = [dict.fromkeys(Application.specs) | {"received_on": day, "in_park": False} for day in days]
    found = asked_at_once(Application, rows, LIMITS)
    assert [row["is_received_in_time short_by"] for row in found] == [0.0, 3.0, None, 0.0]


def test_every_rule_is_asked_of_columns_once():
    asked = [name for subject in (*SINGLE_SUBJECTS, *LISTED_SUBJECTS)
             for name in NOTICE.over_columns(subject, nw.col, with_nulls(LIMITS))]  # fmt: skip
    assert sorted(asked) == sorted(rule.name for rule in NOTICE.rules)
