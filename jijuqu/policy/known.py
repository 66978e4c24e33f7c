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
_ONE_CASE = {bool, type(None)}
_ONE_DAY = datetime.timedelta(days=1)


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
    """The plainest answer: one comparison of a fact with a bound, and how it came out."""

    __slots__ = ("bound", "fact", "sign", "truth")
    applies: Truth = True

    def __init__(self, fact: Fact, sign: str, bound: Bound | None, truth: Truth) -> None:
        self.fact = fact
        self.sign = sign
        self.bound = bound
        self.truth = truth

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
    """The truth of a question put together from several, whether it applies, and the ways to a yes."""

    __slots__ = ("applies", "truth", "ways")

    def __init__(self, truth: Truth, ways: Ways, applies: Truth = True) -> None:  # noqa: FBT002 - a third truth value
        self.truth = truth
        self.ways = ways
        self.applies = applies


Answer = Test | CombinedAnswer
NOT_ASKED = CombinedAnswer(None, (), applies=False)


def at_least(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is as large as the limit, or larger."""
    return _compare(fact, ">=", operator.ge, limit)


def at_most(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is as small as the limit, or smaller; for days: not later."""
    return _compare(fact, "<=", operator.le, limit)


def more_than(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is larger than the limit."""
    return _compare(fact, ">", operator.gt, limit)


def equal(fact: Fact, limit: Bound) -> Answer:
    """Ask whether the fact is the same as the limit, number or text."""
    return _compare(fact, "=", operator.eq, limit)


def holds(fact: Fact) -> Answer:
    """Ask whether a fact that is yes or no is a yes."""
    return Test(fact, "is", None, fact.value)


def either(*answers: Answer) -> Answer:
    """Ask whether any will do. The alternatives stay apart, so that a person sees each way."""
    truth = reduce(disjunction, [answer.truth for answer in answers])
    return CombinedAnswer(truth, tuple(chain.from_iterable([answer.ways for answer in answers])))


def both(*answers: Answer) -> Answer:
    """Ask whether all are so. What is wanted for one is wanted together with what is wanted for the others."""
    truth = reduce(conjunction, [answer.truth for answer in answers])
    together = product(*[answer.ways for answer in answers])
    return CombinedAnswer(truth, tuple([tuple(chain.from_iterable(way)) for way in together]))


def unless(exception: Fact, answer: Answer) -> Answer:
    """Ask, unless an exception is claimed. While the exception is unknown a no is not final."""
    said = exception.value
    applies = said is not True if type(said) in _ONE_CASE else ~said.fill_null(False)  # noqa: FBT003 - null is no claim
    claimed = Test(exception, "is", None, said)
    return CombinedAnswer(disjunction(answer.truth, said), (*answer.ways, (claimed,)), applies)


def _compare(fact: Fact, sign: str, ask: Callable[[Any, Any], Any], bound: Bound) -> Answer:
    value, limit = fact.value, bound.value
    return Test(fact, sign, bound, None if value is None or limit is None else ask(value, limit))


def disjunction(left: Truth, right: Truth) -> Truth:
    """Give Kleene's or."""
    if type(left) in _ONE_CASE and type(right) in _ONE_CASE:
        return True if left or right else (None if left is None or right is None else False)
    return left | right


def conjunction(left: Truth, right: Truth) -> Truth:
    """Give Kleene's and."""
    if type(left) in _ONE_CASE and type(right) in _ONE_CASE:
        return False if left is False or right is False else (None if left is None or right is None else True)
    return left & right
