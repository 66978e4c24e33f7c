"""What is tried out: other numbers that somebody sets, other rules that a draft has, beside those that stand."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from jijuqu.policy.case import parameter_fault
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits, Parameter
    from jijuqu.policy.rule import Rule


class Change(NamedTuple):
    """A number as it stands and as it is tried out; None where one of the two has none."""

    parameter: Parameter
    before: Any
    after: Any


class RuleChange(NamedTuple):
    """A rule as it stands and as a draft has it under the same name; None where one of the two notices has none."""

    before: Rule | None
    after: Rule | None

    @property
    def rule(self) -> Rule:
        """The rule by which people know the demand: that of the draft, else that which it drops."""
        known = self.after or self.before
        assert known is not None  # noqa: S101
        return known

    @property
    def kind(self) -> str:
        """Say whether the draft has it `added`, `dropped` or `rewritten`, be it in its words or in what it asks."""
        return "added" if self.before is None else "dropped" if self.after is None else "rewritten"


def read_changes(settings: Sequence[str], limits: Limits) -> dict[str, Any]:
    """Read NAME=VALUE of each setting, days as 2023-12-31. Raises NotAdmittedError with every fault."""
    changed: dict[str, Any] = {}
    faults: list[Message] = []
    for setting in settings:
        name, sign, text = (part.strip() for part in setting.partition("="))
        if not sign:
            faults.append(Message("not_a_setting", {"value": setting}))
            continue
        value = _value_of(text)
        if fault := parameter_fault(limits, name, value):
            faults.append(fault)
        elif name in changed:
            faults.append(Message("set_twice", {"name": name}))
        changed[name] = value
    if faults:
        raise NotAdmittedError(faults)
    return changed


def changes(before: Limits, after: Limits) -> Iterator[Change]:
    """Give the numbers that differ, in the order of the notice, new ones last."""
    old, new = ({parameter.name: parameter for parameter in limits} for limits in (before, after))
    for name in dict.fromkeys([*old, *new]):
        values = [side[name].value if name in side else None for side in (old, new)]
        if values[0] != values[1]:
            yield Change(new.get(name) or old[name], *values)


def rule_changes(before: Notice, after: Notice) -> list[RuleChange]:
    """Give the rules that differ, in the order of the draft, dropped ones last. What a draft imports is the same."""
    old, new = ({rule.name: rule for rule in notice.rules} for notice in (before, after))
    pairs = [RuleChange(old.get(name), new.get(name)) for name in dict.fromkeys([*new, *old])]
    return [each for each in pairs if each.before is not each.after]


def _value_of(text: str) -> Any:
    """Read a number or a day; text that is neither is given back, to be refused by the unit."""
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text
