"""The process in which layers from strangers are screened: it asks for nothing but its standard input."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening.light import LIGHT, write_light
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
    """Do what standard input asks for, within limits, and answer on standard output; no answer: beyond them."""
    asked = json.load(sys.stdin)
    make_ready()
    os.chdir(asked["folder"])
    limit_this_process(SCREENING_CPU_S, SCREENING_WALL_S, SCREENING_GROWTH_BYTES)
    try:
        said = answer(asked)
    except MemoryError:
        os._exit(1)  # no answer: beyond the limits
    sys.stdout.write(json.dumps(said, default=str, ensure_ascii=True))


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Screen files named relative to the current folder; say that it is done, or why not."""
    try:
        screening = screen(
            Path(asked["parcels"]),
            Path(asked["parks"]) if asked["parks"] else None,
            [Path(each) for each in asked["keep_clear"]],
            ScreenOptions(**asked["options"]),
        )
        result = Path(asked["result"])
        save(screening, result)
        write_light(screening, result / LIGHT)
    except UnreadableError as error:
        return {"reasons": [{"code": each.code, "values": dict(each.values)} for each in error.reasons]}
    except MemoryError:
        raise
    except Exception:  # a mistake of ours, or a file that found one
        return {"broken": traceback.format_exc()}
    return {"done": True}
