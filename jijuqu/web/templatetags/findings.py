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
def as_finding(row: Row) -> SafeString:
    """Write one finding. Those of which nothing is known are alike for every visitor and written once."""
    return _written_once(row) if row.is_blank else _written(row)


def _written(row: Row) -> SafeString:
    return render_to_string("public/check_row.html", {"row": row})


_written_once = lru_cache(maxsize=512)(_written)  # some 40 rules, two languages, told or not by the applicant
