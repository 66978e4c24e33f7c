"""Forms of acts that may be done at any time: exceptions accepted, time limits extended, the planning EIA."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import departures, drafting, running
from jijuqu.cases.queries import precedents
from jijuqu.web.desk.fields import Day, Line, RowChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from jijuqu.accounts.permissions import Reach
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Departure
    from jijuqu.web.desk.acts.asked import About, Said


class Extend(forms.Form):
    """By how many working days."""

    days = forms.IntegerField(
        label=gettext_lazy("延长（工作日）"), widget=forms.NumberInput(attrs={"class": "form-control"})
    )

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


def extend(said: Said, hand: Hand) -> None:
    """Extend the running clock."""
    running.extend(said.case.pk, said["days"], hand)


class AcceptException(forms.Form):
    """Which departure, and who answers for it."""

    departure = RowChoice(label=gettext_lazy("特殊情况说明"))
    accepted_by = Line(label=gettext_lazy("认可人"), max_length=40, help_text=gettext_lazy("对此负责的人的姓名。"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        level = about.case.position.side
        open_ = [
            each
            for each in about.case.departures.all()
            if level not in {acceptance.level for acceptance in each.acceptances.all()}
        ]
        self.fields["departure"].offer((each, f"{each.clause} {each.justification}") for each in open_)  # type: ignore[attr-defined]
        self.fields["departure"].help_text = _before(open_, about.powers.reach)
        self.fields["accepted_by"].initial = "" if about.on_paper else about.person.name


def _before(open_: Sequence[Departure], theirs: Reach) -> SafeString:
    """Say how often a departure from the same rules was accepted before, and lead to the register."""
    before = precedents(theirs, (each.rule for each in open_))
    register, words = reverse("desk-departures"), _("%(clause)s 已有 %(count)s 件先例")
    links = (
        (f"{register}?rule={rule}&accepted=1", words % {"clause": clause, "count": before[rule]})
        for rule, clause in {each.rule: each.clause for each in open_}.items()
    )
    return format_html_join(_("；"), '<a href="{}" target="_blank">{}</a>', links)


def accept_exception(said: Said, hand: Hand) -> None:
    """Accept it."""
    departures.accept_departure(said["departure"], said["accepted_by"], hand)


class Eia(forms.Form):
    """When the report went to the district's ecology department, and when it was reviewed."""

    sent_on = Day(label=gettext_lazy("环境影响报告书报送日期"))
    reviewed_on = Day(label=gettext_lazy("审查日期"), required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sent_on"].initial = about.case.eia_sent_on
        self.fields["reviewed_on"].initial = about.case.eia_reviewed_on

    def clean(self) -> dict[str, Any]:
        """Want the days in order."""
        said = super().clean() or self.cleaned_data
        sent, reviewed = said.get("sent_on"), said.get("reviewed_on")
        if sent and reviewed and reviewed < sent:
            self.add_error("reviewed_on", _("规划环评审查日期早于报送日期，请核对两个日期。"))
        return said


def record_eia(said: Said, hand: Hand) -> None:
    """Record how far the EIA is."""
    drafting.report_eia(said.case.pk, hand, sent_on=said["sent_on"], reviewed_on=said["reviewed_on"])
