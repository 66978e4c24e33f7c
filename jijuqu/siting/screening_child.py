"""Screen layers from strangers in a child process, under limits of time and memory.

The child is a fresh interpreter, since a screening works in threads; it costs about a second. It leaves its result in a
folder and answers in JSON, so that nothing of it is run here. Linux only, like the limits.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.land.parcel import UnreadableError
from jijuqu.siting.limits import SCREENING_GROWTH_BYTES, SCREENING_WALL_S, environment_of_child
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.land.screening.options import ScreenOptions

STARTING_S = 120.0  # where set-up did not compile the kernels, the first child does
MOST_THREADS = "4"
CHILD = "import sys; sys.path[:] = sys.argv[1:]; from jijuqu.siting.screening_process import main; main()"

log = logging.getLogger(__name__)
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class LayerFiles:
    """Files of a folder, named relative to it, as messages about them name them too."""

    folder: Path
    parcels: str
    parks: str | None
    keep_clear: tuple[str, ...]


def screen_in_child(files: LayerFiles, options: ScreenOptions) -> Path:
    """Screen files; return the folder beside them that holds the result (`land.screening.saved`).

    A child that goes beyond the limits, breaks down, or would be the second of this process, is an UnreadableError like
    a file that cannot be used.
    """
    result = files.folder / "result"
    asked = {
        "folder": str(files.folder.absolute()), "parcels": files.parcels, "parks": files.parks,
        "keep_clear": list(files.keep_clear), "options": asdict(options), "result": result.name,
    }  # fmt: skip
    if not _one_at_a_time.acquire(blocking=False):
        raise UnreadableError((Message("screening_busy"),))
    try:
        answer = _answer(asked)
    finally:
        _one_at_a_time.release()
    if answer is None:
        limits = {"seconds": int(SCREENING_WALL_S), "megabytes": SCREENING_GROWTH_BYTES >> 20}
        raise UnreadableError((Message("screening_beyond_limits", limits),))
    if "broken" in answer:
        log.error("Screening broke down:\n%s", answer["broken"])
        raise UnreadableError((Message("screening_broke_down"),))
    if "reasons" in answer:
        raise UnreadableError(tuple(Message(each["code"], each["values"]) for each in answer["reasons"]))
    return result


def _answer(asked: dict[str, Any]) -> dict[str, Any] | None:
    """Ask a child; None where the kernel ended it."""
    try:
        run = subprocess.run(  # noqa: S603 (our own interpreter and code)
            [sys.executable, "-c", CHILD, *(path or os.curdir for path in sys.path)],
            input=json.dumps(asked).encode(),
            capture_output=True,
            env=environment_of_child(
                OPENBLAS_NUM_THREADS=MOST_THREADS,
                OMP_NUM_THREADS=MOST_THREADS,
                ARROW_DEFAULT_MEMORY_POOL="system",  # reserves nothing beforehand
            ),
            timeout=STARTING_S + SCREENING_WALL_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if not run.stdout:
        log.info("No answer from the screening (%s): %s", run.returncode, run.stderr.decode(errors="replace")[-2000:])
        return None
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer
