"""Findings as HTML."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from jijuqu.web.public.check_findings import Row

register = template.Library()


@register.filter
@lru_cache(maxsize=512)  # some 40 rules in two languages
def as_finding(row: Row) -> SafeString:
    """Write a finding of which nothing is known: it is alike for every visitor, so it is written once."""
    return render_to_string("public/check_row.html", {"row": row})
