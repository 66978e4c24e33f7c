"""KML and KMZ from map programs, and XML that means harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .builders import kml, zipped
from .told import codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path

RING = "<LinearRing><coordinates>107,29,5 107.01,29,5 107.01,29.01,5 107,29,5</coordinates></LinearRing>"
POLYGON = f"<Polygon><outerBoundaryIs>{RING}</outerBoundaryIs></Polygon>"


def document(inside: str) -> str:
    return f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{inside}</Document></kml>'


def test_parts_of_a_placemark_are_one_plot_and_lines_are_left_out(tmp_path: Path) -> None:
    second = POLYGON.replace("107", "108")
    two = f"<Placemark><MultiGeometry>{POLYGON}{second}</MultiGeometry></Placemark>"
    line = "<Placemark><LineString><coordinates>107,29 108,30</coordinates></LineString></Placemark>"
    boundary = read_whole(written(tmp_path / "a.kml", document(two + line)))
    assert (len(boundary.parcels), boundary.parcels[0].surveyed.geom_type) == (1, "MultiPolygon")
    assert codes(boundary.issues) == ["features_left_out"]


def test_gbk_and_a_prefix_are_understood(tmp_path: Path) -> None:
    words = kml().replace('encoding="UTF-8"', 'encoding="GBK"')
    assert read_whole(written(tmp_path / "a.kml", words, "gbk")).parcels[0].name == "东地块"
    prefixed = '<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark>' + POLYGON.replace("<", "<k:").replace(
        "<k:/", "</k:"
    )
    assert len(read_whole(written(tmp_path / "b.kml", prefixed + "</k:Placemark></k:kml>")).parcels) == 1


def test_schema_columns_are_read(tmp_path: Path) -> None:
    data = '<ExtendedData><SchemaData><SimpleData name="DLBM">0601</SimpleData></SchemaData></ExtendedData>'
    (parcel,) = read_whole(written(tmp_path / "a.kml", document(f"<Placemark>{data}{POLYGON}</Placemark>"))).parcels
    assert parcel.use_code == "0601"


def test_links_to_other_documents_are_not_followed_but_said(tmp_path: Path) -> None:
    link = "<NetworkLink><Link><href>http://example.com/a.kml</href></Link></NetworkLink>"
    assert codes(refused(written(tmp_path / "a.kml", document(link)))) == ["no_plots", "links_not_followed"]


BOMB = '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FETCH = '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, FETCH, "<!DOCTYPE kml>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_any_entity(tmp_path: Path, doctype: str, encoding: str) -> None:
    words = doctype + document(f"<Placemark><name>&a;</name>{POLYGON}</Placemark>")
    assert codes(refused(written(tmp_path / "a.kml", words, encoding))) == ["xml_has_doctype"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (kml()[:-30], "xml_broken"),
        (document("<Folder>" * 1_000_000), "nested_too_deep"),
        (document("<Placemark><Polygon></Polygon></Placemark>"), "feature_broken"),
        (document(f"<Placemark>{POLYGON.replace('107.01,29,5', '107.01')}</Placemark>"), "feature_broken"),
        (document(f"<Placemark>{POLYGON.replace('107.01,29,5', 'x,y')}</Placemark>"), "feature_broken"),
        (document(f"<Placemark>{POLYGON.replace('107.01,29,5', 'nan,29')}</Placemark>"), "coordinate_absurd"),
        (document(f"<Placemark>{POLYGON.replace('107.01,29,5', '1e308,29')}</Placemark>"), "coordinate_absurd"),
        (document(f"<Placemark>{POLYGON.replace('107.01,29,5', '1,2 ' * 300_000)}</Placemark>"), "too_many_vertices"),
        ("<gml:FeatureCollection/>", "foreign_format"),
        ("<html></html>", "foreign_format"),
        ("<", "foreign_format"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_broken_documents_are_refused(tmp_path: Path, words: str, code: str) -> None:
    assert codes(refused(written(tmp_path / "a.kml", words)))[0] == code


def test_a_kmz_is_a_zip_with_a_kml(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.kmz", {"files/icon.png": b"\x89PNG", "doc.kml": kml().encode()})
    assert len(read_whole(path).parcels) == 2
