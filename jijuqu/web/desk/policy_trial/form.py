"""The form of 政策测算: a field for each dated number, as notice or draft has it unless another is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.trial import as_drafted
from jijuqu.policy.case import fits_unit
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.policy.parameters import Limits, limits_on
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.reference.queries import limits_with_entered
from jijuqu.web.desk.fields import Day, Line
from jijuqu.web.desk.policy_trial.drafts import draft_named
from jijuqu.web.desk.policy_trial.numbers import read, slider, written
from jijuqu.web.language import page_language
from jijuqu.words.said import say
from jijuqu.words.units import UNITS, with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.forms import BoundField
    from django.http import QueryDict

    from jijuqu.policy.parameters import Parameter
    from jijuqu.web.desk.policy_trial.numbers import Slider

# The numbers of land and count that people ask about first; all others stand folded below them.
FIRST = (
    "min_industrial_land_mu", "min_industrial_floor_m2", "max_clusters_outside_parks", "max_ancillary_land_share",
    "min_park_cluster_share", "min_single_supply_mu",
)  # fmt: skip
ON, DRAFT = "on", "draft"


@dataclass(frozen=True, slots=True)
class Dial:
    """A number that may be tried otherwise: its field, its slider (none for days), and how it stands."""

    parameter: Parameter
    field: BoundField
    slider: Slider | None
    unit: str
    in_force: str
    is_changed: bool


class TrialForm(forms.Form):
    """What an address asks to be tried out, as of a day. Valid, it gives `values` by the names of the parameters.

    `in_force` are the numbers that stand; `limits` those that are there before somebody types others: the `draft`'s,
    where one is named, else the same.
    """

    def __init__(self, typed: QueryDict, day: date) -> None:
        self.day = max(day, NOTICES[0].first_day)
        self.in_force = limits_with_entered(governing(self.day), self.day)
        self.draft_faults: list[str] = []
        self.draft_name = typed.get(DRAFT, "")
        self.draft = draft_named(self.draft_name)
        self.limits = self._limits()
        standing = {each.name: written(each.value, each.unit) for each in self.limits}
        self.said = {name: typed.get(name, "").strip() or stands for name, stands in standing.items()}
        super().__init__(self.said | {ON: day.isoformat()})
        self.strange = sorted(typed.keys() - standing.keys() - {ON, DRAFT})
        self.values: dict[str, Any] = {}
        self.fields[ON] = Day(label=gettext_lazy("测算日"))
        for each in self.limits:
            self.fields[each.name] = Line(label=each.label.say(page_language()), required=False, max_length=40)

    def _limits(self) -> Limits:
        """Give the numbers of the draft, or those in force where none is named or it cannot be tried out."""
        if self.draft is None:
            if self.draft_name:
                self.draft_faults = [_("没有名为“%(name)s”的草案，或者已被移走，请另选。") % {"name": self.draft_name}]
            return self.in_force
        try:
            return limits_on(as_drafted(self.draft, governing(self.day), self.day).parameters, self.day)
        except NotAdmittedError as error:
            self.draft_faults = [say(reason, page_language()) for reason in error.reasons]
            return self.in_force

    def clean(self) -> dict[str, Any]:
        """Read every number. What does not fit is named; what somebody asks for that the day does not have, too."""
        said = super().clean() or self.cleaned_data
        if said.get(ON) and said[ON] < self.day:
            self.add_error(ON, _("测算日不得早于通知施行之日（%(day)s）。") % {"day": self.day.isoformat()})
        for fault in self.draft_faults:
            self.add_error(None, fault)
        for name in self.strange:
            self.add_error(None, _("该日的通知没有名为“%(name)s”的参数，请从地址中删去。") % {"name": name})
        for each in self.limits:
            if said.get(each.name):
                self._read(each, said[each.name])
        return said

    def _read(self, parameter: Parameter, text: str) -> None:
        try:
            value = read(text, parameter.unit)
        except ValueError:
            value = None
        if fits_unit(parameter.unit, value):
            self.values[parameter.name] = value
        else:
            self.add_error(parameter.name, _WANTED[parameter.unit] % {"value": text})

    @property
    def address(self) -> str:
        """The query of an address that asks for the same: the day, the draft, and the numbers typed otherwise."""
        draft = {DRAFT: self.draft_name} if self.draft_name else {}
        return urlencode({ON: self.data[ON]} | draft | self.typed_otherwise)

    @property
    def typed_otherwise(self) -> dict[str, str]:
        """The numbers, as typed, that differ from those of the draft or of the notice."""
        return {each.name: self.said[each.name] for each in self.limits if self._is_changed(each)}

    def _is_changed(self, parameter: Parameter) -> bool:
        typed = self.said[parameter.name]
        is_as_it_stands = typed == written(parameter.value, parameter.unit)
        return not is_as_it_stands and self.values.get(parameter.name, typed) != parameter.value

    def first(self) -> Iterator[Dial]:
        """Give the numbers that people ask about first, in that order."""
        known = {each.name: each for each in self.limits}
        return (self._dial(known[name]) for name in FIRST if name in known)

    def others(self) -> list[Dial]:
        """Give all other numbers, in the order of the notice."""
        return [self._dial(each) for each in self.limits if each.name not in FIRST]

    def _dial(self, parameter: Parameter) -> Dial:
        language, unit = page_language(), parameter.unit
        stands = {each.name: each.value for each in self.in_force}.get(parameter.name)
        return Dial(
            parameter=parameter,
            field=self[parameter.name],
            slider=slider(parameter.value, unit, self.said[parameter.name]),
            unit="%" if unit == "share" else "" if unit == "day" else UNITS[unit].say(language).strip(),
            in_force=_("尚未录入") if stands is None else with_unit(stands, unit, language),
            is_changed=self._is_changed(parameter),
        )


_NUMBER = gettext_lazy("“%(value)s”不是不小于0的数，请填如 200 的数。")
_WANTED = {
    "share": gettext_lazy("“%(value)s”不是0至100之间的百分数，请填如 10 的数。"),
    "day": gettext_lazy("“%(value)s”不是日期，请填如 2022-12-31 的日期。"),
    "mu": _NUMBER,
    "m2": _NUMBER,
    "count": _NUMBER,
}
