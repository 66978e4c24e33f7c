"""What a file really is, told from its first bytes and lines, and the reader for it."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.archive import members, sources
from jijuqu.land.boundary_files.boundary_txt import looks_like_boundary_txt, read_boundary_txt
from jijuqu.land.boundary_files.coordinate_list import looks_like_coordinate_list, read_coordinate_list
from jijuqu.land.boundary_files.decoding import decoded
from jijuqu.land.boundary_files.dxf import read_dxf
from jijuqu.land.boundary_files.geojson import read_geojson
from jijuqu.land.boundary_files.geopackage import read_geopackage
from jijuqu.land.boundary_files.kml import read_kml
from jijuqu.land.boundary_files.shapefile import read_shapefile
from jijuqu.land.boundary_files.survey import joined, refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.land.boundary_files.source import Source
    from jijuqu.land.boundary_files.survey import Survey

ENDINGS = {
    "zip": (".zip", ".kmz"),
    "shapefile": (".shp",),
    "geopackage": (".gpkg",),
    "geojson": (".geojson", ".json"),
    "kml": (".kml",),
    "dxf": (".dxf",),
    "boundary_txt": (".txt",),
    "coordinate_list": (".txt", ".csv"),
}
"""The formats that are read, and the endings their files usually have."""

NAMES = {
    "zip": "ZIP",
    "shapefile": "Shapefile",
    "geopackage": "GeoPackage",
    "geojson": "GeoJSON",
    "kml": "KML",
    "dxf": "DXF",
    "boundary_txt": "TXT",
    "coordinate_list": "TXT",
}

READERS: dict[str, Callable[[Source], Survey]] = {
    "shapefile": read_shapefile,
    "geopackage": lambda source: read_geopackage(source.data),
    "geojson": lambda source: read_geojson(decoded(source.data)),
    "kml": lambda source: read_kml(decoded(source.data)),
    "dxf": lambda source: read_dxf(source.data),
    "boundary_txt": lambda source: read_boundary_txt(decoded(source.data)),
    "coordinate_list": lambda source: read_coordinate_list(decoded(source.data)),
}

DXF_START = re.compile(rb"(?:\s*999\r?\n[^\n]*\n)*\s*0\s*\r?\n\s*SECTION\s")
"""A DXF file begins with group 0, SECTION; groups 999 are comments."""

XML_ROOT = re.compile(r"<(?:[\w.-]{1,50}:)?(\w[\w.-]{0,50})")
"""The first element's name, without its prefix."""

FOREIGN = (
    (b"AC10", "DWG"),
    (b"%PDF", "PDF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "Word/Excel (.doc, .xls)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"fgb\x03", "FlatGeobuf"),
    (b"PAR1", "Parquet"),
    (b"{\\rtf", "RTF"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\0\x01\0\0Standard Jet DB", "Access (.mdb)"),
    (b"MZ", "EXE"),
    (b"POLYGON", "WKT"),
    (b"MULTIPOLYGON", "WKT"),
    (b"!table", "MapInfo TAB"),
    (b"Version ", "MapInfo MIF"),
)
"""First bytes of files that people send instead, and what to call them."""


def survey_of(source: Source) -> Survey:
    """Read a file by its content; a wrong ending is an issue, an unknown content a refusal that names it."""
    kind = kind_of(source.data)
    survey = read_packed(source.data) if kind == "zip" else READERS[kind](source)
    ending = PurePath(source.name).suffix.lower()
    if ending and ending not in ENDINGS[kind]:
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


def kind_of(data: bytes) -> str:
    """Name the format of a file's content, one of `ENDINGS`; raises UnreadableError naming what else it is."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"\0\0\x27\x0a"):
        return "shapefile"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if foreign := next((name for mark, name in FOREIGN if data.startswith(mark)), None):
        raise refusal("foreign_format", found=foreign)
    if data.startswith(b"SQLite format 3\0"):
        return "geopackage"
    if start.startswith((b"{", b"[{", b"[[")):
        return "geojson"
    if DXF_START.match(start) or data.startswith(b"AutoCAD Binary DXF"):
        return "dxf"
    return kind_of_words(decoded(data))


def kind_of_words(words: str) -> str:
    """Name the format of a text that is neither JSON nor DXF."""
    if "\0" in words:
        raise refusal("unknown_content")
    if words.lstrip().startswith("<"):
        root = XML_ROOT.search(words[:100_000])
        if root and root[1] == "kml":
            return "kml"
        raise refusal("foreign_format", found=f"XML ({root[1]})" if root else "XML")
    if looks_like_boundary_txt(words):
        return "boundary_txt"
    if looks_like_coordinate_list(words):
        return "coordinate_list"
    raise refusal("unknown_content")
