"""What is read from the registry, always as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, cast

import shapely
from django.db.models import Case, Q, QuerySet, Value, When

from jijuqu.registry.models import (
    Cluster,
    Demonstration,
    Park,
    PlanningLayer,
    PlanningPolygon,
    QuotaHolder,
    SampleFile,
    Slot,
)
from jijuqu.registry.models.shaped import meets_box
from jijuqu.registry.models.slot import APPROVED, UNDER_REVIEW
from jijuqu.tables.dated import in_force_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django_stubs_ext import WithAnnotations
    from shapely.geometry.base import BaseGeometry

    from jijuqu.siting.layers import LayerKind

    class Standing(TypedDict):
        """What `clusters_as_of` adds to a cluster."""

        standing: str

    class StandingThen(TypedDict):
        """What `slots_as_of` adds to a slot."""

        standing_then: str

    DatedCluster = WithAnnotations[Cluster, Standing]
    DatedSlot = WithAnnotations[Slot, StandingThen]
    Box = tuple[float, float, float, float]  # west, south, east, north in degrees, EPSG:4490

RECORDED = "recorded"  # how a cluster in a park stands; outside: APPROVED or UNDER_REVIEW


def demonstration() -> Demonstration | None:
    """Return the mark that this database is invented, or None where it is real."""
    return Demonstration.objects.first()


def holders_on(day: date) -> QuerySet[QuotaHolder]:
    """Return those who hold a quota on a day, districts first, in the order of their codes, without their outlines."""
    return QuotaHolder.objects.filter(in_force_on(day)).defer("outline_wkb")


def districts_on(day: date) -> QuerySet[QuotaHolder]:
    """Return the districts and counties of a day that have an outline."""
    return QuotaHolder.objects.filter(in_force_on(day), outline_wkb__isnull=False)


def districts_named(codes: Iterable[str]) -> QuerySet[QuotaHolder]:
    """Return the districts of these codes, whatever the day, without their outlines."""
    return QuotaHolder.objects.filter(code__in=list(codes)).defer("outline_wkb")


def parks_on(day: date) -> QuerySet[Park]:
    """Return the parks of a day with their holders."""
    return Park.objects.filter(in_force_on(day)).select_related("holder")


def layers_on(day: date) -> QuerySet[PlanningLayer]:
    """Return the deliveries of planning layers that hold on a day."""
    return PlanningLayer.objects.filter(in_force_on(day))


def clusters_as_of(day: date) -> QuerySet[DatedCluster]:
    """Return the clusters of a day, each with its `standing` then: recorded, approved or under review."""
    there = Q(recorded_on__lte=day) | Q(received_on__lte=day)
    not_over = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    standing = Case(
        When(recorded_on__lte=day, then=Value(RECORDED)),
        When(approved_on__lte=day, then=Value(APPROVED)),
        default=Value(UNDER_REVIEW),
    )
    return Cluster.objects.filter(there, not_over).annotate(standing=standing).select_related("holder", "park")


def published_as_of(day: date) -> QuerySet[DatedCluster]:
    """Return the clusters of a day that the public may see."""
    still = Q(unpublished_on__isnull=True) | Q(unpublished_on__gt=day)
    return clusters_as_of(day).filter(still, published_on__lte=day)


def layers_near(box: Box, on: date) -> Mapping[LayerKind, list[bytes]]:
    """Return the polygons (WKB, EPSG:4490) near a box of degrees by kind of layer, parks among them.

    A kind is there only where a layer speaks about the whole box: then an empty list means "none here".
    A kind that is missing is not known. The keys are those of `jijuqu check --layer`.
    """
    deliveries = [
        (code, kind, bytes(wkb))
        for code, kind, wkb in layers_on(on).filter(meets_box(box)).values_list("pk", "kind", "wkb")
    ]
    known: dict[LayerKind, list[bytes]] = {kind: [] for kind in _kinds_covering(box, deliveries)}
    near = PlanningPolygon.objects.filter(meets_box(box), layer__in=[code for code, _, _ in deliveries])
    for kind, wkb in near.values_list("layer__kind", "wkb"):
        if kind in known:
            known[kind].append(bytes(wkb))
    if parks_on(on).exists():
        known["park"] = _wkb(parks_on(on).filter(meets_box(box)))
    return known


def layer_sources(on: date) -> Mapping[str, str]:
    """Return where the layers of a day come from, by kind."""
    sources: dict[str, set[str]] = {}
    for kind, source in layers_on(on).values_list("kind", "source").distinct():
        sources.setdefault(kind, set()).add(source)
    return {kind: "；".join(sorted(each)) for kind, each in sources.items()}


def _kinds_covering(box: Box, deliveries: Iterable[tuple[str, str, bytes]]) -> list[LayerKind]:
    """Return the kinds whose deliveries (code, kind, the land it speaks about) together speak about all of the box."""
    spoken_about: dict[LayerKind, list[BaseGeometry]] = {}
    for _, kind, wkb in deliveries:
        spoken_about.setdefault(cast("LayerKind", kind), []).append(shapely.from_wkb(wkb))
    return [kind for kind, shapes in spoken_about.items() if _together_cover(shapes, shapely.box(*box))]


def _together_cover(shapes: list[BaseGeometry], wanted: BaseGeometry) -> bool:
    return bool(shapely.covers(shapes, wanted).any() or shapely.covers(shapely.union_all(shapes), wanted))


def _wkb(rows: QuerySet[Any]) -> list[bytes]:
    return [bytes(wkb) for wkb in rows.values_list("wkb", flat=True)]


def slots_as_of(day: date) -> QuerySet[DatedSlot]:
    """Return the places outside the parks in use on a day, each with its `standing` then: approved or under review."""
    in_use = Q(released_on__isnull=True) | Q(released_on__gt=day)
    standing = Case(When(approved_on__lte=day, then=Value(APPROVED)), default=Value(UNDER_REVIEW))
    return Slot.objects.filter(in_use, taken_on__lte=day).annotate(standing_then=standing)


def family_of(holder: QuotaHolder) -> QuerySet[QuotaHolder]:
    """Return a holder and all whom it succeeded."""
    return QuotaHolder.objects.filter(Q(pk=holder.pk) | Q(successor=holder.pk) | Q(successor__successor=holder.pk))


def clusters_outside_parks(holder_code: str, on: date, besides: Iterable[str] = ()) -> tuple[int, int]:
    """Return how many places outside the parks a holder has in use on a day: (approved, under review).

    What an abolished holder had counts under its successor. Places claimed by those named in `besides` do not count.
    """
    heirs = Q(holder=holder_code) | Q(holder__successor=holder_code, holder__last_day__lt=on)
    standings = list(
        slots_as_of(on).filter(heirs).exclude(claimed_by__in=besides).values_list("standing_then", flat=True)
    )
    return standings.count(APPROVED), standings.count(UNDER_REVIEW)


def bearing_the_name(name_zh: str, holder_code: str) -> QuerySet[Cluster]:
    """Return the clusters of a holder, still there, that bear a name already: lawful, but worth a warning."""
    return Cluster.objects.filter(holder=holder_code, name_zh=name_zh, ended_on__isnull=True)


def sample_files() -> QuerySet[SampleFile]:
    """Return the survey files offered for trying a check, without their contents."""
    return SampleFile.objects.defer("content")
