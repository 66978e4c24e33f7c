"""One case as rules see it: every subject with its facts, made from names and values and checked on the way in."""

from __future__ import annotations

import datetime
import difflib
import math
from typing import TYPE_CHECKING, Any

from jijuqu.policy.facts import (
    SINGLE_SUBJECTS,
    Application,
    District,
    LandSupply,
    Operation,
    Park,
    Plan,
    Project,
    Site,
)
from jijuqu.policy.rule import Consequence, Excuse
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jijuqu.policy.fact_specs import Facts, FactSpec
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits

LISTS = {"projects": Project, "land_supplies": LandSupply}
TABLES = {cls.__name__.lower(): cls for cls in SINGLE_SUBJECTS}
LARGEST = 1e12  # no area, length or count of a district comes near; larger is a slip of the pen


class FactsError(Exception):
    """Facts that cannot be used: every reason at once, each naming the fact and the mend."""

    def __init__(self, reasons: Sequence[Message]) -> None:
        super().__init__(", ".join(f"{reason.code} {dict(reason.values)}" for reason in reasons))
        self.reasons = tuple(reasons)


class Case:
    """All that is known of one cluster: its single subjects, its projects and land supplies, and its excuses.

    `projects` and `land_supplies` None: nothing said of them; empty: there are none.
    """

    __slots__ = ("excuses", "in_park", "subjects")

    def __init__(
        self,
        facts: Mapping[str, Any] | None = None,
        *,
        in_park: bool = False,
        projects: Sequence[Mapping[str, Any]] | None = None,
        land_supplies: Sequence[Mapping[str, Any]] | None = None,
        excuses: Mapping[str, Excuse] | None = None,
    ) -> None:
        facts = dict(facts or {})
        if land_supplies is not None:
            facts.setdefault("single_project_supplies", len(by_project(land_supplies)))
        self.in_park = in_park
        self.excuses = excuses or {}
        self.subjects: dict[type[Facts], list[Facts]] = {}
        for cls in (Site, Plan, Application, District, Park):
            self.subjects[cls] = [_of(cls, facts, in_park)]
        told = facts.keys() & Operation.specs.keys() - {"in_park"}
        self.subjects[Operation] = [_of(Operation, facts, in_park)] if told else []
        self.subjects[Project] = [_of(Project, each, in_park) for each in _or_one_unknown(projects)]
        supplies = None if land_supplies is None else by_project(land_supplies)
        self.subjects[LandSupply] = [_of(LandSupply, each, in_park) for each in _or_one_unknown(supplies)]


def read_case(  # noqa: PLR0913 - what is known of a case, and by what it is judged
    told: Mapping[str, Any],
    measured: Mapping[str, Any],
    *,
    in_park: bool,
    on: datetime.date,
    notice: Notice,
    limits: Limits | None = None,
) -> tuple[Case, Limits]:
    """Make a case of what people told (the tables of FACTS.toml) and what the land itself says.

    Facts stand under their names, at the top or in a table named after their subject (`[site]`, `[plan]` …); beside
    them `[[projects]]`, `[[land_supplies]]`, `[parameters]` (values for the notice's numbers) and
    `[exceptions.RULE]` with `reason` and `accepted_by`. What was measured holds over what was told; the caller shows
    both. `limits` are the notice's numbers of the day where somebody has entered some of them; the notice's own
    otherwise. Without `received_on` the day itself is taken. Raises `FactsError` naming every
    fault.
    """
    faults: list[Message] = []
    rest = dict(told)
    lists = {name: rest.pop(name, None) for name in LISTS}
    values, exceptions = rest.pop("parameters", {}), rest.pop("exceptions", {})
    for name in TABLES.keys() & rest.keys():
        table = rest.pop(name)
        if isinstance(table, dict):
            rest |= table
        else:
            faults.append(Message("fact_not_a_table", {"name": name}))
    facts = dict(_checked(rest, _single_specs(), faults))
    listed = {name: _checked_list(name, rows, faults) for name, rows in lists.items()}
    limits = _with_values(limits or notice.limits(on), values, faults)
    excuses = _excuses(exceptions, notice, faults)
    if faults:
        raise FactsError(faults)
    in_park = facts.pop("in_park", in_park)
    known = {name: value for name, value in measured.items() if value is not None}
    case = Case({"received_on": on} | facts | known, in_park=in_park, excuses=excuses, **listed)
    return case, limits


def stated_fault(spec: FactSpec, value: Any) -> Message | None:
    """Say what is wrong with a value stated for a fact; None where it fits its kind and unit."""
    fault = _fault(spec, value)
    return Message(fault, {"name": spec.label, "value": value, "unit": spec.unit}) if fault else None


