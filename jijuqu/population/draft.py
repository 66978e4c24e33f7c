"""A draft of a notice as a folder: its numbers, and its rules where somebody trusts them.

`parameters.toml` is data, read as that of a notice: numbers it does not name stay as they are. `rules.py` (or a package
`rules`) is Python that names its rules in RULES, and runs with all the powers of the person who runs the command: it is
loaded only when that person says so. The quotes of these rules are looked up in `text.txt`, where there is one.
"""

from __future__ import annotations

import datetime
import difflib
import importlib.util
import itertools
import sys
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jijuqu.policy.case import fits_unit
from jijuqu.policy.clauses import clauses, without_space
from jijuqu.policy.parameters import limits_on, read_parameters
from jijuqu.policy.rule import Rule
from jijuqu.population.dated_limits import with_unknown_as_columns
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.table import columns_of
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits, Parameter

PARAMETERS, RULES, TEXT = "parameters.toml", "rules", "text.txt"
_numbers = itertools.count(1)  # every draft is a module of its own


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice as drafted, under the name of its folder; its dated numbers; what was noticed while reading it."""

    notice: Notice
    parameters: tuple[Parameter, ...]
    issues: tuple[Message, ...]


def read_draft(
    folder: Path, notice: Notice, standing: Sequence[Parameter], on: datetime.date, *, run_rules: bool = False
) -> Draft:
    """Read a draft of what may come after a notice and its `standing` numbers, entered ones among them.

    Its own numbers are tried out on every day, begun or not. `on` is a day to try its rules out by.

    Raises NotAdmittedError where the folder is no draft, or holds rules and `run_rules` does not say to trust them.
    """
    rules_file = next((file for file in (folder / "rules.py", folder / RULES / "__init__.py") if file.exists()), None)
    if not (folder / PARAMETERS).exists() and rules_file is None:
        raise NotAdmittedError([Message("draft_empty", {"folder": folder})])
    if rules_file is not None and not run_rules:
        raise NotAdmittedError([Message("draft_has_rules", {"path": rules_file})])
    parameters = _parameters(folder / PARAMETERS, standing, may_be_new=rules_file is not None)
    drafted = replace(notice, number=folder.resolve().name)
    if rules_file is None:
        return Draft(drafted, parameters, ())
    rules = _load(rules_file)
    _try_out(rules, limits_on(parameters, on))
    issues = tuple(_not_quoted(rules, folder / TEXT)) if (folder / TEXT).exists() else ()
    return Draft(replace(drafted, folder=folder, rules=rules), parameters, issues)


def _parameters(path: Path, standing: Sequence[Parameter], *, may_be_new: bool) -> tuple[Parameter, ...]:
    """Give the standing numbers with those of the draft in their place."""
    if not path.exists():
        return tuple(standing)
    try:
        drafted = read_parameters(path)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, TypeError, AttributeError) as error:
        raise NotAdmittedError([Message("draft_not_toml", {"path": path, "reason": error})]) from error
    except KeyError as error:
        raise NotAdmittedError([Message("draft_lacks_key", {"path": path, "key": error.args[0]})]) from error
    entries: dict[str, list[Parameter]] = {}
    for each in drafted:
        entries.setdefault(each.name, []).append(each)
    known = {parameter.name for parameter in standing}
    faults = [] if may_be_new else [_unknown(name, known) for name in entries if name not in known]
    faults += [
        Message("parameter_unfit", {"name": each.name, "value": each.value, "unit": each.unit})
        for each in drafted
        if each.value is not None and not fits_unit(each.unit, each.value)
    ]
    if faults:
        raise NotAdmittedError(faults)
    kept = (parameter for parameter in standing if parameter.name not in entries)
    return (*kept, *(each for dated in entries.values() for each in _on_every_day(dated)))


def _unknown(name: str, known: Collection[str]) -> Message:
    near = difflib.get_close_matches(name, known, n=1) or sorted(known)
    return Message("parameter_unknown", {"name": name, "near": ", ".join(near)})


def _on_every_day(entries: Sequence[Parameter]) -> Iterator[Parameter]:
    """Let the first value hold before its first day and the last one after its last."""
    for entry in entries:
        first_day = datetime.date.min if entry is entries[0] else entry.first_day
        yield replace(entry, first_day=first_day, last_day=None if entry is entries[-1] else entry.last_day)


def _load(path: Path) -> tuple[Rule, ...]:
    name = f"jijuqu_draft_{next(_numbers)}"
    inside = [str(path.parent)] if path.name == "__init__.py" else None
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=inside)
    assert spec is not None and spec.loader is not None, path  # noqa: S101, PT018 - a file that exists
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
        rules: Any = vars(module).get("RULES")
    except (Exception, SystemExit) as error:  # whatever a draft may do
        del sys.modules[name]
        raise NotAdmittedError([Message("draft_rules_fail", {"path": path, "reason": _reason(error)})]) from error
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        raise NotAdmittedError([Message("draft_without_rules", {"path": path})])
    return tuple(rules)


def _try_out(rules: Sequence[Rule], limits: Limits) -> None:
    """Ask every rule of columns once, so that one that cannot be asked is told by its name."""
    numbers = with_unknown_as_columns(limits)
    for rule in rules:
        try:
            rule.over_columns(columns_of(rule.subject), numbers)
        except Exception as error:  # whatever a draft may do
            reason = {"rule": rule.name, "reason": _reason(error)}
            raise NotAdmittedError([Message("draft_rule_fails", reason)]) from error


def _not_quoted(rules: Sequence[Rule], path: Path) -> Iterator[Message]:
    found = clauses(path.read_text(encoding="utf-8-sig"))
    for rule in rules:
        clause = found.get(rule.clause)
        if clause is None or without_space(rule.quote) not in without_space(clause.text):
            yield Message("draft_misquotes", {"rule": rule.name, "clause": rule.clause})


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
