"""The same land in every format is the same land."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest
import shapely

from .builders import ESTATE, in_every_format
from .told import CGCS2000, area_m2, codes, read_whole

SHARED = Path(__file__).parents[3] / ".." / "shared"
RIGIS = SHARED / "data" / "rigis_industry.zip"
needs_rigis = pytest.mark.skipif(not RIGIS.exists(), reason="the folder of shared data does not lie beside the project")


@pytest.fixture(scope="module")
def estate_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return in_every_format(tmp_path_factory.mktemp("estate"))


FORMATS = ("txt", "geojson", "kml", "kmz", "dxf", "gpkg", "shp", "zip")


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_land_has_the_same_area_in_every_format(estate_files: dict[str, Path], kind: str) -> None:
    standard = area_m2(read_whole(estate_files["gpkg"]))
    assert standard == pytest.approx(sum(land.shape.area for land in ESTATE), rel=2e-3)
    assert area_m2(read_whole(estate_files[kind])) == pytest.approx(standard, rel=1e-8)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_plot_is_read_with_its_hole(estate_files: dict[str, Path], kind: str) -> None:
    parcels = read_whole(estate_files[kind]).parcels
    assert [parcel.number for parcel in parcels] == [1, 2]
    assert [len(parcel.polygon.interiors) for parcel in parcels] == [1, 0]


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "dxf"])
def test_number_name_and_use_are_found_in_every_format_that_has_columns(
    estate_files: dict[str, Path], kind: str
) -> None:
    parcels = read_whole(estate_files[kind]).parcels
    assert [(parcel.id, parcel.name, parcel.use_code) for parcel in parcels] == [
        ("A-1", "东地块", "0601"),
        ("A-2", "西地块", "1001"),
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_coordinate_system_is_the_file_s_own(estate_files: dict[str, Path], kind: str) -> None:
    own = "EPSG:4326" if kind in ("geojson", "kml", "kmz") else "EPSG:4524"
    assert read_whole(estate_files[kind]).crs == own


@pytest.mark.parametrize("kind", FORMATS)
def test_shells_run_against_the_clock_so_that_signed_areas_are_right(estate_files: dict[str, Path], kind: str) -> None:
    assert all(parcel.polygon.exterior.is_ccw for parcel in read_whole(estate_files[kind]).parcels)


@needs_rigis
def test_a_real_layer_of_338_plots_in_feet_is_read_as_gdal_reads_it() -> None:
    boundary = read_whole(RIGIS)
    _, _, shapes, _ = pyogrio.raw.read(f"/vsizip/{RIGIS.resolve()}/industry.shp")
    assert boundary.crs == "EPSG:3438"
    assert codes(boundary.issues) == ["copies_left_aside"]
    assert len(boundary.parcels) == len(shapes) == 338
    for parcel, shape in zip(boundary.parcels, shapely.from_wkb(shapes), strict=True):
        assert shapely.equals(parcel.surveyed, shape)


@needs_rigis
def test_the_real_layer_lies_where_it_is() -> None:
    bounds = [bound for parcel in read_whole(RIGIS).parcels for bound in parcel.polygon.bounds[:2]]
    assert all(-72 < west < -71 for west in bounds[::2])
    assert all(41 < south < 42.1 for south in bounds[1::2])


@pytest.mark.parametrize("driver", ["gpkg", "geojson", "shp"])
def test_parts_and_heights_written_by_gdal_are_read(tmp_path: Path, driver: str) -> None:
    parts = shapely.MultiPolygon([shapely.box(107, 29, 107.01, 29.01), shapely.box(107.02, 29, 107.03, 29.01)])
    path = tmp_path / f"parts.{driver}"
    heights = shapely.to_wkb([shapely.force_3d(parts, 250)], output_dimension=3)
    pyogrio.raw.write(path, heights, [], [], geometry_type="MultiPolygon Z", crs="EPSG:4490")
    (parcel,) = read_whole(path).parcels
    assert parcel.surveyed.geom_type == "MultiPolygon"
    assert not parcel.surveyed.has_z
    assert shapely.equals(parcel.surveyed, parts)
    assert CGCS2000.geometry_area_perimeter(parcel.polygon)[0] > 0
