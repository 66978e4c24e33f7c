"""Which clusters go into a file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from jijuqu.registry.queries import clusters_as_of, published_as_of

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.registry.queries import DatedCluster


class Which(StrEnum):
    """Clusters by whether the public may see them."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    ALL = "all"


def chosen_clusters(which: Which, day: date) -> list[DatedCluster]:
    """Return the clusters of a day with holder, park and papers, in the order of their codes."""
    published = Q(pk__in=published_as_of(day).values("pk"))
    condition = {Which.PUBLISHED: published, Which.UNPUBLISHED: ~published, Which.ALL: Q()}[which]
    return list(clusters_as_of(day).filter(condition).select_related("reply", "evidence"))
