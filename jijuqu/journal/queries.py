"""Reads of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.journal.models import Event

if TYPE_CHECKING:
    from django.db.models import QuerySet


def history(subject: str) -> QuerySet[Event]:
    """Return the events of one subject, "case:12", from first to last, with actor and paper at hand."""
    return Event.objects.filter(subject=subject).select_related("actor", "paper").order_by("number")
