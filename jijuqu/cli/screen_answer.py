"""What `jijuqu screen` says to programs: one line of JSON."""

from __future__ import annotations

import os
import resource
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from jijuqu.words.said import say

if TYPE_CHECKING:
    from jijuqu.cli.screen_output import Result
    from jijuqu.land.screening.screening import NearMiss, Screening
    from jijuqu.words.text import Language

SHOWN = 20  # groups, near misses and issues that are told; all groups and issues stand in the output file


def answer(
    screening: Screening, result: Result, told: dict[str, Any], setup_s: float, language: Language
) -> dict[str, Any]:
    """Give counts, parameters, time by phase and peak memory, with the first near misses and issues."""
    seconds = {**screening.seconds, **result.seconds}
    misses = screening.near_misses(result.groups)
    parameters = {
        "on": told["day"].isoformat(),
        "notice": told["notice"].number,
        **asdict(screening.options),
        "parcels": str(told["inputs"][0]),
        "park": told["park"] and str(told["park"]),
        "keep_clear": [str(path) for path in told["inputs"][1:] if path != told["park"]],
        "engine": told["engine"],
        "threads": screening.options.threads or (os.cpu_count() if told["engine"] == "local" else None),
    }
    counts = {
        "rows": screening.rows,
        "industrial": screening.industrial,
        "dropped": dict(screening.dropped),
        "kept": len(screening.ids),
        "groups": len(result.groups),
        "near_misses": len(misses),
        "groups_with_overlap": len(result.overlaps),
        "mended": sum(note.count for note in screening.notes if note.code == "mended"),
    }
    return {
        "parameters": parameters,
        "counts": counts,
        "near_misses": [_miss_as_json(screening, miss) for miss in misses[:SHOWN]],
        "issues": _issues(screening, result, language),
        "output": [str(path) for path in result.files],
        "setup_s": round(setup_s, 3),
        "phases_s": {phase: round(value, 4) for phase, value in seconds.items()},
        "total_s": round(sum(seconds.values()), 4),
        "peak_rss_gb": round(peak_rss_gb(), 3),
    }


def peak_rss_gb() -> float:
    """Give the most memory that this process has had, in GB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e9 if sys.platform == "darwin" else peak / 1e6


def _issues(screening: Screening, result: Result, language: Language) -> list[dict[str, Any]]:
    """List issues of files, then kinds of notes with their parcels, then the first groups that overlap."""
    found: list[dict[str, Any]] = [
        {"code": issue.code, "message": say(issue, language), "count": 1, "parcels": []} for issue in screening.issues
    ]
    found += [
        {"code": n.code, "message": say(n.message, language), "count": n.count, "parcels": list(n.parcels[:SHOWN])}
        for n in screening.notes
    ]
    found += [
        {"code": i.code, "message": say(i, language), "count": 1, "parcels": [i.values["first_parcel"]], **i.values}
        for i in result.overlaps[:SHOWN]
    ]
    return found


def _miss_as_json(screening: Screening, miss: NearMiss) -> dict[str, Any]:
    named = {**asdict(miss), "district": screening.district_names[miss.district : miss.district + 1].tolist()[0]}
    named["first_parcel"] = _id(screening, miss.first_parcel)
    named["nearest"] = None if miss.nearest is None else _id(screening, miss.nearest)
    return named


def _id(screening: Screening, place: int) -> object:
    return screening.ids[place : place + 1].tolist()[0]
