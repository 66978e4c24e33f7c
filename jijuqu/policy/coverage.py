"""What covers what: facts and parameters a rule asks about, tests that name it, words that no rule asks about."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jijuqu.policy.clauses import without_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jijuqu.policy.clauses import Clause
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits
    from jijuqu.policy.rule import Rule

EVERY_RULE = "*"  # the key of tests that run over all rules of a notice


class Asked(NamedTuple):
    """The names of the facts and of the parameters that a rule asks about, in the order of their declaration."""

    facts: tuple[str, ...]
    parameters: tuple[str, ...]


class _Names:
    """Stands for a value and remembers names: whatever is computed from two of them knows the names of both."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    def _with(self, other: Any) -> _Names:
        return _Names(*self.names, *(other.names if isinstance(other, _Names) else ()))

    __add__ = __radd__ = __mul__ = __and__ = __or__ = __ge__ = __le__ = __gt__ = __lt__ = _with
    __eq__ = __ne__ = _with  # type: ignore[assignment]
    __hash__ = None  # type: ignore[assignment]

    def __invert__(self) -> _Names:
        return self

    def fill_null(self, _value: Any) -> _Names:
        return self


def asked_by(rule: Rule, limits: Limits) -> Asked:
    """Find out what a rule asks about by asking it over names instead of columns."""
    named = limits.with_values({parameter.name: _Names(f"limits.{parameter.name}") for parameter in limits})
    names = rule.ask(rule.subject.over(_Names), named).truth.names
    return Asked(
        tuple(name for name in rule.subject.specs if name in names),
        tuple(parameter.name for parameter in limits if f"limits.{parameter.name}" in names),
    )


def covering_rules(notice: Notice, clause: Clause, sentence: str) -> list[Rule]:
    """Give the rules whose quote stands in a sentence of a clause."""
    words = without_space(sentence)
    return [rule for rule in notice.rules if rule.clause == clause.citation and without_space(rule.quote) in words]


def uncovered_sentences(notice: Notice) -> Iterator[tuple[str, str]]:
    """Give citation and words of every sentence, but for headings, that no rule quotes."""
    for clause in notice.clauses.values():
        for sentence in clause.sentences:
            if sentence != clause.heading and not covering_rules(notice, clause, sentence):
                yield clause.citation, sentence


def folder_of_tests() -> Path | None:
    """Give the tests of the checkout that this code runs in; None where it is installed without them."""
    folder = Path(__file__).parents[2] / "tests"
    return folder if (folder.parent / "pyproject.toml").exists() and folder.is_dir() else None


def named_in_tests(notice: Notice, folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Read which tests name which rule, as `file::test`; those over all rules stand under `EVERY_RULE`.

    A test names a rule in its own words, or by a table of its module that it uses. No fact bears the name of a rule, so
    that what is told in a test is never taken for what is asked.
    """
    found: dict[str, list[str]] = {name: [] for name in [*(rule.name for rule in notice.rules), EVERY_RULE]}
    for path in sorted(folder.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = {
            name: _words(node.value) for node in tree.body if isinstance(node, ast.Assign) for name in _targets(node)
        }
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                words = _words(node)
                words |= {word for name in words & tables.keys() for word in tables[name]}
                for name in [EVERY_RULE] if EVERY_RULE in words else found.keys() & words:
                    found[name].append(f"{path.relative_to(folder)}::{node.name}")
    return {name: tuple(tests) for name, tests in found.items()}


def _targets(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def _words(tree: ast.AST) -> set[str]:
    """Names and quoted words; going through the rules of a notice counts as naming every rule."""
    words = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            words.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words |= set(node.value.split())
        elif isinstance(node, ast.Attribute):
            words.add(EVERY_RULE if node.attr == "rules" else node.attr)
    return words
