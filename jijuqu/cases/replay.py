"""Any past decision asked again, with the notice, the facts and the limits of its day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.cases.freezing import NEAR_SHARE
from jijuqu.policy.case import read_case
from jijuqu.policy.explain import as_json
from jijuqu.policy.facts import SINGLE_SUBJECTS
from jijuqu.policy.notices import governing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.cases.models import Snapshot
    from jijuqu.policy.parameters import Limits

DAYS = {name for subject in SINGLE_SUBJECTS for name, spec in subject.specs.items() if spec.kind == "day"}
COMPARED = ("outcome", "value", "limit", "short_by")


@dataclass(frozen=True, slots=True)
class Pair:
    """A finding as it was frozen and as it comes out now: the cluster's number, the rule, both findings.

    `again` None: no rule of that name is asked any more; `frozen` None: the rule was not asked then.
    """

    cluster: int
    rule: str
    frozen: Mapping[str, Any] | None
    again: Mapping[str, Any] | None

    @property
    def is_same(self) -> bool:
        """Whether the rule comes out as it was frozen."""
        return _compared(self.frozen) == _compared(self.again)


def replay(snapshot: Snapshot) -> list[Pair]:
    """Return what comes out otherwise now; an empty list says that the decision can be followed to the letter."""
    differing = (each for each in asked_again(snapshot) if not each.is_same)
    return sorted(differing, key=lambda each: (each.cluster, each.rule))


def asked_again(snapshot: Snapshot) -> list[Pair]:
    """Ask every rule again of what was frozen; cluster by cluster, in the order of the notice."""
    if not snapshot.notice:  # before the first notice no rule was asked
        return []
    pairs = []
    for planned, asked, frozen in zip(snapshot.plan["clusters"], snapshot.facts, snapshot.findings, strict=True):
        then, again = _by_rule(frozen), _by_rule(ask_again(asked))
        keys = dict.fromkeys([*then, *again])
        pairs += [Pair(planned["number"], key[0], then.get(key), again.get(key)) for key in keys]
    return pairs


def ask_again(asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Ask the rules of the facts and limits that a snapshot holds of one cluster."""
    facts = {name: typed(name, value) for name, value in asked["facts"].items()}
    notice = governing(facts["received_on"])
    case, _ = read_case(facts, {}, in_park=False, on=facts["received_on"], notice=notice)
    limits = _limits(notice.limits(facts["received_on"]), asked["limits"])
    return [as_json(finding, NEAR_SHARE, "zh") for finding in notice.check(case, limits)]


def typed(name: str, value: Any) -> Any:
    """Give a frozen fact as rules want it: days are kept as ISO text."""
    return datetime.date.fromisoformat(value) if name in DAYS else value


def _limits(standing: Limits, frozen: Mapping[str, Any]) -> Limits:
    days = {parameter.name for parameter in standing if parameter.unit == "day"}
    return standing.with_values({
        name: datetime.date.fromisoformat(value) if name in days and value else value
        for name, value in frozen.items()
    })  # fmt: skip


def _by_rule(findings: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(each["rule"], each["about"]): each for each in findings}


def _compared(finding: Mapping[str, Any] | None) -> list[Any] | None:
    return None if finding is None else [finding[name] for name in COMPARED]
