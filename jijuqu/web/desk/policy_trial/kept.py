"""Trials that were kept, each with the address at which it is tried out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from jijuqu.policy.notices import NOTICES
from jijuqu.reference.models import KeptTrial
from jijuqu.web.desk.policy_trial.form import ON
from jijuqu.web.desk.policy_trial.numbers import read
from jijuqu.web.language import page_language
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.policy.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept trial, what it changed in words, and where it is opened again."""

    trial: KeptTrial
    changed: list[str]
    address: str


def kept_trials() -> list[Kept]:
    """List the trials that were kept, the newest first."""
    parameters = {each.name: each for notice in NOTICES for each in notice.parameters}
    return [
        Kept(each, _changed(each, parameters), _address(each)) for each in KeptTrial.objects.select_related("kept_by")
    ]


def _changed(kept: KeptTrial, parameters: Mapping[str, Parameter]) -> list[str]:
    language, said = page_language(), []
    for name, text in kept.changed.items():
        parameter = parameters[name]
        value = with_unit(read(text, parameter.unit), parameter.unit, language)
        said.append(f"{parameter.label.say(language)} {value}")
    return said


def _address(kept: KeptTrial) -> str:
    return f"{reverse('desk-policy-trial')}?{urlencode({ON: kept.day.isoformat()} | kept.changed)}"
