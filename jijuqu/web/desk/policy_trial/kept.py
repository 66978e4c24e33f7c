"""Trials that were kept, each with the address at which it is tried out again, and what became of its draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from jijuqu.policy.notices import NOTICES
from jijuqu.reference.models import KeptTrial
from jijuqu.web.desk.policy_trial.drafts import drafts
from jijuqu.web.desk.policy_trial.form import DRAFT, ON
from jijuqu.web.desk.policy_trial.numbers import read
from jijuqu.web.language import page_language
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.policy.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept trial, what it changed in words, where it is opened again ("": nowhere), and what became of its draft."""

    trial: KeptTrial
    changed: list[str]
    address: str
    remark: str


def kept_trials() -> list[Kept]:
    """List the trials that were kept, the newest first."""
    parameters = {each.name: each for notice in NOTICES for each in notice.parameters}
    digests = {each.name: each.digest for each in drafts()}
    return [_kept(each, parameters, digests) for each in KeptTrial.objects.select_related("kept_by")]


def _kept(kept: KeptTrial, parameters: Mapping[str, Parameter], digests: Mapping[str, str]) -> Kept:
    is_gone = kept.draft != "" and kept.draft not in digests
    return Kept(
        kept,
        [_said(name, text, parameters.get(name)) for name, text in kept.changed.items()],
        "" if is_gone else _address(kept),
        _remark(kept, digests),
    )


def _remark(kept: KeptTrial, digests: Mapping[str, str]) -> str:
    """Say what has become of the draft since the trial was kept; "" where it is the same."""
    if not kept.draft or digests.get(kept.draft) == kept.draft_digest:
        return ""
    return _("草案自保存后已改动") if kept.draft in digests else _("草案已移走，不能再次打开")


def _said(name: str, text: str, parameter: Parameter | None) -> str:
    """Say a number that was tried; one that only a draft has is called by its name."""
    if parameter is None:
        return f"{name} {text}"
    language = page_language()
    return f"{parameter.label.say(language)} {with_unit(read(text, parameter.unit), parameter.unit, language)}"


def _address(kept: KeptTrial) -> str:
    draft = {DRAFT: kept.draft} if kept.draft else {}
    return f"{reverse('desk-policy-trial')}?{urlencode({ON: kept.day.isoformat()} | draft | kept.changed)}"
