"""What the pages of the desk show again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms, template

from jijuqu.cases import standing
from jijuqu.procedure.opinions import Stance
from jijuqu.web.desk.menu import desk_bar
from jijuqu.web.language import page_language
from jijuqu.words.population import RULE_CHANGES
from jijuqu.words.said import say
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from django.forms import BoundField

    from jijuqu.cases.models import PlannedCluster
    from jijuqu.population.changes import Change, RuleChange
    from jijuqu.words.text import Message, Text

register = template.Library()
register.filter("desk_bar", desk_bar)


@register.filter
def said(text: Text) -> str:
    """Say a text in the language of the page."""
    return text.say(page_language())


@register.filter
def told(message: Message) -> str:
    """Say a message in the language of the page."""
    return say(message, page_language())


@register.filter
def before_and_after(change: Change) -> str:
    """Say a number as it stands and as it is tried out."""
    unit, language = change.parameter.unit, page_language()
    return f"{with_unit(change.before, unit, language)} → {with_unit(change.after, unit, language)}"


@register.filter
def kind_of_change(change: RuleChange) -> str:
    """Say whether a draft adds, drops or rewrites a rule."""
    return RULE_CHANGES[change.kind].say(page_language())


@register.filter
def stance(code: str) -> str:
    """Say how a department stands, by the code of its stance."""
    return Stance(code).label.say(page_language())


@register.filter
def called(cluster: PlannedCluster) -> str:
    """Say what a cluster of a plan is called."""
    return standing.called(cluster).say(page_language())


@register.filter
def is_group(field: BoundField) -> bool:
    """Tell whether a field is several boxes or buttons under one name."""
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


@register.filter
def is_tick(field: BoundField) -> bool:
    """Tell whether a field is a single box to tick."""
    return isinstance(field.field.widget, forms.CheckboxInput)
