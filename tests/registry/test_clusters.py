"""How clusters stand on a day, what they take, and what the database refuses."""

from datetime import date

import pytest
import shapely
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from pyproj import Transformer

from jijuqu.registry.actions import approve_cluster, end_cluster, publish_cluster
from jijuqu.registry.figures import holder_figures, park_figures
from jijuqu.registry.models import Cluster, Slot
from jijuqu.registry.queries import clusters_as_of, clusters_outside_parks, published_as_of
from tests.registry.entries import HERE, LIANGPING, a_cluster, a_park, approved, recorded, square, under_review

pytestmark = pytest.mark.django_db

RECEIVED, GRANTED = date(2022, 3, 1), date(2022, 6, 1)


def standings(day):
    return list(clusters_as_of(day).values_list("standing", flat=True))


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2022, 2, 28), []),
        (RECEIVED, ["under-review"]),
        (date(2022, 5, 31), ["under-review"]),
        (GRANTED, ["approved"]),
        (date(2023, 12, 31), ["approved"]),
        (date(2024, 1, 1), []),
    ],
)
def test_a_cluster_outside_the_parks_stands_differently_from_day_to_day(day, standing):
    cluster = under_review()
    approve_cluster(cluster, on=GRANTED, actor=None)
    end_cluster(cluster, on=date(2024, 1, 1), why="区县撤回", actor=None)

    assert standings(day) == standing


def test_a_cluster_in_a_park_is_recorded_and_takes_no_slot():
    recorded(a_park())

    assert standings(GRANTED) == ["recorded"]
    assert not Slot.objects.exists()


def test_the_public_sees_a_cluster_from_the_day_it_is_published():
    cluster = approved()
    assert not published_as_of(GRANTED).exists()

    publish_cluster(cluster, on=date(2022, 7, 1), actor=None)

    assert not published_as_of(date(2022, 6, 30)).exists()
    assert published_as_of(date(2022, 7, 1)).get() == cluster


def test_slots_are_counted_approved_and_under_review_apart():
    approved("c1")
    under_review("c2")

    assert clusters_outside_parks(LIANGPING, GRANTED) == (1, 1)
    row = next(row for row in holder_figures(GRANTED) if row.holder.code == LIANGPING)
    assert row.slots(5) == ["approved", "under-review", "free", "free", "free"]


def test_a_sixth_cluster_wants_a_reason():
    for number in range(5):
        under_review(f"c{number}")

    with pytest.raises(ValidationError, match="原则上不超过5个"):
        under_review("c6")
    assert not Cluster.objects.filter(code="c6").exists()

    under_review("c6", reason="市政府专题会议纪要")
    assert Slot.objects.get(cluster="c6").number == 6


def test_an_ended_cluster_gives_its_slot_back():
    for number in range(1, 6):
        under_review(f"c{number}")
    end_cluster(Cluster.objects.get(code="c2"), on=GRANTED, why="区县撤回", actor=None)

    under_review("c6")

    assert Slot.objects.get(cluster="c6").number == 2


def test_the_area_is_measured_on_the_ellipsoid():
    cluster = under_review(shape=square(0.004))

    plane = Transformer.from_crs(
        "EPSG:4490", f"+proj=laea +lat_0={HERE[1]} +lon_0={HERE[0]} +ellps=GRS80", always_xy=True
    )
    dense = shapely.segmentize(square(0.004), 0.00001)  # straight lines of degrees, which bend on the equal-area plane
    on_the_plane = shapely.transform(dense, plane.transform, interleaved=False)
    assert cluster.area_m2 == pytest.approx(on_the_plane.area, rel=1e-7)


def test_a_parks_share_is_that_of_the_clusters_in_it_on_the_day():
    park = a_park(industrial_land_m2=1_000_000.0)
    recorded(park, industrial_land_m2=90_000.0)

    (before,) = park_figures(date(2022, 2, 28))
    (after,) = park_figures(GRANTED)

    assert (before.share, after.share) == (0, pytest.approx(0.09))
    assert after.short_m2(0.10) == pytest.approx(10_000)
    assert after.short_m2(0.08) == 0


REFUSED = [
    ({"received_on": RECEIVED, "approved_on": date(2022, 2, 1)}, "批准日期早于收文日期"),
    ({"received_on": RECEIVED, "recorded_on": RECEIVED}, "园区内的集聚区填名录登记日期"),
    ({}, "园区内的集聚区填名录登记日期"),
    ({"received_on": RECEIVED, "industrial_land_m2": -1.0}, "工业用地面积应在零与集聚区面积之间"),
    ({"received_on": RECEIVED, "industrial_land_m2": 9e9}, "工业用地面积应在零与集聚区面积之间"),
]


@pytest.mark.parametrize(("columns", "sentence"), REFUSED)
def test_a_row_that_cannot_be_is_refused_with_a_sentence(columns, sentence):
    with pytest.raises(ValidationError, match=sentence):
        a_cluster(**columns)


def test_the_database_itself_refuses_what_goes_round_the_form():
    under_review()

    with pytest.raises(IntegrityError), transaction.atomic():
        Cluster.objects.update(approved_on=date(2000, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Cluster.objects.update(area_m2=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.update(number=6)


def test_a_bow_tie_is_refused_with_its_place():
    tie = shapely.Polygon([(107.7, 30.6), (107.71, 30.61), (107.71, 30.6), (107.7, 30.61)])

    with pytest.raises(ValueError, match=r"Self-intersection\[107\.705"):
        under_review(shape=tie)
