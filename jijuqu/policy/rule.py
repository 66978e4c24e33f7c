"""A rule of a notice, and the finding it makes about one case."""

from __future__ import annotations

import datetime
import inspect
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jijuqu.policy.known import NOT_ASKED, CombinedAnswer, apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.policy.fact_specs import Facts
    from jijuqu.policy.known import Answer, Test
    from jijuqu.policy.parameters import Limits
    from jijuqu.words.text import Text


class Force(StrEnum):
    """The notice's modal verb: 应 / 不得 / 要, 原则上 / 一般, 鼓励 / 支持. Only MUST can block."""

    MUST = "must"
    IN_PRINCIPLE = "in_principle"
    ENCOURAGED = "encouraged"


class Consequence(StrEnum):
    """What follows when the rule is not met."""

    BLOCKS = "blocks"
    ASKS_REASON = "asks_reason"
    DUTY = "duty"
    ENCOURAGEMENT = "encouragement"
    NO_VERDICT = "no_verdict"


class Addressee(StrEnum):
    """Who has to act on the rule."""

    DISTRICT = "district"
    PARK = "park"
    CITY = "city"
    OPERATOR = "operator"
    DEPARTMENT = "department"


class Scope(StrEnum):
    """Which clusters the rule speaks of: all, those outside the industrial parks, or those inside."""

    ALL = "all"
    OUTSIDE_PARKS = "outside_parks"
    IN_PARKS = "in_parks"


_PLACES = {
    Scope.ALL: frozenset({True, False}),
    Scope.OUTSIDE_PARKS: frozenset({False}),
    Scope.IN_PARKS: frozenset({True}),
}


class Outcome(StrEnum):
    """What a finding says."""

    MET = "met"
    NOT_MET = "not_met"
    EXCEPTED = "excepted"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Rule:
    """One checkable demand of the notice: where it stands, its words, its force, and the question it asks.

    The name is the function's name and stable once released; `title` is what people call it; `reading` records how
    words that leave room are read; `of_notice` is False for tests that are not the notice's own. `places` holds True
    where the rule speaks of clusters inside the parks and False where of those outside; `not_asked` is what it finds
    elsewhere.
    """

    __slots__ = (
        "addressee", "ask", "clause", "consequence", "force", "name", "not_asked", "of_notice", "places", "quote",
        "reading", "scope", "subject", "summary", "title",
    )  # fmt: skip

    def __init__(self, ask: Callable[[Any, Limits], Answer], **said: Any) -> None:
        self.ask = ask
        self.name: str = ask.__name__
        self.summary: str = (inspect.getdoc(ask) or "").split("\n\n")[0].replace("\n", " ")
        self.subject: type[Facts] = ask.__globals__[next(iter(ask.__annotations__.values()))]
        self.clause: str = said["clause"]
        self.quote: str = said["quote"]
        self.force: Force = said["force"]
        self.title: Text = said["title"]
        self.consequence: Consequence = said["consequence"]
        self.addressee: Addressee = said["to"]
        self.scope: Scope = said["scope"]
        self.places = _PLACES[self.scope]
        self.not_asked = Finding(self, NOT_ASKED)
        self.reading: Text | None = said["reading"]
        self.of_notice: bool = said["of_notice"]

    def __repr__(self) -> str:
        return f"<Rule {self.name} {self.clause}>"

    def speaks_of(self, in_park: bool) -> bool:  # noqa: FBT001 - the fact itself
        """Tell whether the rule's scope takes in a cluster inside, or outside, the parks."""
        return in_park in self.places

    @property
    def gives_verdict(self) -> bool:
        """False for what the notice only encourages and for comparisons without a verdict."""
        return self.force is not Force.ENCOURAGED and self.consequence is not Consequence.NO_VERDICT

    def over_columns(self, facts: Facts, limits: Limits) -> Answer:
        """Ask the rule of columns; `applies` follows the column `in_park`."""
        answer = self.ask(facts, limits)
        if self.scope is Scope.ALL:
            return answer
        inside = facts.in_park.value
        here = inside if self.scope is Scope.IN_PARKS else ~inside
        return CombinedAnswer(answer.truth, (answer,), apart, answer.applies & here)


