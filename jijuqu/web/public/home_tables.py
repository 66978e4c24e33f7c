"""The tables beside the map: filtered and sorted by what stands in the address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from jijuqu.registry.models import HolderKind, LayerKind, PlanningPolygon
from jijuqu.registry.queries import layers_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from django.http import QueryDict

    from jijuqu.policy.parameters import Limits
    from jijuqu.registry.figures import HolderFigures, ParkFigures
    from jijuqu.registry.models import Cluster
    from jijuqu.tables.named import Named

COLUMNS: dict[str, tuple[Any, Callable[[HolderFigures], Any]]] = {
    "name": (_("区县"), lambda row: row.holder.code),
    "approved": (_("已批复"), lambda row: row.approved),
    "review": (_("审查中"), lambda row: row.under_review),
    "in-use": (_("名额已用"), lambda row: row.in_use),
    "parks": (_("园区"), lambda row: row.parks),
    "share": (_("园区集聚区用地占比"), lambda row: -1.0 if row.share is None else row.share),
}


@dataclass
class Column:
    """One heading: where it leads, and how the table is sorted by it now (the words of `aria-sort`)."""

    key: str
    label: Any
    address: str
    sorted: str


@dataclass
class HolderTable:
    """The quota holders whose own name, or that of a park or cluster of theirs, holds the words looked for."""

    figures: Sequence[HolderFigures]
    parks: Sequence[ParkFigures]
    clusters: Sequence[Cluster]
    asked: QueryDict
    limits: Limits
    words: str = field(init=False)
    kind: str = field(init=False)
    sort: str = field(init=False)
    descending: bool = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.asked.get("q", "").strip()
        self.kind = self.asked.get("kind", "")
        self.sort = self.asked.get("sort", "") if self.asked.get("sort") in COLUMNS else "name"
        self.descending = self.asked.get("order") == "desc"

    @property
    def rows(self) -> list[tuple[HolderFigures, list[str]]]:
        """The rows asked for with their slots, in the order asked for; equal ones stay in the order of their codes."""
        most = self.limits.max_clusters_outside_parks.value
        chosen = [row for row in self.figures if self._is_of_kind(row) and self._is_meant(row)]
        chosen.sort(key=COLUMNS[self.sort][1], reverse=self.descending)
        return [(row, row.slots(most)) for row in chosen]

    @property
    def sums(self) -> dict[str, int]:
        """How many clusters and parks there are on the day, whatever the address chooses."""
        return {
            column: sum(getattr(row, column) for row in self.figures)
            for column in ("approved", "under_review", "in_parks", "parks")
        }

    @property
    def total(self) -> int:
        """How many holders there are on the day."""
        return len(self.figures)

    @property
    def is_filtered(self) -> bool:
        """Whether the address leaves any holder out."""
        return bool(self.words) or self.kind in HolderKind.values

    @property
    def columns(self) -> list[Column]:
        """The headings, each with the address that sorts by it; numbers go from large to small first."""
        return [self._column(key) for key in COLUMNS]

    def _column(self, key: str) -> Column:
        here = key == self.sort
        turn_down = not self.descending if here else key != "name"
        asked = self.asked.copy()
        asked["sort"], asked["order"] = key, "desc" if turn_down else "asc"
        now = ("descending" if self.descending else "ascending") if here else ""
        return Column(key, COLUMNS[key][0], f"?{asked.urlencode()}#holders", now)

    def _is_of_kind(self, row: HolderFigures) -> bool:
        return self.kind not in HolderKind.values or row.holder.kind == self.kind

    def _is_meant(self, row: HolderFigures) -> bool:
        named: list[Named] = [row.holder]
        named += [each.park for each in self.parks if each.park.holder_id == row.holder.code]
        named += [each for each in self.clusters if each.holder_id == row.holder.code]
        return any(is_named(each, self.words) for each in named)


def is_named(thing: Named, words: str) -> bool:
    """Tell whether either name holds the words, whatever their case."""
    return words.casefold() in f"{thing.name_zh}\n{thing.name_en}".casefold()


def parks_like(parks: Sequence[ParkFigures], words: str, limits: Limits) -> list[tuple[ParkFigures, float]]:
    """Return the parks whose name, or whose holder's, holds the words, with the m² wanting to the notice's share."""
    least_share = limits.min_park_cluster_share.value
    meant = (each for each in parks if is_named(each.park, words) or is_named(each.park.holder, words))
    return [(each, each.short_m2(least_share)) for each in meant]


def clusters_like(clusters: Sequence[Cluster], words: str) -> list[Cluster]:
    """Return the clusters whose name, or whose holder's or park's, holds the words."""
    return [
        each
        for each in clusters
        if is_named(each, words) or is_named(each.holder, words) or (each.park and is_named(each.park, words))
    ]


def layer_figures(day: date) -> list[dict[str, Any]]:
    """Return for every kind of planning layer of a day how many deliveries and polygons there are, and their source."""
    figures = []
    for kind in LayerKind:
        layers = layers_on(day).filter(kind=kind)
        figures.append(
            {
                "kind": kind,
                "label": kind.label,
                "layers": layers.count(),
                "polygons": PlanningPolygon.objects.filter(layer__in=layers).count(),
                "sources": sorted(set(layers.values_list("source", flat=True))),
            }
        )
    return figures
