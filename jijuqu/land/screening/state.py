"""Finished pieces of a long run, kept beside its output, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import jijuqu.land.screening.kernels as compiled
from jijuqu.land.screening.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jijuqu.land.screening.options import ScreenOptions

KEEP_AFTER_S = 5.0
"""A run that is over sooner keeps nothing: it is as quickly done again."""
OF_LATER_STEPS = ("min_mu", "gap_m", "near_share", "reach_m", "threads")
"""Options that do not matter to what is kept."""


class State:
    """The folder of one run's finished pieces. Another input, or another version, finds nothing there."""

    def __init__(
        self, out: Path, inputs: Sequence[Path], options: ScreenOptions, keep_after_s: float = KEEP_AFTER_S
    ) -> None:
        self.folder = out.with_name(f".{out.name}.unfinished")
        self._key = _key(inputs, options)
        self._keep_from = time.monotonic() + keep_after_s
        self._not_written: list[tuple[int, Kept]] = []

    def found(self) -> dict[int, Kept]:
        """Give the pieces that an earlier run finished; remove what does not belong to this one."""
        if not self.folder.exists():
            return {}
        if not (self.folder / self._key).exists():
            self.remove()
            return {}
        return {int(path.stem): Kept.from_bytes(path.read_bytes()) for path in self.folder.glob("*.arrow")}

    def finished(self, number: int, kept: Kept) -> None:
        """Keep a piece, once the run has lasted so long that it matters; then those before it too."""
        self._not_written.append((number, kept))
        if time.monotonic() < self._keep_from:
            return
        self.folder.mkdir(exist_ok=True)
        (self.folder / self._key).touch()
        while self._not_written:
            number, kept = self._not_written.pop()
            _write(self.folder / f"{number}.arrow", kept)

    def remove(self) -> None:
        """Forget everything: the output is whole."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _write(path: Path, kept: Kept) -> None:
    half = path.with_suffix(".half")
    half.write_bytes(kept.to_bytes())
    half.replace(path)


def _key(inputs: Sequence[Path], options: ScreenOptions) -> str:
    """Name the inputs as they are now and the options that matter."""
    files = [
        (str(each.absolute()), each.stat().st_size, each.stat().st_mtime_ns)
        for path in inputs
        for each in (sorted(path.iterdir()) if path.is_dir() else [path])
    ]
    asked: dict[str, Any] = {name: value for name, value in asdict(options).items() if name not in OF_LATER_STEPS}
    text = json.dumps([files, asked, compiled.folder().name], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
