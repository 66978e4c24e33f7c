"""Zip files, opened without trusting them: nothing is extracted by name, and every size is known before it is read."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from jijuqu.land.boundary_files.source import SHAPEFILE_PARTS, Source
from jijuqu.land.boundary_files.survey import MAX_FILE_BYTES, refusal

MAX_UNPACKED_BYTES = 2 * MAX_FILE_BYTES
MAX_RATIO = 200
"""Coordinates written as text pack to a tenth; only a bomb packs to a two-hundredth."""
SMALL_BYTES = 1_000_000
MAX_MEMBERS = 2_000

READABLE = (".shp", ".gpkg", ".kml", ".geojson", ".json", ".dxf", ".txt")
"""What a zip may carry, best first: where it carries the same land several times, the first of these is read."""


def members(data: bytes) -> dict[str, bytes]:
    """Unpack what a zip carries of the readable kinds, by its path in the zip; refuse the zip if anything is amiss."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            require_harmless(entries)
            require_familiar([name_of(entry) for entry in entries])
            wanted = [entry for entry in entries if is_wanted(name_of(entry))]
            if not wanted:
                raise refusal("zip_has_nothing", names=", ".join(map(name_of, entries))[:200] or "—")
            return {name_of(entry): archive.read(entry) for entry in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise refusal("zip_broken") from None


def require_harmless(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse paths out of the zip, links, passwords, rare packing methods and bombs."""
    for entry in entries:
        name = name_of(entry)
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise refusal("zip_path_escapes", name=name[:100])
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise refusal("zip_has_link", name=name[:100])
        if entry.flag_bits & 1:
            raise refusal("zip_has_password", name=name[:100])
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refusal("zip_packed_strangely", name=name[:100])
        if entry.file_size > SMALL_BYTES and entry.file_size > MAX_RATIO * entry.compress_size:
            raise refusal("zip_is_bomb", name=name[:100])
    if len(entries) > MAX_MEMBERS or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise refusal("zip_too_large", limit_mb=MAX_UNPACKED_BYTES // 1_000_000, members=MAX_MEMBERS)


def require_familiar(names: list[str]) -> None:
    """Refuse zips that are really documents or databases of other programs."""
    if "[Content_Types].xml" in names:
        raise refusal("foreign_format", found="Excel / Word (.xlsx, .docx)")
    if any(".gdb/" in name for name in names):
        raise refusal("foreign_format", found="File Geodatabase (.gdb)")


def name_of(entry: zipfile.ZipInfo) -> str:
    """Give an entry's path; without the UTF-8 flag Chinese programs write GBK, which zipfile takes for cp437."""
    if entry.flag_bits & 0x800:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return entry.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return entry.filename


def is_wanted(name: str) -> bool:
    """Tell whether a member may be read; not what macOS adds of its own."""
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return path.suffix.lower() in (*READABLE, *SHAPEFILE_PARTS) and not hidden


def sources(unpacked: dict[str, bytes]) -> tuple[list[Source], list[str]]:
    """Choose what to read: all shapefiles, else all files of the best kind; and name the other copies left aside."""
    paths = {name: PurePosixPath(name) for name in sorted(unpacked)}
    readable = [name for name in paths if paths[name].suffix.lower() in READABLE and "readme" not in name.lower()]
    if not readable:
        raise refusal("zip_has_nothing", names=", ".join(paths)[:200])
    best = min((paths[name].suffix.lower() for name in readable), key=READABLE.index)
    chosen = [name for name in readable if paths[name].suffix.lower() == best]
    beside = parts_by_stem(paths, unpacked)
    found = [Source(paths[name].name, unpacked[name], beside.get(stem_of(paths[name]), {})) for name in chosen]
    return found, [name for name in readable if name not in set(chosen)]


def parts_by_stem(paths: dict[str, PurePosixPath], unpacked: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Put the parts of shapefiles together that differ by their ending only: by stem, then by ending."""
    parts: dict[str, dict[str, bytes]] = {}
    for name, path in paths.items():
        if path.suffix.lower() in SHAPEFILE_PARTS:
            parts.setdefault(stem_of(path), {})[path.suffix.lower()] = unpacked[name]
    return parts


def stem_of(path: PurePosixPath) -> str:
    """Give the path without its ending, capitals or not."""
    return path.with_suffix("").as_posix().casefold()
