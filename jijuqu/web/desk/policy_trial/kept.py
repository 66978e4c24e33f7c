"""Trials that were kept, each with the address at which it is tried out again, and what became of what it used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from jijuqu.cases.land_trial import GAP
from jijuqu.policy.notices import NOTICES
from jijuqu.reference.models import KeptScreening, KeptTrial
from jijuqu.web.desk.policy_trial.choice import DRAFT, OVER
from jijuqu.web.desk.policy_trial.drafts import drafts
from jijuqu.web.desk.policy_trial.form import ON
from jijuqu.web.desk.policy_trial.numbers import read
from jijuqu.web.language import page_language
from jijuqu.words import population as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.policy.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept trial, what it changed in words, where it is opened again ("": nowhere), and what of it changed since."""

    trial: KeptTrial
    changed: list[str]
    address: str
    remark: str


def kept_trials() -> list[Kept]:
    """List the trials that were kept, the newest first."""
    parameters = {each.name: each for notice in NOTICES for each in notice.parameters}
    digests = {each.name: each.digest for each in drafts()}
    screenings = dict(KeptScreening.objects.values_list("digest", "pk"))
    trials = list(KeptTrial.objects.select_related("kept_by"))
    return [
        Kept(
            each,
            [_said(name, text, parameters.get(name)) for name, text in each.changed.items()],
            _address(each, digests, screenings),
            _remark(each, digests, screenings),
        )
        for each in trials
    ]


def _remark(kept: KeptTrial, drafts: Mapping[str, str], screenings: Mapping[str, int]) -> str:
    """Say what has become of the draft and the screening since the trial was kept; "" where they are the same."""
    if kept.screening and kept.screening_digest not in screenings:
        return _("所用的选址筛查已移除，不能再次打开")
    if not kept.draft or drafts.get(kept.draft) == kept.draft_digest:
        return ""
    return _("草案自保存后已改动") if kept.draft in drafts else _("草案已移走，不能再次打开")


def _said(name: str, text: str, parameter: Parameter | None) -> str:
    """Say a number that was tried; one that only a draft has is called by its name."""
    if name == GAP:
        return f"{words.GAP.say(page_language())} {with_unit(read(text, 'm'), 'm', page_language())}"
    if parameter is None:
        return f"{name} {text}"
    language = page_language()
    return f"{parameter.label.say(language)} {with_unit(read(text, parameter.unit), parameter.unit, language)}"


def _address(kept: KeptTrial, drafts: Mapping[str, str], screenings: Mapping[str, int]) -> str:
    """Give the address at which a trial is opened again; "" where what it used is gone."""
    if (kept.draft and kept.draft not in drafts) or (kept.screening and kept.screening_digest not in screenings):
        return ""
    chosen = {DRAFT: kept.draft} if kept.draft else {}
    chosen |= {OVER: str(screenings[kept.screening_digest])} if kept.screening else {}
    return f"{reverse('desk-policy-trial')}?{urlencode({ON: kept.day.isoformat()} | chosen | kept.changed)}"
