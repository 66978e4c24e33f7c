"""GeoPackage, FlatGeobuf and shapefiles (also zipped), read in batches by GDAL through pyogrio."""

from __future__ import annotations

import warnings
import zipfile
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from pyproj.exceptions import CRSError

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.reading.encoding import encoding_of_shapefile
from jijuqu.land.screening.reading.source import PIECE_ROWS, Piece
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SAMPLE_ROWS = 1_000


class GdalSource:
    """One layer of polygons of a GDAL format. Raises UnreadableError if there is none, or more than one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._place, self.issues = _place_of(path)
        self._options: dict[str, Any] = {}
        if self._place.endswith(".shp"):
            self._options["encoding"] = encoding_of_shapefile(self._place, path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # GDAL's remarks on files that it then refuses
                self._options["layer"] = _layer_of(self._place, path)
                info = pyogrio.read_info(self._place, force_feature_count=True, **self._options)
        except (DataSourceError, DataLayerError) as error:
            raise refusal("layer_file_broken", path=path, reason=str(error)) from None
        self.columns: Sequence[str] = tuple(info["fields"])
        self.rows = int(info["features"])
        self.crs = _crs_of(info["crs"])
        self.geometry = str(info.get("geometry_name") or "wkb_geometry")

    def sample(self) -> pa.ChunkedArray:
        """Give the first thousand shapes."""
        _, table = pyogrio.read_arrow(self._place, columns=[], max_features=SAMPLE_ROWS, **self._options)
        return _without_extension(table)[self.geometry]

    def pieces(self, columns: Sequence[str], done: Collection[int] = ()) -> Iterator[Piece]:
        """Go through the file once, in batches."""
        fields = [name for name in columns if name != self.geometry]
        number = rows_before = 0
        with pyogrio.open_arrow(
            self._place, columns=fields, batch_size=PIECE_ROWS, use_pyarrow=True, **self._options
        ) as (_, reader):
            for batch in reader:
                table = _without_extension(pa.Table.from_batches([batch]))
                if number not in done:
                    yield Piece(number, rows_before, partial(_given, table))
                number, rows_before = number + 1, rows_before + len(table)


def _given(table: pa.Table) -> pa.Table:
    return table


def _place_of(path: Path) -> tuple[str, tuple[Message, ...]]:
    """Give GDAL's name of what is to be read: in a zip the shapefile goes before copies of other formats."""
    if path.suffix.lower() != ".zip":
        return str(path), ()
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if "__MACOSX" not in name]
    except (zipfile.BadZipFile, OSError) as error:
        raise refusal("layer_file_broken", path=path, reason=str(error)) from None
    for ending in (".shp", ".gpkg", ".fgb"):
        found = [name for name in names if name.lower().endswith(ending)]
        if len(found) > 1:
            raise refusal("several_layers", path=path, names=", ".join(found[:10]))
        if found:
            others = [n for n in names if n not in found and PurePosixPath(n).suffix.lower() in (".geojson", ".gpkg")]
            told = (Message("copies_left_aside", {"read": found[0], "left": ", ".join(others)}),)
            return f"/vsizip/{path.absolute()}/{found[0]}", told if others else ()
    raise refusal("zip_has_nothing", names=", ".join(names)[:200] or "—")


def _layer_of(place: str, path: Path) -> str:
    layers = [(str(name), kind) for name, kind in pyogrio.list_layers(place)]
    areal = [name for name, kind in layers if kind is not None and ("Polygon" in kind or kind in ("Unknown", "Curve"))]
    if len(areal) > 1:
        raise refusal("several_layers", path=path, names=", ".join(areal[:10]))
    if not areal:
        kinds = ", ".join(f"{name} ({kind})" for name, kind in layers[:10])
        raise refusal("no_polygon_layer", path=path, layers=kinds or "—")
    return areal[0]


def _crs_of(words: str | None) -> CRS | None:
    try:
        return CRS.from_user_input(words) if words and "undefined" not in words[:60].lower() else None
    except CRSError:
        raise refusal("crs_not_understood", given=str(words)[:50]) from None


def _without_extension(table: pa.Table) -> pa.Table:
    """Give columns marked as geometries (geoarrow.wkb) as the bytes they are."""
    for at, field in enumerate(table.schema):
        if isinstance(field.type, pa.BaseExtensionType):
            plain = pa.chunked_array([chunk.storage for chunk in table.column(at).chunks], type=field.type.storage_type)
            table = table.set_column(at, field.name, plain)
    return table
