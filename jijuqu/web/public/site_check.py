"""The whole check of one plot: measured land, what was told, and the records together, against the notice of a day."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from jijuqu.policy.case import read_case
from jijuqu.policy.notices import governing
from jijuqu.reference.queries import limits_with_entered
from jijuqu.registry.queries import (
    clusters_as_of,
    clusters_outside_parks,
    demonstration,
    recorded_layers,
    slots_as_of,
)
from jijuqu.siting.child import examine_in_child, held_against_in_child
from jijuqu.siting.facts import site_facts
from jijuqu.siting.held_against import held_against
from jijuqu.siting.layers import LAYER_KINDS, LayerShapes
from jijuqu.siting.limits import WALL_S

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits
    from jijuqu.policy.rule import Finding
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.siting.industrial import Declaration
    from jijuqu.siting.land import Land
    from jijuqu.siting.layers import LayerKind

LIGHT_BYTES = 120_000  # some 7,500 corners
LEAST_S = 0.3  # what the comparison with layers gets however long the examination took


@dataclass(frozen=True, slots=True)
class Told:
    """What the visitor said, apart from the plot. `facts` stand under the names of `policy.facts`."""

    on: datetime.date
    crs: str | None = None
    gap_m: float = 0.0
    in_park: bool = False
    industrial: Declaration = None
    applicant: QuotaHolder | None = None
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """The findings of one plot, with all that they rest on.

    `recorded` are the facts that come from the records, `layers` the planning polygons near the plot (WKB, EPSG:4490)
    by kind, `sources` where the layers come from; `is_invented` where records and layers are the demonstration's.
    """

    told: Told
    notice: Notice
    limits: Limits
    land: Land
    layers: Mapping[LayerKind, list[bytes]]
    sources: Mapping[str, str]
    is_invented: bool
    recorded: Mapping[str, int]
    findings: list[Finding]

    @property
    def in_force(self) -> bool:
        """Whether the day lies within the notice's life."""
        return self.notice.in_force(self.told.on)


def check_site(plot: Path, told: Told) -> SiteCheck:
    """Read and measure a plot, hold it against the records, and ask every rule of it.

    Raises UnreadableError for a plot that cannot be used, NotGovernedError for a day without a notice, FactsError for
    facts that cannot be.
    """
    notice, started = governing(told.on), time.monotonic()
    land = examine_in_child(plot, crs=told.crs, gap_m=told.gap_m, industrial=told.industrial)
    on_record = recorded_layers(land.bbox, told.on)
    layers = {kind: on_record[kind].shapes for kind in LAYER_KINDS if kind in on_record}
    shapes = {kind: LayerShapes(tuple(polygons)) for kind, polygons in layers.items()}
    if _is_light(land, layers):
        land = held_against(land, shapes)
    else:
        left_s = max(WALL_S - (time.monotonic() - started), LEAST_S)
        land = held_against_in_child(land, shapes, name=plot.name, within_s=left_s)
    recorded = _recorded(told.applicant, told.on)
    case, limits = read_case(
        {**told.facts, **_names(told.applicant)},
        {**site_facts(land, in_park=told.in_park), **recorded},
        in_park=told.in_park, on=told.on, notice=notice, limits=limits_with_entered(notice, told.on),
    )  # fmt: skip
    return SiteCheck(
        told, notice, limits, land, layers, {kind: layer.source for kind, layer in on_record.items()},
        demonstration() is not None, recorded, notice.check(case, limits),
    )  # fmt: skip


def _is_light(land: Land, layers: Mapping[LayerKind, list[bytes]]) -> bool:
    """Tell whether holding the land, read and found valid, against the layers takes less time than a child process."""
    parcels = (parcel.wkb for parcel in land.parcels)
    return sum(map(len, chain(parcels, *layers.values()))) < LIGHT_BYTES


def _recorded(applicant: QuotaHolder | None, on: datetime.date) -> dict[str, int]:
    """Count the applicant's clusters; records without a single cluster or place say nothing of anybody."""
    if applicant is None:
        return {}
    approved, under_review = clusters_outside_parks(applicant.code, on)
    if not (approved or under_review or slots_as_of(on).exists() or clusters_as_of(on).exists()):
        return {}
    return {"other_clusters_approved": approved, "other_clusters_under_review": under_review}


def _names(applicant: QuotaHolder | None) -> dict[str, str]:
    """Give the applicant's name as it stands in the name of a cluster (二（三）6)."""
    return {"district_name": applicant.name_in_clusters} if applicant else {}