def rule(  # noqa: PLR0913 - one argument for each thing a lawyer asks of a rule
    clause: str,
    quote: str,
    force: Force,
    *,
    title: Text,
    to: Addressee = Addressee.DISTRICT,
    consequence: Consequence | None = None,
    scope: Scope = Scope.OUTSIDE_PARKS,
    reading: Text | None = None,
    of_notice: bool = True,
) -> Callable[[Callable[[Any, Limits], Answer]], Rule]:
    """Make a rule of a function that asks one question: the number above, the words beside, the question below."""
    usual = {
        Force.MUST: Consequence.BLOCKS,
        Force.IN_PRINCIPLE: Consequence.ASKS_REASON,
        Force.ENCOURAGED: Consequence.ENCOURAGEMENT,
    }

    def make(ask: Callable[[Any, Limits], Answer]) -> Rule:
        return Rule(
            ask, clause=clause, quote=quote, force=force, title=title, to=to, scope=scope, reading=reading,
            consequence=consequence or usual[force], of_notice=of_notice,
        )  # fmt: skip

    return make


class Excuse:
    """A departure from a rule in principle that somebody answered for (特殊情况说明)."""

    __slots__ = ("accepted_by", "reason")

    def __init__(self, reason: str, accepted_by: str) -> None:
        self.reason = reason
        self.accepted_by = accepted_by


_OUTCOMES = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}


class Finding:
    """What a rule says of one case. Text is rendered only when somebody reads it (`explain`)."""

    __slots__ = ("about", "answer", "excuse", "outcome", "rule")

    def __init__(self, rule: Rule, answer: Answer, about: str = "", excuse: Excuse | None = None) -> None:
        self.rule = rule
        self.answer = answer
        self.about = about
        self.excuse = excuse if excuse and rule.consequence is Consequence.ASKS_REASON else None
        self.outcome = _OUTCOMES[answer.truth] if answer.applies is True else Outcome.NOT_APPLICABLE
        if self.excuse and self.outcome is Outcome.NOT_MET:
            self.outcome = Outcome.EXCEPTED

    @property
    def main_test(self) -> Test | None:
        """The test that a reader looks at first: of the first alternative, the first that is not a plain yes."""
        ways = self.answer.ways
        if not ways:
            return None
        for test in ways[0]:
            if test.truth is not True:
                return test
        return ways[0][0]

    @property
    def value(self) -> float | str | None:
        """The measured or stated value, in `unit`; a day as ISO text; None for a yes-or-no rule."""
        test = self.main_test
        return _plain(test.fact.value) if test else None

    @property
    def limit(self) -> float | str | None:
        """What the value is held against, in `unit`."""
        test = self.main_test
        return _plain(test.limit) if test else None

    @property
    def unit(self) -> str | None:
        """`mu`, `m2`, `m`, `share`, `count`, `day`; None for a rule without numbers."""
        test = self.main_test
        return (test.fact.spec.unit or None) if test else None

    @property
    def short_by(self) -> float | None:
        """How far the value falls short of the limit, in `unit` (days for dates); 0 when it does not."""
        test = self.main_test
        return test.short_by if test else None

    @property
    def stands_against(self) -> bool:
        """True where the finding is a no of a rule that gives a verdict: it makes the status of a check 1."""
        return self.outcome is Outcome.NOT_MET and self.rule.gives_verdict

    @property
    def gives_verdict(self) -> bool:
        """Tell whether the rule gives one: see `Rule.gives_verdict`."""
        return self.rule.gives_verdict

    @property
    def explanation_wanted(self) -> bool:
        """True where the notice says 原则上 and a written reason would do."""
        return self.outcome is Outcome.NOT_MET and self.rule.consequence is Consequence.ASKS_REASON

    def is_near(self, margin: float) -> bool:
        """Tell whether any land or building figure lies within `margin` (a share of the limit) of its limit (临界)."""
        if self.outcome is Outcome.NOT_APPLICABLE:
            return False
        return any(_is_near(test, margin) for way in self.answer.ways for test in way)


def _is_near(test: Test, margin: float) -> bool:
    value, limit = test.fact.value, test.limit
    if value is None or not limit or test.fact.spec.unit not in {"mu", "m2"}:
        return False
    return bool(abs(value - limit) <= margin * abs(limit))


def _plain(value: Any) -> float | str | None:
    if isinstance(value, bool) or value is None:
        return None
    return value.isoformat() if isinstance(value, datetime.date) else value
