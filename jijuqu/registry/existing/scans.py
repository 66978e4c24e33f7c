"""Finds the scan of a row's letter or evidence, and sees by its content what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.journal.attachments import MAX_BYTES
from jijuqu.journal.file_kinds import SCANS, kind_of
from jijuqu.registry.existing.uploads import SCAN_ENDINGS

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.registry.existing.entry import Entry
    from jijuqu.registry.existing.uploads import Uploads


def find_scan(entry: Entry, written: str, uploads: Uploads) -> Path | None:
    """Return the scan that a row names, or the one named as its code; note it where it is missing or no scan."""
    found = uploads.named(written) if written else uploads.like(entry.code, SCAN_ENDINGS)
    if written and not found:
        entry.refuse("扫描件", "existing_file_missing", name=written)
    if len(found) > 1:
        entry.refuse("扫描件", "existing_file_ambiguous", name=found[0].name, count=len(found))
    if len(found) != 1:
        return None
    return uploads.use(found[0]) if _is_a_scan(entry, found[0]) else None


def _is_a_scan(entry: Entry, path: Path) -> bool:
    if path.stat().st_size > MAX_BYTES:
        entry.refuse("扫描件", "existing_scan_too_big", name=path.name, limit_mb=MAX_BYTES >> 20)
        return False
    with path.open("rb") as file:
        kind = kind_of(file)
    if kind not in SCANS or path.suffix.lower() not in kind.endings:
        labels = "、".join(str(each.label) for each in SCANS)
        entry.refuse("扫描件", "existing_not_a_scan", name=path.name, allowed=labels)
        return False
    return True
