"""The sample survey files: read by our own reader, and doing what they say."""

import pytest
import shapely

from jijuqu.demo.layout import free_land
from jijuqu.demo.samples import complying_txt, short_txt
from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.boundary_files import read
from jijuqu.land.measures import MU_M2


@pytest.fixture
def opened(tmp_path):
    def open_(content):
        path = tmp_path / "sample.txt"
        path.write_bytes(content)
        return read(path)

    return open_


def industrial_mu(boundary):
    return sum(geodesic_area_m2(each.polygon) for each in boundary.parcels if each.use_code == "0601") / MU_M2


def test_the_complying_file_is_in_zone_36_in_gbk_with_a_hole(opened):
    boundary = opened(complying_txt())

    assert boundary.crs == "EPSG:4524"
    assert boundary.issues == ()
    assert [each.name for each in boundary.parcels] == ["演示一号地块", "演示配套地块"]
    assert [len(each.polygon.interiors) for each in boundary.parcels] == [1, 0]
    assert "演示测绘有限公司（虚构）" in complying_txt().decode("gbk")


def test_the_complying_land_is_in_one_piece_large_enough_and_on_planned_land(opened):
    boundary = opened(complying_txt())
    works, homes = (each.polygon for each in boundary.parcels)

    assert industrial_mu(boundary) > 200
    assert works.distance(homes) < 1e-8
    assert free_land().buffer(1e-8).covers(shapely.union(works, homes))


def test_the_other_file_lies_apart_and_is_short_of_land(opened):
    boundary = opened(short_txt())
    one, other = (each.polygon for each in boundary.parcels)

    assert industrial_mu(boundary) < 200
    assert 1e-4 < one.distance(other) < 5e-4
