"""The demonstration city: plausible, whole, the same every time, and marked as invented."""

import re
from itertools import chain, combinations

import pytest
import shapely

from jijuqu.demo.city import AS_OF
from jijuqu.demo.layout import lay_out
from jijuqu.demo.load import load
from jijuqu.land.measures import MU_M2
from jijuqu.policy.notices import governing
from jijuqu.registry.figures import holder_figures, park_figures
from jijuqu.registry.models import (
    Cluster,
    Demonstration,
    LayerKind,
    Park,
    ParkKind,
    PlanningLayer,
    PlanningPolygon,
    QuotaHolder,
)
from jijuqu.registry.queries import clusters_as_of, layers_near
from tests.demo.loaded import city

__all__ = ["city"]  # a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def outlines(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return {each.code: each.outline for each in QuotaHolder.objects.filter(outline_wkb__isnull=False)}


@pytest.fixture(scope="module")
def layouts(outlines):
    return lay_out(outlines)


def test_the_city_is_the_same_every_time(outlines, layouts):
    again = lay_out(outlines)

    for code, layout in layouts.items():
        assert {name: shapely.to_wkb(shape) for name, shape in layout.boundaries.items()} == {
            name: shapely.to_wkb(shape) for name, shape in again[code].boundaries.items()
        }
        assert {kind: shapely.to_wkb(shapes).tolist() for kind, shapes in layout.layers.items()} == {
            kind: shapely.to_wkb(shapes).tolist() for kind, shapes in again[code].layers.items()
        }


def test_everything_lies_in_its_district_and_is_valid(layouts):
    for code, layout in layouts.items():
        shapes = [*layout.ranges.values(), *layout.boundaries.values(), *chain(*layout.layers.values())]
        assert shapely.is_valid(shapes).all(), code
        assert shapely.covers(layout.outline.buffer(1e-9), shapes).all(), code


def test_clusters_outside_lie_outside_every_park_on_planned_land_clear_of_what_forbids(layouts):
    for layout in layouts.values():
        layers = {kind: shapely.union_all(shapes) for kind, shapes in layout.layers.items()}
        parks = shapely.union_all(list(layout.ranges.values()))
        for name, boundary in layout.boundaries.items():
            assert layers["urban-boundary"].covers(boundary), name
            assert boundary.difference(layers["planned-industrial"]).area < 1e-9, name
            assert boundary.disjoint(layers["eco-redline"]), name
            assert boundary.disjoint(layers["farmland"]), name
            assert parks.covers(boundary) or parks.disjoint(boundary), name


def test_boundaries_look_surveyed_and_do_not_overlap(layouts):
    boundaries = [shape for layout in layouts.values() for shape in layout.boundaries.values()]

    for shape in boundaries:
        assert len(shape.exterior.coords) >= 15
        assert shape.area / shape.minimum_rotated_rectangle.area < 0.99
    assert not any(one.intersects(other) for one, other in combinations(boundaries, 2))


def test_it_has_parks_of_every_kind_and_clusters_over_and_near_the_threshold(city):
    assert set(Park.objects.values_list("kind", flat=True)) == set(ParkKind.values)
    assert Park.objects.count() == 12
    land_mu = [area / MU_M2 for area in Cluster.objects.filter(park=None).values_list("industrial_land_m2", flat=True)]
    least = governing(AS_OF).limits(AS_OF).min_industrial_land_mu.value
    assert any(least <= mu < least * 1.005 for mu in land_mu)
    assert any(mu < least for mu in land_mu)
    assert any(mu > least * 1.1 for mu in land_mu)


def test_one_district_has_used_all_its_slots_and_parks_stand_on_both_sides_of_the_share(city):
    limits = governing(AS_OF).limits(AS_OF)

    assert max(row.in_use for row in holder_figures(AS_OF)) == limits.max_clusters_outside_parks.value
    shares = [park.share for park in park_figures(AS_OF)]
    assert min(shares) < limits.min_park_cluster_share.value <= max(shares)
    assert set(clusters_as_of(AS_OF).values_list("standing", flat=True)) == {"approved", "under-review", "recorded"}


def test_names_follow_the_rule_and_firms_say_that_they_are_invented(city):
    for cluster in Cluster.objects.select_related("holder"):
        assert cluster.name_zh == f"{cluster.holder.name_zh.removesuffix('管委会')}{cluster.industry_zh}中小企业集聚区"
        assert re.fullmatch("演示.*（虚构）", cluster.operator)
        assert re.fullmatch("演示.*（虚构）", cluster.builder)
    assert all(park.name_zh.startswith("演示") for park in Park.objects.all())
    assert all("虚构" in layer.source for layer in PlanningLayer.objects.all())


def test_in_a_district_of_the_city_every_layer_is_known_and_elsewhere_only_the_parks(city):
    assert set(layers_near((107.58, 30.6, 107.59, 30.61), AS_OF)) == {"park", *LayerKind.values}
    assert set(layers_near((108.69, 31.87, 108.7, 31.88), AS_OF)) == {"park"}


def test_loading_twice_changes_nothing(city):
    before = PlanningPolygon.objects.count()

    assert load() is False
    assert PlanningPolygon.objects.count() == before
    assert Demonstration.objects.get().as_of == AS_OF
