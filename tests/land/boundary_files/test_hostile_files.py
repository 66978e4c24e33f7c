"""Archives that climb, explode or lie, files under a false name, and files spoilt at random."""

from __future__ import annotations

import stat
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jijuqu.land.boundary_files import content, read
from jijuqu.land.parcel import UnreadableError

from .builders import ESTATE, boundary_txt, dxf, geojson, kml, packed, write_by_gdal, zipped
from .told import codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "name", ["../a.geojson", "a/../../b.geojson", "/etc/a.geojson", "..\\a.geojson", "C:/a.geojson"]
)
def test_a_path_that_climbs_out_of_the_zip_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", {"ok.geojson": geojson().encode(), name: geojson().encode()})
    assert codes(refused(path)) == ["zip_path_escapes"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.zip"]


def test_a_link_in_the_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.geojson")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert codes(refused(tmp_path / "a.zip")) == ["zip_has_link"]


def test_a_bomb_is_refused_by_what_it_states_before_it_is_unpacked(tmp_path: Path) -> None:
    assert codes(refused(zipped(tmp_path / "a.zip", {"a.geojson": b" " * 30_000_000}))) == ["zip_is_bomb"]


def test_a_bomb_that_states_a_small_size_is_not_unpacked_further(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.geojson": b" " * 5_000_000})
    data = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    assert codes(refused(written(path, data)))[0] in ("zip_broken", "file_empty", "unknown_content")


def test_very_many_small_members_are_refused(tmp_path: Path) -> None:
    assert codes(refused(zipped(tmp_path / "a.zip", {f"{at}.geojson": b"" for at in range(2_001)}))) == [
        "zip_too_large"
    ]


def test_a_zip_of_many_layers_is_put_together_in_one_pass(tmp_path: Path) -> None:
    """Comparing each of 1,900 names with each other took half a minute."""
    folder = tmp_path / "folder"
    folder.mkdir()
    write_by_gdal(folder / "layer.shp", ESTATE[:1])
    parts = {part.suffix: part.read_bytes() for part in folder.iterdir()}
    empty = {
        f"{number}.shp": parts[".shp"][:24] + (50).to_bytes(4, "big") + parts[".shp"][28:100] for number in range(1900)
    }
    sound = {f"甲/LAYER{ending.upper()}": data for ending, data in parts.items()}
    boundary = read_whole(zipped(tmp_path / "a.zip", empty | sound))
    assert [parcel.name for parcel in boundary.parcels] == ["东地块"]


def test_a_zip_of_zips_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.geojson": geojson().encode()}).read_bytes()
    assert codes(refused(zipped(tmp_path / "a.zip", {"a.geojson": inner}))) == ["zip_in_zip"]


@pytest.mark.parametrize(("members", "named"), [({}, "—"), ({"报告.docx": b"x", "图.png": b"y"}, "报告.docx, 图.png")])
def test_a_zip_without_a_boundary_file_is_refused_and_its_content_named(
    tmp_path: Path, members: dict[str, bytes], named: str
) -> None:
    (reason,) = refused(zipped(tmp_path / "a.zip", members))
    assert (reason.code, reason.values["names"]) == ("zip_has_nothing", named)


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {"a.geojson": geojson().encode()}).read_bytes())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    assert codes(refused(written(tmp_path / "b.zip", bytes(data)))) == ["zip_has_password"]


@pytest.mark.parametrize(
    ("member", "found"),
    [("[Content_Types].xml", "Excel / Word (.xlsx, .docx)"), ("a.gdb/a.gdbtable", "File Geodatabase (.gdb)")],
)
def test_zips_that_are_documents_are_called_by_their_name(tmp_path: Path, member: str, found: str) -> None:
    (reason,) = refused(zipped(tmp_path / "a.zip", {member: b"x"}))
    assert (reason.code, reason.values["found"]) == ("foreign_format", found)


def test_the_shapefile_goes_before_the_copies_in_the_same_zip(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_by_gdal(folder / "a.shp")
    written(folder / "a.geojson", geojson())
    boundary = read_whole(packed(folder, tmp_path / "a.zip"))
    assert (boundary.crs, codes(boundary.issues)) == ("EPSG:4524", ["copies_left_aside"])


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.kml", geojson()), ("a.txt", kml()), ("a.dxf", boundary_txt()), ("a.gpkg", kml())],
)
def test_a_file_under_a_false_name_is_read_by_its_content_with_an_issue(tmp_path: Path, name: str, words: str) -> None:
    boundary = read_whole(written(tmp_path / name, words))
    assert (len(boundary.parcels), codes(boundary.issues)) == (2, ["ending_misleads"])


