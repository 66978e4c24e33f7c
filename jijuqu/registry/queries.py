"""What is read from the registry, always as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

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
from jijuqu.tables.named import in_page_language

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


def holder_names(day: date) -> list[tuple[str, str]]:
    """Return code and name, in the language of the page, of those who hold a quota on a day."""
    rows = holders_on(day).values_list("code", "name_zh", "name_en")
    return [(code, in_page_language(name_zh, name_en)) for code, name_zh, name_en in rows]


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


class RecordedLayer(NamedTuple):
    """The polygons of one kind of layer near a place (WKB, EPSG:4490), and where they come from."""

    shapes: list[bytes]
    source: str


def recorded_layers(box: Box, on: date) -> Mapping[LayerKind, RecordedLayer]:
    """Return what is on record near a box of degrees by kind of layer, parks among them (their `source` is empty).

    A kind is there only where a layer speaks about the whole box: then no shapes means "none here".
    A kind that is missing is not known. The keys are those of `jijuqu check --layer`.
    """
    deliveries: dict[LayerKind, list[PlanningLayer]] = {}
    for each in layers_on(on).filter(meets_box(box)).only("kind", "source", "wkb"):
        deliveries.setdefault(cast("LayerKind", each.kind), []).append(each)
    layers = {
        kind: RecordedLayer([], "；".join(sorted({each.source for each in of_kind})))
        for kind, of_kind in deliveries.items()
        if _together_cover([each.geometry for each in of_kind], shapely.box(*box))
    }
    kind_of = {each.code: kind for kind, of_kind in deliveries.items() for each in of_kind if kind in layers}
    polygons = PlanningPolygon.objects.filter(meets_box(box), layer__in=list(kind_of))
    for code, wkb in polygons.values_list("layer_id", "wkb"):
        layers[kind_of[code]].shapes.append(bytes(wkb))
    parks = [bytes(wkb) for wkb in parks_on(on).filter(meets_box(box)).values_list("wkb", flat=True)]
    if parks or parks_on(on).exists():
        layers["park"] = RecordedLayer(parks, "")
    return layers


def kinds_on_record(on: date) -> set[str]:
    """Return the kinds of layer that are on record on a day, "park" among them, wherever they speak about."""
    return set(layers_on(on).values_list("kind", flat=True)) | ({"park"} if parks_on(on).exists() else set())


def shapes_on_record(kind: str, on: date) -> list[bytes]:
    """Return all polygons (WKB, EPSG:4490) of a kind of layer on a day."""
    if kind == "park":
        return [bytes(wkb) for wkb in parks_on(on).values_list("wkb", flat=True)]
    polygons = PlanningPolygon.objects.filter(layer__in=layers_on(on).filter(kind=kind))
    return [bytes(wkb) for wkb in polygons.values_list("wkb", flat=True)]


def speaks_of(kind: str, box: Box, on: date) -> bool:
    """Tell whether the layers of a kind speak about the whole of a box; parks are on record everywhere."""
    deliveries = layers_on(on).filter(meets_box(box), kind=kind).only("wkb")
    return kind == "park" or _together_cover([each.geometry for each in deliveries], shapely.box(*box))


def layers_near(box: Box, on: date) -> Mapping[LayerKind, list[bytes]]:
    """Return the polygons of `recorded_layers` alone."""
    return {kind: layer.shapes for kind, layer in recorded_layers(box, on).items()}


def _together_cover(shapes: list[BaseGeometry], wanted: BaseGeometry) -> bool:
    return bool(shapely.covers(shapes, wanted).any() or shapely.covers(shapely.union_all(shapes), wanted))


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
    places = slots_as_of(on).filter(heirs).exclude(claimed_by__in=besides)
    standings = list(places.values_list("standing_then", flat=True))
    return standings.count(APPROVED), standings.count(UNDER_REVIEW)


def bearing_the_name(name_zh: str, holder_code: str) -> QuerySet[Cluster]:
    """Return the clusters of a holder, still there, that bear a name already: lawful, but worth a warning."""
    return Cluster.objects.filter(holder=holder_code, name_zh=name_zh, ended_on__isnull=True)


def sample_files() -> QuerySet[SampleFile]:
    """Return the survey files offered for trying a check, without their contents."""
    return SampleFile.objects.defer("content")
