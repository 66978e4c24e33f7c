"""The drafts that may be tried out: those that lie in the data folder, each with what differs from the notice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from jijuqu.cases.trial import as_drafted
from jijuqu.policy.notices import governing
from jijuqu.policy.parameters import limits_on
from jijuqu.population.changes import changes, rule_changes
from jijuqu.population.laid_drafts import laid_drafts
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.reference.queries import limits_with_entered

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.population.changes import Change, RuleChange
    from jijuqu.population.laid_drafts import LaidDraft
    from jijuqu.words.text import Message


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft with what it changes; or, where it cannot be read, with the reasons. `issues` do not hinder a trial."""

    name: str
    numbers: list[Change]
    rules: list[RuleChange]
    issues: tuple[Message, ...] = ()
    faults: tuple[Message, ...] = ()


def drafts_folder() -> Path:
    """Return the folder in which drafts are laid."""
    return Path(settings.DRAFTS)


def drafts() -> list[LaidDraft]:
    """List the drafts that lie there."""
    return laid_drafts(drafts_folder())


def draft_named(name: str) -> LaidDraft | None:
    """Find a draft by its name; None where there is none such."""
    return next((each for each in drafts() if each.name == name), None)


def shown_drafts(day: date) -> list[ShownDraft]:
    """List the drafts with what differs from the notice that governs a day."""
    return [_shown(each, day) for each in drafts()]


def _shown(laid: LaidDraft, day: date) -> ShownDraft:
    notice = governing(day)
    try:
        draft = as_drafted(laid, notice, day)
    except NotAdmittedError as error:
        return ShownDraft(laid.name, [], [], faults=error.reasons)
    numbers = list(changes(limits_with_entered(notice, day), limits_on(draft.parameters, day)))
    return ShownDraft(laid.name, numbers, rule_changes(notice, draft.notice), issues=draft.issues)