def test_a_file_without_an_ending_misleads_nobody(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a", geojson()))
    assert (len(boundary.parcels), codes(boundary.issues)) == (2, [])


@pytest.mark.parametrize(("mark", "found"), content.FOREIGN, ids=[name for _, name in content.FOREIGN])
def test_a_file_of_another_program_is_called_by_its_name(tmp_path: Path, mark: bytes, found: str) -> None:
    (reason,) = refused(written(tmp_path / "a.shp", mark + b"\0\1\2\3" * 50))
    assert (reason.code, reason.values["found"]) == ("foreign_format", found)


@pytest.mark.parametrize("ending", ["zip", "shp", "gpkg", "geojson", "kml", "kmz", "dxf", "txt"])
def test_an_empty_file_is_refused_in_every_format(tmp_path: Path, ending: str) -> None:
    assert codes(refused(written(tmp_path / f"a.{ending}", b""))) == ["file_empty"]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert codes(refused(tmp_path / "nothing.shp")) == ["file_not_there"]
    assert codes(refused(tmp_path)) == ["is_a_folder"]


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    assert codes(refused(written(tmp_path / "a.geojson", b"[" * 13_000_000))) == ["text_too_large"]
    with (tmp_path / "b.gpkg").open("wb") as file:
        file.write(b"SQLite format 3\0")
        file.truncate(70_000_000)
    assert codes(refused(tmp_path / "b.gpkg")) == ["file_too_large"]


@pytest.fixture(scope="module")
def sound_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One small sound file of every format; a shapefile by each of its parts."""
    folder = tmp_path_factory.mktemp("sound")
    layer = write_by_gdal(folder / "layer.shp", encoding="GBK")
    files = [
        written(folder / "a.txt", boundary_txt(), "gbk"),
        written(folder / "a.geojson", geojson()),
        written(folder / "a.kml", kml()),
        zipped(folder / "a.kmz", {"doc.kml": kml().encode()}),
        dxf(folder / "a.dxf", version="R12"),
        write_by_gdal(folder / "a.gpkg"),
        layer,
        layer.with_suffix(".dbf"),
    ]
    return [*files, layer.with_suffix(".prj")]


def read_or_refuse(path: Path) -> None:
    """Read a file; the only thing that may go wrong is a refusal that can be said."""
    try:
        said = read(path).issues
    except UnreadableError as refusal:
        said = refusal.reasons
    codes(said)


SPOILS = [
    b"NaN",
    b"1e400",
    b"-",
    b"\0",
    b"\xff",
    b"1e308",
    b"[",
    b"]",
    b",",
    b"\n",
    b"<",
    b"@",
    b'"',
    b"9" * 30,
    b"HATCH",
    b"42",
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 8),
    st.floats(0, 1),
    st.one_of(st.none(), st.sampled_from(SPOILS), st.binary(max_size=8)),
    st.integers(0, 8),
)
def test_a_sound_file_spoilt_anywhere_is_read_or_refused_and_nothing_else(
    sound_files: list[Path], which: int, place: float, spoil: bytes | None, cut: int
) -> None:
    path = sound_files[which]
    sound = path.read_bytes()
    at = int(place * len(sound))
    path.write_bytes(sound[:at] if spoil is None else sound[:at] + spoil + sound[at + cut :])
    try:
        read_or_refuse(path.with_suffix(".shp") if path.suffix in (".dbf", ".prj") else path)
    finally:
        path.write_bytes(sound)


STARTS = [
    b"",
    b"PK\3\4",
    b"\0\0\x27\x0a",
    b"SQLite format 3\0",
    b"{",
    b"<kml>",
    "[地块坐标]\n".encode(),
    b"0\nSECTION\n2\nENTITIES\n",
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STARTS), st.binary(max_size=300))
@example(b"\0\0\x27\x0a", b"\0" * 200)
def test_random_bytes_after_any_beginning_are_refused(tmp_path: Path, start: bytes, rest: bytes) -> None:
    read_or_refuse(written(tmp_path / "random.bin", start + rest))
