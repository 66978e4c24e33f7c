"""Forms of what a district states and explains: facts with evidence, exceptions, answers to corrections."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import city, departures, drafting
from jijuqu.cases.facts import MAY_BE_STATED
from jijuqu.cases.standing import is_departure
from jijuqu.policy.facts import SINGLE_SUBJECTS
from jijuqu.policy.notices import NOTICES
from jijuqu.policy.rule import Consequence
from jijuqu.web.desk.fields import Choice, Line, RowChoice, Words, cluster_choices, cluster_numbered
from jijuqu.web.language import page_language
from jijuqu.words.units import UNITS

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import CorrectionItem
    from jijuqu.policy.fact_specs import FactSpec
    from jijuqu.web.desk.acts.asked import About, Said

SPECS = {name: spec for cls in SINGLE_SUBJECTS for name, spec in cls.specs.items() if name in MAY_BE_STATED}
YES, NO = {"是", "yes", "y", "true"}, {"否", "no", "n", "false"}


class Fact(forms.Form):
    """What is stated, of what, its value, and the evidence."""

    fact = Choice(label=gettext_lazy("申报事项"))
    cluster = Choice(label=gettext_lazy("对象"), required=False)
    value = Line(
        label=gettext_lazy("申报值"), help_text=gettext_lazy("数值按事项后注明的单位填写；是非事项填“是”或“否”。")
    )
    evidence = RowChoice(label=gettext_lazy("依据"), required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        choices = [(name, f"{spec.clause} {spec.label.say(language)}{_unit(spec)}") for name, spec in SPECS.items()]
        self.fields["fact"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]
        self.fields["cluster"].choices = cluster_choices(about.case)  # type: ignore[attr-defined]
        files = [each for each in about.case.files.all() if each.removed_at is None]
        self.fields["evidence"].offer(((each, each.name) for each in files), empty=_("未附依据"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the value as the fact wants it."""
        said = super().clean() or self.cleaned_data
        if said.get("fact") and said.get("value"):
            try:
                said["value"] = read_value(SPECS[said["fact"]], said["value"].strip())
            except ValueError:
                self.add_error("value", _("申报值与事项不符：数值填数字，是非填“是”或“否”，日期填 2022-03-01 的样式。"))
        return said


def _unit(spec: FactSpec) -> str:
    if spec.unit in UNITS:
        return f"（{UNITS[spec.unit].say(page_language()).strip()}）"
    return "（0—1）" if spec.unit == "share" else ""


def read_value(spec: FactSpec, words: str) -> Any:
    """Turn typed words into a value of the fact's kind; a day as ISO text. Raises ValueError."""
    match spec.kind:
        case "number":
            return float(words.replace(",", "").replace("，", ""))
        case "yes_no":
            if words.lower() in YES | NO:
                return words.lower() in YES
            raise ValueError(words)
        case "day":
            return datetime.date.fromisoformat(words).isoformat()
        case _:
            return words


def state_fact(said: Said, hand: Hand) -> None:
    """State it."""
    cluster = cluster_numbered(said.case, said["cluster"])
    drafting.state_fact(said.case.pk, said["fact"], said["value"], hand, cluster=cluster, evidence=said["evidence"])


class Justification(forms.Form):
    """Which rule in principle is departed from, by which cluster, and why."""

    rule = Choice(label=gettext_lazy("未达到“原则上”要求的条款"))
    cluster = Choice(label=gettext_lazy("对象"), required=False)
    justification = Words(label=gettext_lazy("特殊情况和理由"), rows=5)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        departed = {f.rule.name for each in about.judged for f in each.findings if is_departure(f)}
        rules = [each for each in NOTICES[0].rules if each.consequence is Consequence.ASKS_REASON]
        rules.sort(key=lambda each: each.name not in departed)
        self.fields["rule"].choices = [(each.name, f"{each.clause} {each.title.say(language)}") for each in rules]  # type: ignore[attr-defined]
        self.fields["cluster"].choices = cluster_choices(about.case)  # type: ignore[attr-defined]


def justify(said: Said, hand: Hand) -> None:
    """Justify it in writing."""
    cluster = cluster_numbered(said.case, said["cluster"])
    departures.justify(said.case.pk, said["rule"], said["justification"], hand, cluster)


class ItemAnswer(forms.Form):
    """One thing that was to be completed, and how it was."""

    item = forms.IntegerField(widget=forms.HiddenInput)
    answer = Words(label=gettext_lazy("答复"), rows=2, required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item = open_items(about).get(str(self["item"].value()))
        self.title = f"{item.clause} {item.wanted}" if item else ""


def open_items(about: About) -> dict[str, CorrectionItem]:
    """Give what is to be completed now, by key."""
    running = [each for each in about.case.corrections.all() if each.answered_on is None]
    return {str(item.pk): item for correction in running for item in correction.items.all()}


def items_to_answer(about: About) -> list[dict[str, Any]]:
    """Give a row for each."""
    return [{"item": item.pk, "answer": item.answer} for item in open_items(about).values()]


def answer_items(said: Said, hand: Hand) -> None:
    """Answer each that was spoken of."""
    there = open_items(said.about)
    for row in said.rows:
        item = there.get(str(row["item"]))
        if item and row["answer"].strip() and row["answer"] != item.answer:
            city.answer_item(item, row["answer"], hand)
            hand = dataclasses.replace(hand, seen=None)


class FileToWithdraw(forms.Form):
    """Which file is taken off the list."""

    file = RowChoice(label=gettext_lazy("文件"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        files = [each for each in about.case.files.all() if each.removed_at is None]
        self.fields["file"].offer((each, f"{each.get_kind_display()} {each.name}") for each in files)  # type: ignore[attr-defined]


def withdraw_file(said: Said, hand: Hand) -> None:
    """Take it off the list."""
    drafting.withdraw_file(said["file"], hand)
