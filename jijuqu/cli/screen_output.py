"""What `jijuqu screen` writes: the groups to the file asked for, and the issues in it or beside it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jijuqu.cli.speech import refuse
from jijuqu.land.screening.dissolved import shapes_of_groups
from jijuqu.land.screening.state import State
from jijuqu.land.screening.table import ISSUE_COLUMNS, group_columns, issue_rows, overlap_messages
from jijuqu.land.screening.writing import WITH_SHAPES, issues_path, replaced, write_csv, write_groups
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.land.screening.screening import Groups, Screening
    from jijuqu.words.text import Language


@dataclass(frozen=True)
class Result:
    """Groups with their columns, the issues of those whose members overlap, the files written, seconds by phase."""

    groups: Groups
    columns: dict[str, list[object]]
    overlaps: list[Message]
    files: tuple[Path, ...]
    seconds: dict[str, float] = field(default_factory=dict)


def write_output(screening: Screening, output: Path | None, language: Language) -> Result:
    """Group, and write the file where one was asked for; then what a stopped run would need is not kept any longer."""
    clock = [time.perf_counter()]
    groups = screening.regroup()
    columns = group_columns(screening, groups)
    clock.append(time.perf_counter())
    overlaps = overlap_messages(screening, groups)
    clock.append(time.perf_counter())
    try:
        files = _write(screening, groups, columns, overlaps, output, language) if output else ()
    except OSError as error:
        refuse([Message("file_not_written", {"path": output, "reason": error.strerror or str(error)})], language)
    if output:
        State(output, (), screening.options).remove()
    clock.append(time.perf_counter())
    seconds = {name: clock[k + 1] - clock[k] for k, name in enumerate(("rank", "dissolve", "write"))}
    return Result(groups, columns, overlaps, files, seconds)


def _write(
    screening: Screening,
    groups: Groups,
    columns: dict[str, list[object]],
    overlaps: list[Message],
    output: Path,
    language: Language,
) -> tuple[Path, ...]:
    ending = output.suffix.lower()
    issues = list(issue_rows(screening, overlaps, language))
    if ending == ".xlsx":
        from jijuqu.population.screening_workbook import screening_workbook

        def write(path: Path) -> None:
            path.write_bytes(screening_workbook(columns, issues, language))

        replaced(output, write)
        return (output,)
    shapes = shapes_of_groups(screening, groups, screening.options.threads) if ending in WITH_SHAPES else None
    replaced(output, lambda path: write_groups(path, columns, shapes, issues))
    if ending == ".gpkg":
        return (output,)
    beside = issues_path(output)
    replaced(beside, lambda path: write_csv(path, ISSUE_COLUMNS, issues))
    return output, beside