def _of(cls: type[Facts], facts: Mapping[str, Any], in_park: bool) -> Facts:  # noqa: FBT001 - the fact itself
    return cls(**{name: facts[name] for name in cls.specs if name in facts} | {"in_park": in_park})


def _or_one_unknown(rows: Sequence[Mapping[str, Any]] | None) -> Sequence[Mapping[str, Any]]:
    return [{}] if rows is None else rows


def by_project(supplies: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Add up several supplies to one project; a supply without a name is a project of its own."""
    total: dict[object, dict[str, Any]] = {}
    for number, supply in enumerate(supplies):
        row = total.setdefault(supply.get("supplied_to") or number, {**supply, "supplied_mu": 0.0})
        area, so_far = supply.get("supplied_mu"), row["supplied_mu"]
        row["supplied_mu"] = None if area is None or so_far is None else so_far + area
    return list(total.values())


def _single_specs() -> dict[str, FactSpec]:
    return {name: spec for cls in SINGLE_SUBJECTS for name, spec in cls.specs.items()}


def _checked(
    told: Mapping[str, Any], specs: Mapping[str, FactSpec], faults: list[Message]
) -> Iterator[tuple[str, Any]]:
    for name, value in told.items():
        if name not in specs:
            near = difflib.get_close_matches(name, specs, n=1)
            code = "fact_unknown_near" if near else "fact_unknown"
            faults.append(Message(code, {"name": name, "near": near[0] if near else ""}))
        elif fault := _fault(specs[name], value):
            faults.append(Message(fault, {"name": name, "value": value, "unit": specs[name].unit}))
        else:
            yield name, value


def _checked_list(name: str, rows: Any, faults: list[Message]) -> list[dict[str, Any]] | None:
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        faults.append(Message("fact_not_a_list", {"name": name}))
        return None
    return [dict(_checked(row, LISTS[name].specs, faults)) for row in rows]


def _fault(spec: FactSpec, value: Any) -> str | None:
    if spec.kind == "number":
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "fact_not_a_number"
        if not math.isfinite(value) or not 0 <= value <= LARGEST:
            return "fact_out_of_range"
        return "fact_share_over_one" if spec.unit == "share" and value > 1 else None
    if spec.kind == "day":
        plain = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
        return None if plain else "fact_not_a_day"
    if spec.kind == "text":
        return None if isinstance(value, str) else "fact_not_text"
    return None if isinstance(value, bool) else "fact_not_yes_or_no"


def _with_values(limits: Limits, values: Any, faults: list[Message]) -> Limits:
    if not isinstance(values, dict):
        faults.append(Message("fact_not_a_table", {"name": "parameters"}))
        return limits
    faults += [fault for name, value in values.items() if (fault := parameter_fault(limits, name, value))]
    return limits if faults else limits.with_values(values)


def parameter_fault(limits: Limits, name: str, value: Any) -> Message | None:
    """Say why a value cannot stand for a parameter of the day: there is none of that name, or it does not fit."""
    units = {parameter.name: parameter.unit for parameter in limits}
    if name not in units:
        near = difflib.get_close_matches(name, units, n=1)
        return Message("parameter_unknown", {"name": name, "near": ", ".join(near or units)})
    if not fits_unit(units[name], value):
        return Message("parameter_unfit", {"name": name, "value": value, "unit": units[name]})
    return None


def fits_unit(unit: str, value: Any) -> bool:
    """Tell whether a value is a day, a share from 0 to 1, or a number of 0 or more, as a parameter's unit wants it."""
    if unit == "day":
        return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return plain and 0 <= value <= (1 if unit == "share" else LARGEST)


def _excuses(exceptions: Any, notice: Notice, faults: list[Message]) -> dict[str, Excuse]:
    if not isinstance(exceptions, dict):
        faults.append(Message("fact_not_a_table", {"name": "exceptions"}))
        return {}
    excusable = {rule.name for rule in notice.rules if rule.consequence is Consequence.ASKS_REASON}
    excuses = {}
    for name, said in exceptions.items():
        if name not in excusable:
            faults.append(Message("exception_unknown_rule", {"name": name}))
        elif isinstance(said, dict) and all(_is_said(said.get(key)) for key in ("reason", "accepted_by")):
            excuses[name] = Excuse(said["reason"], said["accepted_by"])
        else:
            faults.append(Message("exception_not_whole", {"name": name}))
    return excuses


def _is_said(words: Any) -> bool:
    return isinstance(words, str) and bool(words.strip())
