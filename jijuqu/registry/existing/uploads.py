"""The files handed in with a table: one by one or in zips, in a folder of their own until they are done with."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.archive import name_of, require_harmless
from jijuqu.land.parcel import UnreadableError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BOUNDARY_ENDINGS = (".txt", ".zip", ".shp", ".gpkg", ".geojson", ".json", ".kml", ".kmz", ".dxf")
SCAN_ENDINGS = (".pdf", ".ofd", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
PARTS_OF_OTHERS = (".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qpj", ".qmd", ".xml")  # beside a .shp


class Uploads:
    """Files by name, whatever case their names are typed in; of the same name there may be several."""

    def __init__(self) -> None:
        self._paths: defaultdict[str, list[Path]] = defaultdict(list)
        self._handed_in_as: dict[Path, Path] = {}
        self._used: set[Path] = set()

    def add(self, path: Path, handed_in_as: Path | None = None) -> None:
        """Take in a file under its own name; one unpacked from a zip of a single layer counts as that zip."""
        self._paths[path.name.casefold()].append(path)
        self._handed_in_as[path] = handed_in_as or path

    def named(self, name: str) -> list[Path]:
        """Return the files of a name; a folder typed before it is passed over."""
        return list(self._paths.get(PurePosixPath(name.replace("\\", "/")).name.casefold(), ()))

    def like(self, stem: str, endings: Iterable[str]) -> list[Path]:
        """Return the files named as `stem`, with one of the endings; of several endings the first that is there."""
        return next((found for ending in endings if (found := self.named(stem + ending))), [])

    def use(self, path: Path) -> Path:
        """Note that a row asks for a file."""
        self._used.add(self._handed_in_as[path])
        return path

    @property
    def unused(self) -> list[str]:
        """Return the names of files that no row of the table asked for."""
        left = {path for path in self._handed_in_as.values() if path not in self._used}
        return sorted(path.name for path in left if path.suffix.lower() not in PARTS_OF_OTHERS)


@contextmanager
def unpacked(files: Iterable[tuple[str, bytes]]) -> Iterator[Uploads]:
    """Lay out files (name, bytes) and what zips among them hold, for as long as the context lasts.

    A zip that holds a single layer is a file that a row may name. Raises UnreadableError for a zip that is broken, too
    large, or tries to write elsewhere.
    """
    with tempfile.TemporaryDirectory(prefix="jijuqu-existing-") as folder:
        uploads = Uploads()
        for number, (name, data) in enumerate(files):
            path = _write(Path(folder) / str(number), name, data)
            inside = list(_members(path, data)) if path.suffix.lower() == ".zip" else []
            holds_one_layer = sum(each.suffix.lower() in BOUNDARY_ENDINGS + SCAN_ENDINGS for each in inside) == 1
            if not inside or holds_one_layer:
                uploads.add(path)
            for each in inside:
                uploads.add(each, path if holds_one_layer else None)
        yield uploads


def _write(folder: Path, name: str, data: bytes) -> Path:
    """Write a file under its bare name; nothing else of what somebody typed decides where it goes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (PurePosixPath(name.replace("\\", "/")).name or "file")
    path.write_bytes(data)
    return path


def _members(path: Path, data: bytes) -> Iterator[Path]:
    """Write the members of a zip, each folder of it into one of its own, so that parts of a shapefile stay together."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            require_harmless(entries)
            folders: dict[str, int] = {}
            for entry in entries:
                inner = PurePosixPath(name_of(entry).replace("\\", "/"))
                if inner.name.startswith(".") or "__MACOSX" in inner.parts:
                    continue
                number = folders.setdefault(inner.parent.as_posix(), len(folders))
                yield _write(path.parent / "inside" / str(number), inner.name, archive.read(entry))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableError((Message("existing_zip_broken", {"name": path.name}),)) from error
