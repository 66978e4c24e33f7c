"""A file's bytes and what lies beside it under the same name; no larger than can be read safely."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.survey import MAX_FILE_BYTES, refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHAPEFILE_PARTS = (".dbf", ".prj", ".cpg")


@dataclass(frozen=True, slots=True)
class Source:
    """The name and bytes of one file; `beside` has its siblings' bytes by lower-case ending (".dbf")."""

    name: str
    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)


def opened(path: Path) -> Source:
    """Read a file, with the other parts of a shapefile that lie beside it."""
    if path.is_dir():
        raise refusal("is_a_folder", name=path.name)
    try:
        data = bytes_of(path)
        beside = {
            part.suffix.lower(): bytes_of(part)
            for part in (sorted(path.parent.iterdir()) if path.suffix.lower() == ".shp" else ())
            if part.stem == path.stem and part.suffix.lower() in SHAPEFILE_PARTS
        }
    except OSError:
        raise refusal("file_not_there", name=path.name) from None
    if not data.strip(b"\0 \t\r\n"):
        raise refusal("file_empty", name=path.name)
    return Source(path.name, data, beside)


def bytes_of(path: Path) -> bytes:
    """Read a file whole, refusing one that is too large before reading it."""
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise refusal("file_too_large", name=path.name, limit_mb=MAX_FILE_BYTES // 1_000_000)
    return data
