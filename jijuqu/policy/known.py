"""Yes, no, or not yet known: about one case, with what is wanted, or about whole columns, as expressions.

The same rule judges one site and ten million rows. A `Fact` holds one value (None: not yet known) or one column
expression of a data-frame library; the functions below ask questions of facts and combine the answers. Over one case
an answer's truth is True, False or None; over columns it is a boolean expression with null for not yet known. Both
follow Kleene's logic: unknown and false is false, unknown or true is true. Nothing here imports a data-frame library:
an expression only has to know its operators, `abs`, `clip` and `fill_null`.
"""

from __future__ import annotations

import datetime
import operator
from functools import reduce
from itertools import chain, product
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.policy.fact_specs import FactSpec

Truth = Any  # True, False, None, or a boolean column expression
_ONE_CASE = frozenset({bool, type(None)})
_ONE_DAY = datetime.timedelta(days=1)
_COMPARE = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "=": operator.eq}


class Bound(Protocol):
    """What a fact is held against: a parameter of the notice, or another fact."""

    @property
    def value(self) -> Any:
        """A number, a day, a text, None for not yet known, or a column expression."""


class Fact:
    """One thing that rules may ask about: what it is (`spec`) and its value, single or a column."""

    __slots__ = ("spec", "value")

    def __init__(self, spec: FactSpec, value: Any) -> None:
        self.spec = spec
        self.value = value

    def __repr__(self) -> str:
        return f"{self.spec.name}={self.value!r}"

    def __add__(self, other: Fact | float | str) -> Fact:
        added = other.value if isinstance(other, Fact) else other
        return Fact(self.spec, None if self.value is None or added is None else self.value + added)


class Constant:
    """A bound that is no parameter because the words themselves say it: none at all, nothing."""

    __slots__ = ("value",)

    def __init__(self, value: float) -> None:
        self.value = value


NOTHING = Constant(0)


Ways = tuple[tuple["Test", ...], ...]  # alternatives, each with all its tests


class Test:
    """The plainest answer: one comparison of a fact with a bound, and how it came out.

    Without a bound the fact itself is the yes or no.
    """

    __slots__ = ("bound", "fact", "sign", "truth")
    applies: Truth = True
    truth: Truth

    def __init__(self, fact: Fact, sign: str, bound: Bound | None = None) -> None:
        self.fact = fact
        self.sign = sign
        self.bound = bound
        if bound is None:
            self.truth = fact.value
        else:
            value, limit = fact.value, bound.value
            self.truth = None if value is None or limit is None else _COMPARE[sign](value, limit)

    @property
    def ways(self) -> Ways:
        """One way to a yes, and one test on it."""
        return ((self,),)

    @property
    def limit(self) -> Any:
        """The value of the bound, in the unit of the fact; None for a yes-or-no fact."""
        return None if self.bound is None else self.bound.value

    @property
    def short_by(self) -> Any:
        """How far the fact falls short, never negative, in its unit (days for dates); None where that has no sense."""
        value, limit = self.fact.value, self.limit
        if value is None or limit is None or self.fact.spec.kind not in {"number", "day"}:
            return None
        missing = limit - value if self.sign in {">=", ">"} else value - limit
        if self.fact.spec.kind == "day":
            missing = missing / _ONE_DAY
        if self.sign == "=":
            return abs(missing) if isinstance(missing, int | float) else missing.abs()
        return max(missing, 0) if isinstance(missing, int | float) else missing.clip(0)


class CombinedAnswer:
    """The truth of a question put together from others, and whether it applies; `join` makes its ways of theirs."""

    __slots__ = ("_ways", "answers", "applies", "join", "truth")

    def __init__(
        self,
        truth: Truth,
        answers: tuple[Answer, ...],
        join: Callable[[list[Ways]], Ways],
        applies: Truth = True,  # noqa: FBT002 - a third truth value
    ) -> None:
        self.truth = truth
        self.answers = answers
        self.join = join
        self.applies = applies
        self._ways: Ways | None = None

    @property
    def ways(self) -> Ways:
        """The ways to a yes, put together only when somebody reads them."""
        if self._ways is None:  # by hand: a cached_property takes a lock
            self._ways = self.join([answer.ways for answer in self.answers])
        return self._ways


def apart(ways: list[Ways]) -> Ways:
    """Keep all ways as alternatives."""
    return tuple(chain.from_iterable(ways))


def together(ways: list[Ways]) -> Ways:
    """Take a way of each, with all their tests, in every combination."""
    return tuple([tuple(chain.from_iterable(each)) for each in product(*ways)])


Answer = Test | CombinedAnswer
NOT_ASKED = CombinedAnswer(None, (), apart, applies=False)


def at_least(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is as large as the limit, or larger."""
    return Test(fact, ">=", limit)


def at_most(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is as small as the limit, or smaller; for days: not later."""
    return Test(fact, "<=", limit)


def more_than(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is larger than the limit."""
    return Test(fact, ">", limit)


def equal(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is the same as the limit, number or text."""
    return Test(fact, "=", limit)


def holds(fact: Fact) -> Answer:
    """Ask whether a fact that is yes or no is a yes."""
    return Test(fact, "is")


def either(*answers: Answer) -> Answer:
    """Ask whether any will do. The alternatives stay apart, so that a person sees each way."""
    return CombinedAnswer(disjunction(answers), answers, apart)


def both(*answers: Answer) -> Answer:
    """Ask whether all are so. What is wanted for one is wanted together with what is wanted for the others."""
    return CombinedAnswer(conjunction(answers), answers, together)


def unless(exception: Fact, answer: Answer) -> Answer:
    """Ask, unless an exception is claimed. While the exception is unknown a no is not final."""
    said = exception.value
    applies = said is not True if type(said) in _ONE_CASE else ~said.fill_null(False)  # noqa: FBT003 - null is no claim
    alternatives = (answer, holds(exception))
    return CombinedAnswer(disjunction(alternatives), alternatives, apart, applies)


def disjunction(answers: tuple[Answer, ...]) -> Truth:
    """Give Kleene's or of their truths."""
    truth: Truth = False
    for answer in answers:
        if type(answer.truth) not in _ONE_CASE:
            return reduce(operator.or_, [answer.truth for answer in answers])
        if answer.truth:
            return True
        if answer.truth is None:
            truth = None
    return truth


def conjunction(answers: tuple[Answer, ...]) -> Truth:
    """Give Kleene's and of their truths."""
    truth: Truth = True
    for answer in answers:
        if type(answer.truth) not in _ONE_CASE:
            return reduce(operator.and_, [answer.truth for answer in answers])
        if answer.truth is False:
            return False
        if answer.truth is None:
            truth = None
    return truth
