"""Shapes that come in as a file, and the codes that their rows are given."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from django.utils.crypto import get_random_string

from jijuqu.journal.attachments import open_attachment
from jijuqu.siting.child import outlines_in_child

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from jijuqu.web.desk.kept_file import KeptFile

SIGNS, DIGITS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ", 6  # of a code: none that look alike


def new_code(letter: str, day: date) -> str:
    """Make the code of a row that is entered here, such as P-2022-7KQ3MX."""
    return f"{letter}-{day.year}-{get_random_string(DIGITS, SIGNS)}"


def shapes_of(kept: KeptFile, crs: str) -> list[BaseGeometry]:
    """Read the polygons of a kept file (degrees, EPSG:4490); UnreadableError when it cannot be used."""
    with tempfile.TemporaryDirectory() as folder, open_attachment(kept.attachment.pk) as content:
        path = Path(folder) / Path(kept.name).name
        path.write_bytes(content.read())
        return list(shapely.from_wkb(outlines_in_child(path, crs=f"EPSG:{crs}" if crs else None).wkb))
