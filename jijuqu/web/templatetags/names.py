"""Words of the pure rooms and names of codes, in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from jijuqu.procedure.roles import Role
from jijuqu.web.language import page_language
from jijuqu.words import accounts, procedure_names, records

if TYPE_CHECKING:
    from jijuqu.words.text import Text

register = template.Library()


@register.filter
def said(text: Text) -> str:
    """Say a text of the pure rooms."""
    return text.say(page_language())


@register.filter
def role_name(code: str) -> str:
    """Name a role."""
    return said(Role(code).label)


@register.filter
def act_name(code: str) -> str:
    """Name an act of the journal; one that has no name here keeps its code."""
    known = accounts.ACTS.get(code) or records.ACTS.get(code) or procedure_names.ACTS.get(code.rpartition(".")[2])
    return said(known) if known else code


@register.filter
def reason_name(code: str) -> str:
    """Say why somebody was told of something."""
    return said(accounts.REASONS[code])
