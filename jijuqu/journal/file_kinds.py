"""What kinds of file offices send, told by their content; a name is only what somebody typed."""

from __future__ import annotations

import codecs
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import puremagic
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

HEADER_BYTES = 4096


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: its media type, its name for people, and the endings its names may have."""

    media_type: str
    label: _StrPromise | str
    endings: tuple[str, ...]


_OPEN_XML = "application/vnd.openxmlformats-officedocument."
PDF = FileKind("application/pdf", "PDF", (".pdf",))
OFD = FileKind("application/ofd", "OFD", (".ofd",))
PNG = FileKind("image/png", "PNG", (".png",))
JPEG = FileKind("image/jpeg", "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"))
TIFF = FileKind("image/tiff", "TIFF", (".tif", ".tiff"))
DOCX = FileKind(_OPEN_XML + "wordprocessingml.document", "DOCX", (".docx",))
XLSX = FileKind(_OPEN_XML + "spreadsheetml.sheet", "XLSX", (".xlsx",))
OLD_OFFICE = FileKind("application/msword", "DOC / XLS / WPS", (".doc", ".xls", ".ppt", ".wps", ".et", ".dps"))
ZIP = FileKind("application/zip", "ZIP", (".zip", ".kmz"))
TEXT = FileKind("text/plain", _("纯文本"), (".txt", ".csv", ".geojson", ".json", ".dxf"))
KML = FileKind("application/vnd.google-earth.kml+xml", "KML", (".kml",))
GEOPACKAGE = FileKind("application/geopackage+sqlite3", "GeoPackage", (".gpkg",))
PARQUET = FileKind("application/vnd.apache.parquet", "GeoParquet", (".parquet", ".geoparquet"))
FLATGEOBUF = FileKind("application/flatgeobuf", "FlatGeobuf", (".fgb",))
DWG = FileKind("image/vnd.dwg", "DWG", (".dwg",))

SCANS = (PDF, OFD, PNG, JPEG, TIFF)
BOUNDARIES = (TEXT, ZIP, GEOPACKAGE, KML)  # what `land.boundary_files` reads
LAYERS = (PARQUET, GEOPACKAGE, FLATGEOBUF, ZIP)  # what `land.screening` reads
DOCUMENTS = (*SCANS, DOCX, XLSX, OLD_OFFICE, DWG, *BOUNDARIES)

_BY_GUESS = {kind.media_type: kind for kind in (PDF, PNG, JPEG, TIFF, OLD_OFFICE)}
_BY_GUESS |= {"application/x-sqlite3": GEOPACKAGE, "image/x-dwg": DWG}  # as puremagic calls them
_BY_FIRST_BYTES = {b"PAR1": PARQUET, b"fgb\x03": FLATGEOBUF}  # which puremagic does not know
_BY_MEMBER = {"OFD.xml": OFD, "word/document.xml": DOCX, "xl/workbook.xml": XLSX}


def kind_of(file: BinaryIO) -> FileKind | None:
    """Tell of which kind a file is; None for anything that offices do not send, programs among them."""
    file.seek(0)
    header = file.read(HEADER_BYTES)
    if zipfile.is_zipfile(file):
        return _kind_of_zip(file) if header.startswith(b"PK") else None
    if kind := _BY_FIRST_BYTES.get(header[:4]):
        return kind
    if kind := next((_BY_GUESS[guess] for guess in _guesses(header) if guess in _BY_GUESS), None):
        return kind
    if not _is_text(file):
        return None
    return _kind_of_markup(header) if header.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<") else TEXT


def _kind_of_markup(header: bytes) -> FileKind | None:
    """Tell KML from pages and drawings, which browsers would run."""
    return KML if b"<kml" in header and not re.search(b"<(html|svg|script)", header, re.IGNORECASE) else None


def _guesses(header: bytes) -> list[str]:
    try:
        return [match.mime_type for match in puremagic.magic_string(header)]
    except puremagic.PureError:
        return []


def _kind_of_zip(file: BinaryIO) -> FileKind | None:
    try:
        with zipfile.ZipFile(file) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    return next((kind for member, kind in _BY_MEMBER.items() if member in members), ZIP)


def _is_text(file: BinaryIO) -> bool:
    """Tell whether a file is text in UTF-8 or GB 18030, without control characters."""
    return any(_decodes(file, encoding) for encoding in ("utf-8-sig", "gb18030"))


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := file.read(1 << 20):
            if not _is_plain(decoder.decode(chunk)):
                return False
        return _is_plain(decoder.decode(b"", final=True))
    except UnicodeDecodeError:
        return False


def _is_plain(text: str) -> bool:
    return not any(character < " " and character not in "\t\r\n" for character in text)
