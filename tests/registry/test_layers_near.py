"""What a plot check gets to hold land against: known to be there, known to be absent, or not known."""

from datetime import date

import pytest
import shapely

from jijuqu.registry.models import LayerKind
from jijuqu.registry.queries import layers_near
from tests.registry.entries import a_layer, a_park, square

pytestmark = pytest.mark.django_db
DAY = date(2022, 9, 15)
BOX = square(0.004).bounds


def test_nothing_is_known_where_no_layer_was_entered():
    assert layers_near(BOX, DAY) == {}


def test_a_layer_that_speaks_about_the_place_gives_its_polygons_there():
    field, far_field = square(0.002), square(0.002, east=0.1)
    a_layer(LayerKind.FARMLAND, square(0.2), field, far_field)

    assert [shapely.from_wkb(wkb) for wkb in layers_near(BOX, DAY)["farmland"]] == [field]


def test_a_layer_without_a_polygon_here_says_that_there_is_none():
    a_layer(LayerKind.ECO_REDLINE, square(0.2))

    assert layers_near(BOX, DAY) == {"eco-redline": []}


def test_a_layer_that_covers_the_place_only_in_part_leaves_it_unknown():
    a_layer(LayerKind.ECO_REDLINE, square(0.002))

    assert "eco-redline" not in layers_near(BOX, DAY)


def test_two_deliveries_may_cover_a_place_together():
    a_layer(LayerKind.ECO_REDLINE, shapely.box(107.6, 30.5, 107.702, 30.7), code="west")
    assert "eco-redline" not in layers_near(BOX, DAY)

    a_layer(LayerKind.ECO_REDLINE, shapely.box(107.702, 30.5, 107.8, 30.7), code="east")
    assert layers_near(BOX, DAY) == {"eco-redline": []}


def test_a_layer_counts_only_on_its_days():
    a_layer(LayerKind.FARMLAND, square(0.2), first_day=date(2022, 1, 1), last_day=date(2022, 9, 14))

    assert "farmland" in layers_near(BOX, date(2022, 9, 14))
    assert "farmland" not in layers_near(BOX, DAY)


def test_parks_are_known_once_any_is_entered():
    park = a_park(shape=square(0.004, east=1))
    assert layers_near(BOX, DAY) == {"park": []}

    assert layers_near(park.geometry.bounds, DAY)["park"] == [shapely.to_wkb(park.geometry)]
