"""Forms of the commission's part: receipt, non-acceptance, what is to be completed, the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import city
from jijuqu.cases.models import Verdict
from jijuqu.cases.standing import called, standing_of
from jijuqu.policy.rule import Consequence
from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.standing import Ground
from jijuqu.web.desk.fields import (
    Choice,
    Day,
    Words,
    clause_choices,
    cluster_choices,
    cluster_numbered,
    said_choices,
)
from jijuqu.web.language import page_language
from jijuqu.words.said import say

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.web.desk.acts.asked import About, Said

ITEM_FIELDS = ("clause", "wanted", "reason", "would_do")


class Receive(forms.Form):
    """Why a sixth place is asked for, where the district's five are taken."""

    slot_reason = Words(
        label=gettext_lazy("超出5个的特殊情况说明"),
        help_text=gettext_lazy("每个区县原则上不超过5个（二（一）2）；未超出的不填。"),
        required=False,
    )

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


def receive(said: Said, hand: Hand) -> None:
    """Register the receipt."""
    city.receive(said.case.pk, hand, slot_reason=said["slot_reason"])


class Decline(forms.Form):
    """When it came in, and on which ground it is not accepted."""

    received_on = Day(label=gettext_lazy("收到申请函的日期"))
    ground = Choice(label=gettext_lazy("不予受理的依据"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = about.today
        self.fields["ground"].choices = said_choices(Ground)  # type: ignore[attr-defined]


def decline(said: Said, hand: Hand) -> None:
    """Decline the application."""
    city.decline(said.case.pk, hand, received_on=said["received_on"], ground=Ground(said["ground"]))


class Item(forms.Form):
    """One thing to be completed: all four are wanted, or the row is left empty."""

    clause = Choice(label=gettext_lazy("条款"), choices=clause_choices, required=False)
    cluster = Choice(label=gettext_lazy("对象"), required=False)
    wanted = Words(label=gettext_lazy("需补充完善的内容"), rows=2, required=False)
    reason = Words(label=gettext_lazy("原因"), rows=2, required=False)
    would_do = Words(label=gettext_lazy("达到要求的方式"), rows=2, required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cluster"].choices = cluster_choices(about.case)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Want an item whole."""
        said = super().clean() or self.cleaned_data
        if not any(said.values()):
            return {}
        for name in ITEM_FIELDS:
            if not (said.get(name) or "").strip():
                self.add_error(name, _("请填写。"))
        return said


def request_correction(said: Said, hand: Hand) -> None:
    """Ask for everything at once."""
    items = [
        city.Wanted(
            row["clause"], row["wanted"], row["reason"], row["would_do"], cluster_numbered(said.case, row["cluster"])
        )
        for row in said.rows
    ]
    city.request_correction(said.case.pk, items, hand)


class VerdictRow(forms.Form):
    """What is decided about one cluster."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=gettext_lazy("审定结果"),
        choices=[(each.value, each.label) for each in Verdict if each.value],
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        required=False,
    )
    reason = Words(label=gettext_lazy("理由（不予同意的必填，写明条款）"), rows=2, required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = int(self["number"].value() or 0)
        cluster = cluster_numbered(about.case, str(number))
        self.title = called(cluster).say(page_language()) if cluster else ""
        self.warnings = against_approving(about, number) if cluster and not self.is_bound else []

    def clean(self) -> dict[str, Any]:
        """Want a verdict, and for a refusal its reason."""
        said = super().clean() or self.cleaned_data
        if not said.get("verdict"):
            self.add_error("verdict", _("请审定同意或者不予同意。"))
        if said.get("verdict") == Verdict.REFUSED and not said.get("reason", "").strip():
            self.add_error("reason", _("不予同意的集聚区须写明理由和所依据的条款。"))
        return said


def against_approving(about: About, number: int) -> list[str]:
    """Say what keeps a cluster from being approved as it stands."""
    standing = standing_of(about.case, Act.DECIDE, about.today, judged=lambda: about.judged, approved=[number])
    against = [each for each in (needs.NOTHING_BLOCKS, needs.DEPARTURES_ACCEPTED) if not each.met(standing)]
    clause = TRANSITIONS[Act.DECIDE].clause
    return [say(each.missing(standing, clause), page_language()) for each in against]


def clusters_to_decide(about: About) -> list[dict[str, Any]]:
    """Give a row for each cluster of the plan."""
    return [{"number": each.number} for each in about.case.clusters.all()]


def decide(said: Said, hand: Hand) -> None:
    """Decide on each cluster."""
    verdicts = {row["number"]: (Verdict(row["verdict"]), row["reason"].strip()) for row in said.rows}
    city.decide(said.case.pk, verdicts, hand)


def against_clusters(about: About) -> list[dict[str, Any]]:
    """Begin a request to complete the materials with what the check of the plan finds not met."""
    language = page_language()
    return [
        {
            "clause": finding.rule.clause,
            "cluster": str(each.cluster.number),
            "wanted": finding.rule.title.say(language),
        }
        for each in about.judged
        for finding in each.findings
        if finding.stands_against and finding.rule.consequence is Consequence.BLOCKS
    ]
