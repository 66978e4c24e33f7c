"""Rows of facts for tests: drawn around the limits, made into tables, and judged one by one as an oracle."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
from hypothesis import strategies as st

from jijuqu.policy.case import LARGEST, Case
from jijuqu.policy.facts import LandSupply, Project
from jijuqu.policy.rule import Finding
from jijuqu.population.door import admit
from jijuqu.population.table import Table
from tests.policy.ask import NOTICE
from tests.policy.test_columns import AROUND, COLUMN_TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.policy.fact_specs import Facts, FactSpec
    from jijuqu.policy.parameters import Limits

DAYS = (date(2021, 12, 31), date(2022, 1, 1), date(2022, 12, 31), date(2023, 1, 1), date(2024, 2, 29), date(1999, 3, 4))
TEXTS = ("", "**县", "智能家居", "**县智能家居中小企业集聚区", "中小企业集聚区")
LISTS = {Project: "projects", LandSupply: "land_supplies"}
LABEL_TYPES = {"id": pl.String, "name": pl.String, "district": pl.String, "park": pl.String, "on": pl.Date}


def specs_of(*subjects: type[Facts]) -> dict[str, Any]:
    return {name: spec for subject in subjects for name, spec in subject.specs.items()}


def rows_of(*subjects: type[Facts]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some rows: every fact known or not, but for `in_park`, which always is."""
    facts = {name: st.sampled_from(values_of(spec)) for name, spec in specs_of(*subjects).items()}
    return st.lists(st.fixed_dictionaries(facts | {"in_park": st.booleans()}), min_size=1, max_size=6)


def values_of(spec: FactSpec) -> list[Any]:
    """Give values of a fact: not known, at each limit, a hair to either side, and far away."""
    if spec.kind == "number":
        return [None, *(value for value in AROUND if 0 <= value <= (1 if spec.unit == "share" else LARGEST))]
    return [None, *{"yes_no": (True, False), "day": DAYS, "text": TEXTS}[spec.kind]]


def frame_of(rows: Sequence[dict[str, Any]], *subjects: type[Facts]) -> pl.DataFrame:
    """Make a frame of rows; ids are given where there are none."""
    types = LABEL_TYPES | {name: COLUMN_TYPES[spec.kind] for name, spec in specs_of(*subjects).items()}
    numbered = [{"id": f"r{number:03}", **row} for number, row in enumerate(rows)]
    names = dict.fromkeys(name for row in numbered for name in row)
    return pl.DataFrame(numbered, schema={name: types[name] for name in names})


def table_of(rows: Sequence[dict[str, Any]], *subjects: type[Facts]) -> Table:
    """Make a table of rows and let it in."""
    return admit(frame_of(rows, *subjects), subjects)


def one_by_one(row: dict[str, Any], limits: Limits, *subjects: type[Facts]) -> dict[str, Finding]:
    """Judge one row alone, as a case; findings by rule."""
    facts = {name: value for name, value in row.items() if name in specs_of(*subjects) and name != "in_park"}
    lists = {LISTS[subject]: [facts] for subject in subjects if subject in LISTS}
    case = Case({} if lists else facts, in_park=row["in_park"], **lists)
    return {f.rule.name: f for f in NOTICE.check(case, limits) if f.rule.subject in subjects}
