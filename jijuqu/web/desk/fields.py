"""Fields of the desk's forms: days, choices of rows, clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.standing import called
from jijuqu.policy.notices import NOTICES
from jijuqu.procedure.opinions import Stance
from jijuqu.web.language import page_language
from jijuqu.web.widgets import PlainSelect
from jijuqu.words.procedure_names import THE_WHOLE_PLAN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

    from jijuqu.cases.models import Case, PlannedCluster


TEXT_FAULTS: dict[str, str | _StrPromise] = {
    "max_length": _("最多 %(limit_value)d 个字，现有 %(show_value)d 个，请压缩。"),
    "null_characters_not_allowed": _("文字中有看不见的控制字符，请删去后重新填写。"),
}


class Day(forms.DateField):
    """A calendar day."""

    default_error_messages = {"invalid": _("没有这一天，请按“2022-09-15”的样式填写。")}  # noqa: RUF012 - as Django has it

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"}), **kwargs
        )


class Line(forms.CharField):
    """One line of text."""

    default_error_messages = TEXT_FAULTS

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"class": "form-control"}), **kwargs)


class TypedAgain(Line):
    """Words to be typed again, to show that what cannot be taken back is meant."""

    def __init__(self, words: str, **kwargs: Any) -> None:
        wanted = _("此项办理不能撤销。请输入“%(words)s”以确认。") % {"words": words}
        super().__init__(label=_("确认"), help_text=wanted, error_messages={"required": wanted}, **kwargs)
        self.words = words

    def clean(self, value: Any) -> str:
        """Want the very words."""
        typed: str = super().clean(value)
        if typed != self.words:
            raise forms.ValidationError(_("与“%(words)s”不一致，请核对后重新输入。") % {"words": self.words})
        return typed


class Words(forms.CharField):
    """Some sentences."""

    default_error_messages = TEXT_FAULTS

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"class": "form-control", "rows": rows}), **kwargs)


class Choice(forms.ChoiceField):
    """One of several, chosen from a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PlainSelect(attrs={"class": "form-select"}), **kwargs)


class OneOf(forms.ChoiceField):
    """One of a few, all in sight."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.RadioSelect(attrs={"class": "form-check-input"}), **kwargs)


class SomeOf(forms.MultipleChoiceField):
    """Any of several, all in sight."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}), **kwargs)


class RowChoice(forms.Field):
    """One row of several, chosen from a list and given back itself; a single one is chosen already."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PlainSelect(attrs={"class": "form-select"}), **kwargs)
        self.rows: dict[str, Any] = {}

    def offer(self, rows: Iterable[tuple[Any, str]], *, empty: str = "") -> None:
        """Set the rows to choose from, each with what it is called; `empty` is what choosing none is called."""
        named = [(str(row.pk), label, row) for row, label in rows]
        self.rows = {key: row for key, _label, row in named}
        none = [("", empty or _("请选择"))] if empty or len(named) != 1 or not self.required else []
        self.widget.choices = [*none, *((key, label) for key, label, _row in named)]

    def clean(self, value: Any) -> Any:
        """Give the row of a key. Raises ValidationError for one that is not offered."""
        self.validate(value)
        if value in self.empty_values:
            return None
        if str(value) not in self.rows:
            raise forms.ValidationError(_("所选的一项已不在可选范围内，请重新选择。"), code="gone")
        return self.rows[str(value)]


def said_choices(members: Iterable[Any]) -> list[tuple[str, str]]:
    """Give the choices of an enumeration whose members carry a label in both languages."""
    language = page_language()
    return [(each.value, each.label.say(language)) for each in members]


def stance_choices() -> list[tuple[str, str]]:
    """Give the stances of a department."""
    return said_choices(Stance)


def clause_choices() -> list[tuple[str, str]]:
    """Give the clauses of the notice by citation and title; first of all none."""
    notice = NOTICES[0]
    said = notice.clauses if page_language() == "zh" else notice.translation
    return [("", "—"), *((citation, f"{citation} {said[citation].title}".strip()) for citation in notice.clauses)]


def cluster_choices(case: Case) -> list[tuple[str, str]]:
    """Give the plan as a whole, and each of its clusters by number."""
    language = page_language()
    clusters = [(str(each.number), called(each).say(language)) for each in case.clusters.all()]
    return [("", THE_WHOLE_PLAN.say(language)), *clusters]


def cluster_numbered(case: Case, number: str) -> PlannedCluster | None:
    """Give the cluster of a choice, None for the plan as a whole."""
    return next((each for each in case.clusters.all() if str(each.number) == number), None)
