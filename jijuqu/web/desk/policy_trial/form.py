"""The form of 政策测算: a field for each dated number, as notice or draft has it unless another is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.land_trial import GAP
from jijuqu.policy.case import fits_unit
from jijuqu.policy.notices import NOTICES
from jijuqu.web.desk.fields import Day, Line
from jijuqu.web.desk.policy_trial.choice import DRAFT, OVER, read_choice
from jijuqu.web.desk.policy_trial.numbers import read, slider, written
from jijuqu.web.language import page_language
from jijuqu.words.units import UNITS, with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet
    from django.forms import BoundField
    from django.http import QueryDict

    from jijuqu.policy.parameters import Limits, Parameter
    from jijuqu.reference.models import KeptScreening
    from jijuqu.web.desk.policy_trial.numbers import Slider

# The numbers of land and count that people ask about first; all others stand folded below them.
FIRST = (
    "min_industrial_land_mu", GAP, "min_industrial_floor_m2", "max_clusters_outside_parks", "max_ancillary_land_share",
    "min_park_cluster_share", "min_single_supply_mu",
)  # fmt: skip
ON = "on"


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

    `limits` are the numbers that are there before somebody types others: see `Choice`.
    """

    def __init__(self, typed: QueryDict, day: date, screenings: QuerySet[KeptScreening]) -> None:
        self.day = max(day, NOTICES[0].first_day)
        self.choice = read_choice({name: str(typed[name]) for name in typed}, self.day, screenings)
        self.limits = self.choice.limits
        standing = {each.name: written(each.value, each.unit) for each in self.limits}
        self.said = {name: typed.get(name, "").strip() or stands for name, stands in standing.items()}
        super().__init__(self.said | {ON: day.isoformat()})
        self.strange = sorted(typed.keys() - standing.keys() - {ON, DRAFT, OVER})
        self.values: dict[str, Any] = {}
        self.fields[ON] = Day(label=gettext_lazy("测算日"))
        for each in self.limits:
            self.fields[each.name] = Line(label=each.label.say(page_language()), required=False, max_length=40)

    def clean(self) -> dict[str, Any]:
        """Read every number. What does not fit is named; what somebody asks for that the day does not have, too."""
        said = super().clean() or self.cleaned_data
        if said.get(ON) and said[ON] < self.day:
            self.add_error(ON, _("测算日不得早于通知施行之日（%(day)s）。") % {"day": self.day.isoformat()})
        for fault in self.choice.faults:
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
        if parameter.name == GAP and fits_unit("m", value) and value > parameter.value:
            widest = with_unit(parameter.value, "m", page_language())
            self.add_error(GAP, _("筛查时的间距为 %(gap)s，只能改小；要放宽，请重新筛查。") % {"gap": widest})
        elif fits_unit(parameter.unit, value):
            self.values[parameter.name] = value
        else:
            self.add_error(parameter.name, _WANTED[parameter.unit] % {"value": text})

    @property
    def address(self) -> str:
        """The query of an address that asks for the same: the day, what is chosen, and the numbers typed otherwise."""
        return urlencode({ON: self.data[ON], **self.choice.asked, **self.typed_otherwise})

    @property
    def tried(self) -> Limits:
        """The numbers that a valid form asks to be tried out."""
        return self.limits.with_values(self.values)

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
        stands = {each.name: each.value for each in self.choice.in_force}.get(parameter.name)
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
    "m": _NUMBER,
    "count": _NUMBER,
}
