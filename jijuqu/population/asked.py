"""One rule asked of a table: a column each for whether it applies, whether it is met, and by how much not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.policy.rule import Outcome
from jijuqu.population.columns import as_expression, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.policy.fact_specs import Facts, Kind
    from jijuqu.policy.known import Answer, Test
    from jijuqu.policy.parameters import Limits
    from jijuqu.policy.rule import Rule


CODES = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)


class Asked:
    """What a rule says of each row, as expressions.

    `applies` (None: to every row) and `met` are true, false or null, for not yet known; where a rule does not apply
    `met` is null.
    """

    __slots__ = ("answer", "applies", "kind", "met", "rule", "tests", "unit")

    def __init__(self, rule: Rule, facts: Facts, limits: Limits) -> None:
        self.rule = rule
        self.answer: Answer = rule.over_columns(facts, limits)
        self.applies: nw.Expr | None = None if self.answer.applies is True else self.answer.applies
        truth: nw.Expr = self.answer.truth
        self.met = truth if self.applies is None else nw.when(self.applies).then(truth)
        self.tests: tuple[Test, ...] = self.answer.ways[0]
        measured = {(test.fact.spec.kind, test.fact.spec.unit) for test in self.tests if test.bound is not None}
        assert len(measured) <= 1, f"{rule.name} measures in several units: {measured}"  # noqa: S101
        self.kind: Kind = next(iter(measured), ("yes_no", ""))[0]
        self.unit = next(iter(measured), ("yes_no", ""))[1]

    @property
    def is_measured(self) -> bool:
        """True for a rule that holds something against a limit, be it a number, a day or words."""
        return self.kind != "yes_no"

    @property
    def value(self) -> nw.Expr:
        """What is held against the limit, of the test that a reader looks at first (`Finding.main_test`)."""
        return self._of_main_test(lambda test: test.fact.value, self.kind)

    @property
    def limit(self) -> nw.Expr:
        """The limit of that test, of the kind of the value."""
        return self._of_main_test(lambda test: test.limit, self.kind)

    @property
    def short_by(self) -> nw.Expr:
        """How far the value falls short, never negative, in its unit (days for days); null for words."""
        return self._of_main_test(lambda test: test.short_by, "number")

    @property
    def code(self) -> nw.Expr:
        """The finding as a number: its place in CODES, for comparing many quickly."""
        known = nw.when(self.met).then(nw.lit(0)).when(~self.met).then(nw.lit(1)).otherwise(nw.lit(2))
        return known if self.applies is None else nw.when(~self.applies).then(nw.lit(3)).otherwise(known)

    @property
    def outcome(self) -> nw.Expr:
        """The finding as a word of `Outcome`; bulk runs know no written reasons, so nothing is excepted."""
        words = [nw.lit(outcome.value) for outcome in CODES]
        known = nw.when(self.met).then(words[0]).when(~self.met).then(words[1]).otherwise(words[2])
        return known if self.applies is None else nw.when(~self.applies).then(words[3]).otherwise(known)

    @property
    def is_open(self) -> nw.Expr:
        """True where the rule applies, or may apply, and whether it is met is not yet known."""
        if self.applies is None:
            return self.met.is_null()
        return self.met.is_null() & self.applies.fill_null(True)  # noqa: FBT003 - it may apply

    def known_outcomes(self) -> dict[Outcome, nw.Expr]:
        """Give a yes for each outcome but the one not yet known."""
        known = {Outcome.MET: self.met, Outcome.NOT_MET: ~self.met}
        return known if self.applies is None else known | {Outcome.NOT_APPLICABLE: ~self.applies}

    def _of_main_test(self, pick: Callable[[Test], Any], kind: Kind) -> nw.Expr:
        """Of the first alternative's tests take the first that is not a plain yes, else the first of all."""
        picked = [as_expression(unknown(kind) if (own := pick(test)) is None else own, kind) for test in self.tests]
        chosen = picked[0]
        if len(picked) > 1:
            for test, own in reversed(list(zip(self.tests, picked, strict=True))):
                is_yes = test.truth.fill_null(False)  # noqa: FBT003 - not yet known is no yes
                chosen = nw.when(is_yes).then(chosen).otherwise(own)
        return chosen
