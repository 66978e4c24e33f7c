"""What an address chooses before any number: the notice or a draft, and what it is tried out upon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jijuqu.cases.land_trial import LAND, limits_on_land
from jijuqu.cases.trial import as_drafted
from jijuqu.policy.notices import governing
from jijuqu.policy.parameters import Limits, limits_on
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.reference.queries import limits_with_entered
from jijuqu.web.desk.policy_trial.drafts import draft_named
from jijuqu.web.language import page_language
from jijuqu.words.said import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet

    from jijuqu.population.laid_drafts import LaidDraft
    from jijuqu.reference.models import KeptScreening

DRAFT, OVER = "draft", "over"


@dataclass(frozen=True, slots=True)
class Choice:
    """A draft (None: the notice as it stands), a screening (None: what is on record), and the numbers of both.

    `in_force` are the numbers that stand, `limits` those of the draft; `faults` say what of it cannot be had. `asked`
    is what of this the address names.
    """

    asked: Mapping[str, str]
    draft: LaidDraft | None
    over: KeptScreening | None
    in_force: Limits
    limits: Limits
    faults: tuple[str, ...]


def read_choice(typed: Mapping[str, str], day: date, screenings: QuerySet[KeptScreening]) -> Choice:
    """Read what an address chooses; `screenings` are those that may be chosen among."""
    asked = {name: typed[name] for name in (DRAFT, OVER) if typed.get(name)}
    draft, over, faults = draft_named(asked.get(DRAFT, "")), _screening(asked.get(OVER, ""), screenings), []
    if DRAFT in asked and draft is None:
        faults.append(_("没有名为“%(name)s”的草案，或者已被移走，请另选。") % {"name": asked[DRAFT]})
    if OVER in asked and over is None:
        faults.append(_("没有这次选址筛查，或者已被移除，请另选。"))
    in_force = limits_with_entered(governing(day), day)
    limits = in_force
    try:
        limits = limits_on(as_drafted(draft, governing(day), day).parameters, day) if draft else in_force
    except NotAdmittedError as error:
        faults += [say(reason, page_language()) for reason in error.reasons]
    if over is not None and getattr(limits, LAND).value is None:
        faults.append(_("草案没有给出工业用地下限，不能在选址筛查上测算。"))
    if over is not None:
        in_force, limits = limits_on_land(in_force, over), limits_on_land(limits, over)
    return Choice(asked, draft, over, in_force, limits, tuple(faults))


def _screening(key: str, screenings: QuerySet[KeptScreening]) -> KeptScreening | None:
    return screenings.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
