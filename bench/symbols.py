"""The rules written out for other engines: their own functions asked of symbols, which then say what was asked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from jijuqu.policy.facts import Application, District, Plan, Site
from jijuqu.policy.notices import governing
from jijuqu.policy.rule import Scope

if TYPE_CHECKING:
    from jijuqu.policy.fact_specs import FactSpec
    from jijuqu.policy.rule import Rule

DAY = datetime.date(2022, 9, 1)
NOTICE = governing(DAY)
SUBJECTS = (Site, Plan, Application, District)
WORDS = {"bears_prescribed_name"}  # puts texts together, which some engines cannot
ENTERED = {"max_ancillary_land_share": 0.07}  # so that every rule can be decided
RULES: tuple[Rule, ...] = tuple(
    rule for rule in NOTICE.rules
    if rule.subject in SUBJECTS and rule.scope is not Scope.IN_PARKS and rule.name not in WORDS
)[:30]  # fmt: skip


class Symbol:
    """A question as a tree: its sign, and what it is asked of. A leaf is `fact` with its name or `value`."""

    __slots__ = ("parts", "sign")

    def __init__(self, sign: str, *parts: Any) -> None:
        self.sign = sign
        self.parts = parts

    def __ge__(self, other: Any) -> Symbol:
        return Symbol(">=", self, symbol(other))

    def __le__(self, other: Any) -> Symbol:
        return Symbol("<=", self, symbol(other))

    def __gt__(self, other: Any) -> Symbol:
        return Symbol(">", self, symbol(other))

    def __eq__(self, other: object) -> Symbol:  # type: ignore[override]
        return Symbol("=", self, symbol(other))

    __hash__ = None  # type: ignore[assignment]

    def __add__(self, other: Any) -> Symbol:
        return Symbol("+", self, symbol(other))

    def __rmul__(self, other: Any) -> Symbol:
        return Symbol("*", symbol(other), self)

    def __and__(self, other: Any) -> Symbol:
        return Symbol("and", self, symbol(other))

    def __rand__(self, other: Any) -> Symbol:
        return self if other is True else Symbol("and", symbol(other), self)

    def __or__(self, other: Any) -> Symbol:
        return Symbol("or", self, symbol(other))

    def __invert__(self) -> Symbol:
        return Symbol("not", self)

    def fill_null(self, value: bool) -> Symbol:  # noqa: D102, FBT001 - as data-frame libraries have it
        return Symbol("known", self, symbol(value))


def symbol(value: Any) -> Symbol:
    """Take a plain value for a leaf."""
    return value if isinstance(value, Symbol) else Symbol("value", value)


def asked() -> dict[str, tuple[Symbol | None, Symbol]]:
    """Give for each rule whether it applies (None: always) and its truth."""
    limits = NOTICE.limits(DAY).with_values(ENTERED)
    facts = {subject: subject.over(lambda name: Symbol("fact", name)) for subject in SUBJECTS}
    answers = {rule.name: rule.over_columns(facts[rule.subject], limits) for rule in RULES}
    return {name: (None if each.applies is True else each.applies, each.truth) for name, each in answers.items()}


def specs() -> dict[str, FactSpec]:
    """Give the facts that these rules ask for, by name."""
    known = {name: spec for subject in SUBJECTS for name, spec in subject.specs.items()}
    wanted = {
        name for applies, truth in asked().values() for each in (applies, truth) if each for name in facts_in(each)
    }
    return {name: spec for name, spec in known.items() if name in wanted}


def facts_in(tree: Symbol) -> set[str]:
    """Give the facts that a question is about."""
    if tree.sign in {"fact", "value"}:
        return {tree.parts[0]} if tree.sign == "fact" else set()
    return set().union(*map(facts_in, tree.parts))


def sql(tree: Symbol) -> str:
    """Write a question as SQL, whose three-valued logic is Kleene's."""
    if tree.sign == "fact":
        return f'"{tree.parts[0]}"'
    if tree.sign == "value":
        (value,) = tree.parts
        return f"date '{value}'" if isinstance(value, datetime.date) else repr(value).lower()
    parts = [sql(part) for part in tree.parts]
    if tree.sign == "not":
        return f"(not {parts[0]})"
    return f"coalesce({parts[0]}, {parts[1]})" if tree.sign == "known" else f"({parts[0]} {tree.sign} {parts[1]})"


class ZenSteps:
    """A question as steps of a zen expression node; zen knows null but not Kleene's logic, so every step is guarded."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str]] = []

    def write(self, tree: Symbol) -> str:
        """Add the steps of a question and give the name under which its answer stands."""
        if tree.sign == "fact":
            return str(tree.parts[0])
        if tree.sign == "value":
            (value,) = tree.parts
            return str(value.toordinal()) if isinstance(value, datetime.date) else repr(value).lower()
        parts = [self.write(part) for part in tree.parts]
        return self.store(_zen(tree.sign, parts))

    def store(self, text: str, key: str = "") -> str:
        """Keep a step; give its name."""
        key = key or f"step{len(self.steps)}"
        self.steps.append((key, text))
        return f"$.{key}"


def _zen(sign: str, parts: list[str]) -> str:
    if sign == "known":
        return f"{parts[0]} == null ? {parts[1]} : {parts[0]}"
    if sign == "not":
        return f"{parts[0]} == null ? null : {parts[0]} == false"
    unknown = " or ".join(f"{part} == null" for part in parts if not part[0].isdigit()) or "false"
    if sign in {"and", "or"}:
        decisive = "false" if sign == "and" else "true"
        decided = " or ".join(f"{part} == {decisive}" for part in parts)
        otherwise = "true" if sign == "and" else "false"
        return f"({decided}) ? {decisive} : (({unknown}) ? null : {otherwise})"
    return f"({unknown}) ? null : {parts[0]} {'==' if sign == '=' else sign} {parts[1]}"
