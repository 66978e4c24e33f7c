"""What a file really is, told from its first bytes and lines, and the reader for it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.archive import members, sources
from jijuqu.land.boundary_files.boundary_txt import looks_like_boundary_txt, read_boundary_txt
from jijuqu.land.boundary_files.coordinate_list import looks_like_coordinate_list, read_coordinate_list
from jijuqu.land.boundary_files.decoding import decoded
from jijuqu.land.boundary_files.geojson import read_geojson
from jijuqu.land.boundary_files.shapefile import read_shapefile
from jijuqu.land.boundary_files.survey import joined, refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.land.boundary_files.source import Source
    from jijuqu.land.boundary_files.survey import Survey

ENDINGS = {
    "zip": (".zip", ".kmz"), "shapefile": (".shp",), "geopackage": (".gpkg",), "geojson": (".geojson", ".json"),
    "kml": (".kml",), "dxf": (".dxf",), "boundary_txt": (".txt",), "coordinate_list": (".txt", ".csv"),
}
"""The formats that are read, and the endings their files usually have."""

NAMES = {
    "zip": "ZIP", "shapefile": "Shapefile", "geopackage": "GeoPackage", "geojson": "GeoJSON", "kml": "KML",
    "dxf": "DXF", "boundary_txt": "TXT", "coordinate_list": "TXT",
}

FOREIGN = (
    (b"AC10", "DWG"), (b"%PDF", "PDF"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "Word/Excel (.doc, .xls)"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"fgb\x03", "FlatGeobuf"), (b"PAR1", "Parquet"), (b"{\\rtf", "RTF"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\0\x01\0\0Standard Jet DB", "Access (.mdb)"), (b"MZ", "EXE"),
    (b"POLYGON", "WKT"), (b"MULTIPOLYGON", "WKT"), (b"!table", "MapInfo TAB"), (b"Version ", "MapInfo MIF"),
)
"""First bytes of files that people send instead, and what to call them."""


def survey_of(source: Source) -> Survey:
    """Read a file by its content; a wrong ending is an issue, an unknown content a refusal that names it."""
    kind = kind_of(source.data)
    survey = read_packed(source.data) if kind == "zip" else read_as(kind, source)
    if PurePath(source.name).suffix.lower() not in ENDINGS[kind]:
        survey.issues.append(Message("ending_misleads", {"name": source.name, "kind": NAMES[kind]}))
    return survey


def read_packed(data: bytes) -> Survey:
    """Read a zip: every layer of the best kind it carries, as one survey."""
    chosen, aside = sources(members(data))
    if any(kind_of(source.data) == "zip" for source in chosen):
        raise refusal("zip_in_zip")
    survey = joined([(source.name, survey_of(source)) for source in chosen])
    if aside:
        survey.issues.append(Message("copies_left_aside", {"read": chosen[0].name, "left": ", ".join(aside)[:200]}))
    return survey


def read_as(kind: str, source: Source) -> Survey:
    """Hand the file to the reader of its format; the rarer ones are imported only when needed."""
    match kind:
        case "shapefile":
            return read_shapefile(source)
        case "geojson":
            return read_geojson(source.data)
        case "boundary_txt":
            return read_boundary_txt(decoded(source.data))
        case _:
            return read_coordinate_list(decoded(source.data))


def kind_of(data: bytes) -> str:
    """Name the format of a file's content, one of `ENDINGS`; raises UnreadableError naming what else it is."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"\0\0\x27\x0a"):
        return "shapefile"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if foreign := next((name for mark, name in FOREIGN if data.startswith(mark)), None):
        raise refusal("foreign_format", found=foreign)
    if start.startswith((b"{", b"[{", b"[[")):
        return "geojson"
    words = decoded(data)
    if "\0" in words:
        raise refusal("unknown_content")
    if looks_like_boundary_txt(words):
        return "boundary_txt"
    if looks_like_coordinate_list(words):
        return "coordinate_list"
    raise refusal("unknown_content")
