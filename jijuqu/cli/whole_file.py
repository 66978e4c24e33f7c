"""Files are there whole or not at all: written beside their place, and put there when they are done."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from jijuqu.cli.speech import refuse
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jijuqu.words.text import Language


def refuse_other_endings(output: Path, endings: Sequence[str], language: Language) -> None:
    """Refuse a file name that ends in none of these (".csv"), which say in what format it is written."""
    if output.suffix.lower() not in endings:
        refuse([Message("not_an_export", {"endings": "、".join(endings), "path": output})], language)


def write_whole(output: Path, write: Callable[[Path], object], language: Language) -> None:
    """Let `write` fill a file of this name and put it in its place, over an older one; refuse where that cannot be.

    What comes as a folder of parts is never put over another folder.
    """
    if output.is_dir():
        refuse([Message("output_is_folder", {"path": output})], language)
    try:
        with tempfile.TemporaryDirectory(prefix=".jijuqu-", dir=output.absolute().parent) as folder:
            ours = Path(folder) / output.name
            write(ours)
            ours.replace(output)
    except OSError as error:
        refuse([Message("file_not_written", {"path": output, "reason": error.strerror or str(error)})], language)
