"""The plot as it was handed in. Nothing is stored here: the file goes back into the visitor's own page."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


# A file up to this size travels with the page; a larger one has to be chosen again.
KEPT_BYTES = 1024 * 1024
KEPT_CHARACTERS = KEPT_BYTES * 4 // 3 + 4
NAME_CHARACTERS = 60  # of up to four bytes; file systems take 255 bytes


@dataclass(frozen=True, slots=True)
class PlotSource:
    """The bytes of a plot, the name of the file, and the form's field that it came from."""

    field: str
    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """Tells one plot from another."""
        return hashlib.sha256(self.data).hexdigest()

    @contextmanager
    def as_file(self) -> Iterator[Path]:
        """Give the plot as a file for the length of one reading, under its own name, which sentences about it tell."""
        with tempfile.TemporaryDirectory(prefix="jijuqu-plot-") as folder:
            path = Path(folder) / harmless(self.name)
            path.write_bytes(self.data)
            yield path


def harmless(name: str) -> str:
    """Make a file's name of whatever a visitor calls it: letters of any script, digits, a few signs, not too long."""
    plain = re.sub(r"[^\w.()（）+-]+", "_", PurePath(name.replace("\\", "/")).name).lstrip(".")
    return plain[-NAME_CHARACTERS:] or "plot"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that travels with the page, so that it need not be chosen again."""

    name: str
    data: bytes

    @classmethod
    def from_fields(cls, name: str, text: str) -> KeptFile | None:
        """Read the page's two hidden fields; None where they hold nothing usable."""
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            return None
        return cls(PurePath(name).name or "plot", data) if data else None

    @classmethod
    def of(cls, plot: PlotSource | None) -> KeptFile | None:
        """Keep an uploaded file; pasted coordinates stay in their own field, and large files are not kept."""
        if plot is None or plot.field != "survey_file" or not 0 < len(plot.data) <= KEPT_BYTES:
            return None
        return cls(plot.name, plot.data)

    @property
    def text(self) -> str:
        """The bytes as a form's field can hold them."""
        return base64.b64encode(self.data).decode()
