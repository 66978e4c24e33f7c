"""Requests that htmx makes for a part of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks, to put the answer into a page that is shown already."""
    return bool(request.htmx)  # type: ignore[attr-defined]  # set by django-htmx, which has no types
