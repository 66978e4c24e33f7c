"""Forms of the district's own decision and of its application."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import district, experts
from jijuqu.cases.tasks import latest_panel
from jijuqu.procedure.experts import Verdict
from jijuqu.web.desk.fields import Words

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.web.desk.acts.asked import About, Said


class Submit(forms.Form):
    """What was changed as the experts asked, where they passed the plan with changes."""

    changes = Words(
        label=gettext_lazy("按专家评审意见修改的情况"),
        help_text=gettext_lazy("专家评审结论为“修改后通过”，请说明已作的修改。"),
    )

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        panel = latest_panel(about.case)
        if panel is None or panel.verdict != Verdict.PASS_WITH_CHANGES:
            del self.fields["changes"]
        else:
            self.fields["changes"].initial = panel.changes_made


def submit(said: Said, hand: Hand) -> None:
    """Put the plan before the district; state first what was changed as the experts asked."""
    panel = latest_panel(said.case)
    if panel and (changes := said.fields.get("changes", "")) and changes != panel.changes_made:
        experts.record_changes(panel, changes, hand)
        hand = dataclasses.replace(hand, seen=None)
    district.submit_to_district(said.case.pk, hand)
