"""The process in which layers from strangers are screened: it asks for nothing but its standard input."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening.make_ready import make_ready
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.run import screen
from jijuqu.land.screening.saved import save
from jijuqu.siting.limits import (
    SCREENING_CPU_S,
    SCREENING_GROWTH_BYTES,
    SCREENING_WALL_S,
    limit_this_process,
)


def main() -> None:
    """Screen what standard input asks for; say on standard output that it is done, or why not."""
    asked = json.load(sys.stdin)
    make_ready()
    os.chdir(asked["folder"])
    limit_this_process(SCREENING_CPU_S, SCREENING_WALL_S, SCREENING_GROWTH_BYTES)
    try:
        answer = _done(asked)
    except MemoryError:
        os._exit(1)  # no answer: beyond the limits
    sys.stdout.write(json.dumps(answer, default=str, ensure_ascii=True))


def _done(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        screening = screen(
            Path(asked["parcels"]),
            Path(asked["parks"]) if asked["parks"] else None,
            [Path(each) for each in asked["keep_clear"]],
            ScreenOptions(**asked["options"]),
        )
        save(screening, Path(asked["result"]))
    except UnreadableError as error:
        return {"reasons": [{"code": each.code, "values": dict(each.values)} for each in error.reasons]}
    except MemoryError:
        raise
    except Exception:  # a mistake of ours, or a file that found one
        return {"broken": traceback.format_exc()}
    return {"done": True}
