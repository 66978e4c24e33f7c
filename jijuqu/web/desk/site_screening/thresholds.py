"""The sliders of a result: least area, gap, and which district; what an address asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.web.desk.fields import Choice
from jijuqu.web.desk.policy_trial.numbers import Slider, written
from jijuqu.web.desk.site_screening.form import Number

if TYPE_CHECKING:
    from django.http import QueryDict

    from jijuqu.reference.models import KeptScreening

STEPS = 100


class Thresholds(forms.Form):
    """At which least area and gap, and in which district, groups are looked at; as screened unless somebody says."""

    min_mu = Number(label=gettext_lazy("面积下限（亩）"), min_value=0, max_value=1e9)
    gap_m = Number(label=gettext_lazy("连片容许间距（米）"), min_value=0)
    district = Choice(label=gettext_lazy("区县"), required=False)

    def __init__(self, asked: QueryDict, kept: KeptScreening, districts: list[tuple[str, str]]) -> None:
        self.kept = kept
        standing = {name: written(kept.options[name], "") for name in ("min_mu", "gap_m")}
        self.said = {name: asked.get(name, "").strip() or value for name, value in standing.items()}
        self.said["district"] = asked.get("district", "")
        super().__init__(self.said)
        self.standing = standing
        self.fields["district"].choices = [("", _("全部")), *districts]  # type: ignore[attr-defined]

    def clean_gap_m(self) -> float:
        """Refuse a gap wider than that of the screening: such pairs were not looked for."""
        gap_m: float = self.cleaned_data["gap_m"]
        if gap_m > self.kept.options["gap_m"]:
            raise forms.ValidationError(
                _("筛查时的间距为 %(gap)s 米，只能改小；要放宽，请重新筛查。") % {"gap": self.standing["gap_m"]}
            )
        return gap_m

    @property
    def address(self) -> str:
        """The query of an address that asks for the same: what differs from the screening."""
        changed = {name: value for name, value in self.said.items() if value and value != self.standing.get(name)}
        return urlencode(changed)

    @property
    def sliders(self) -> dict[str, Slider]:
        """How far the sliders go: the least area to twice its own, the gap to that of the screening."""
        return {
            name: _slider(factor * self.kept.options[name], self.said[name])
            for name, factor in (("min_mu", 2.0), ("gap_m", 1.0))
        }

    @property
    def dials(self) -> list[tuple[forms.BoundField, Slider]]:
        """The fields that have a slider, each with it."""
        return [(self[name], slider) for name, slider in self.sliders.items()]


def _slider(most: float, at: Any) -> Slider:
    most = most or 1.0
    return Slider(written(most, ""), written(most / STEPS, ""), at)
