"""What an import would do, row by row: what is new, what differs from the register, what is wrong; nothing written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jijuqu.journal import hashing
from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.measures import MU_M2
from jijuqu.policy.notices import NOTICES
from jijuqu.registry.existing.columns import HEADING_OF
from jijuqu.registry.existing.entry import Said
from jijuqu.registry.existing.read import read_existing
from jijuqu.registry.models import Cluster, Slot
from jijuqu.registry.models.slot import SLOTS_WITHOUT_REASON
from jijuqu.registry.queries import bearing_the_name, family_of
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from jijuqu.journal.models import Paper
    from jijuqu.registry.existing.entry import Entry, PaperCells
    from jijuqu.registry.existing.uploads import Uploads

SAME_WITHIN_M2 = 1.0  # two deliveries of one boundary differ by rounding


class RowKind(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that an import would change: its heading, its column of `Cluster`, and how it reads before and after.

    `name` is "boundary" for the boundary and "paper" for the letter or the evidence.
    """

    heading: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: what becomes of it, what is wrong with it or to be looked at, and what it would change."""

    entry: Entry
    kind: RowKind
    errors: tuple[Said, ...]
    warnings: tuple[Said, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All rows, what was noticed about the table, and the files that no row names."""

    rows: tuple[RowReport, ...]
    issues: tuple[Message, ...]

    def count(self, kind: RowKind) -> int:
        """Return how many rows are of a kind."""
        return sum(row.kind is kind for row in self.rows)


def report_existing(file_name: str, data: bytes, uploads: Uploads) -> Report:
    """Read a table with its files and hold every row against the register.

    Raises UnreadableError where the table cannot be read; a row that cannot be entered is in the report.
    """
    read = read_existing(file_name, data, uploads)
    unused = uploads.unused
    left = (Message("existing_files_unused", {"names": "、".join(unused)}),) if unused else ()
    return Report(compare(read.entries), (*read.issues, *left))


def compare(entries: Sequence[Entry]) -> tuple[RowReport, ...]:
    """Hold what was read against the register as it is now."""
    codes = [entry.code for entry in entries]
    held = Cluster.objects.select_related("holder", "park", "reply", "evidence").in_bulk(codes)
    taken: Counter[str] = Counter()
    return tuple(_row(entry, held.get(entry.code), taken) for entry in entries)


def _row(entry: Entry, held: Cluster | None, taken: Counter[str]) -> RowReport:
    against = _against_entering(entry, taken) if held is None else _against_correcting(entry, held)
    errors, warnings = (*entry.errors, *against), (*entry.warnings, *_doubts(entry))
    if errors:
        return RowReport(entry, RowKind.FAULTY, errors, warnings)
    if held is None:
        return RowReport(entry, RowKind.NEW, (), warnings)
    differences = tuple(_differences(entry, held))
    return RowReport(entry, RowKind.CHANGED if differences else RowKind.SAME, (), warnings, differences)


def _against_entering(entry: Entry, taken: Counter[str]) -> Iterator[Said]:
    """Say what a new row lacks. Each one outside counts as a place taken, before those below it (二（一）2)."""
    if entry.boundary is None and not any(said.heading == "边界文件" for said in entry.errors):
        yield Said("边界文件", Message("existing_boundary_wanted"))
    if entry.boundary is not None and "industrial_land_m2" not in entry.columns:
        yield Said("工业用地（亩）", Message("existing_industrial_wanted"))
    holder = entry.columns.get("holder")
    if holder and entry.is_outside:
        family = holder.heir
        if family.pk not in taken:
            taken[family.pk] = Slot.objects.filter(holder__in=family_of(family), released_on__isnull=True).count()
        taken[family.pk] += 1
        if taken[family.pk] > SLOTS_WITHOUT_REASON and not entry.reason:
            values = {"holder": holder.name_zh, "number": taken[family.pk]}
            yield Said("特殊情况说明", Message("existing_place_wants_reason", values))


def _against_correcting(entry: Entry, held: Cluster) -> Iterator[Said]:
    """Say why a row cannot be about the cluster that has its code."""
    holder = entry.columns.get("holder")
    if (holder and holder.pk != held.holder_id) or entry.is_outside != (held.park_id is None):
        yield Said("编号", Message("existing_code_of_another", {"name": held.name_zh}))


def _doubts(entry: Entry) -> Iterator[Said]:
    """Say what is lawful but worth a second look."""
    holder, name, received_on = (entry.columns.get(each) for each in ("holder", "name_zh", "received_on"))
    if holder and name:
        others = bearing_the_name(name, holder.pk).exclude(pk=entry.code)
        if codes := list(others.values_list("code", flat=True)):
            yield Said("名称", Message("existing_name_borne", {"name": name, "codes": "、".join(codes)}))
    first_day, last_day = NOTICES[0].first_day, NOTICES[-1].last_day
    if entry.is_outside and received_on and not first_day <= received_on <= last_day:
        values = {"day": received_on, "first_day": first_day, "last_day": last_day}
        yield Said("收文日期", Message("existing_outside_notice", values))
    if entry.paper and entry.paper.scan is None:
        yield Said("扫描件", Message("existing_scan_wanted"))


def _differences(entry: Entry, held: Cluster) -> list[Difference]:
    found = [
        Difference(HEADING_OF[name], name, before, after)
        for name, value in entry.columns.items()
        if (before := shown(name, getattr(held, name))) != (after := shown(name, value))
    ]
    if entry.boundary is not None and not _is_same_land(entry.boundary, held.geometry):
        before_mu, after_mu = held.area_m2 / MU_M2, geodesic_area_m2(entry.boundary) / MU_M2
        found.append(Difference("边界文件", "boundary", f"{before_mu:,.2f}亩", f"{after_mu:,.2f}亩"))
    if entry.paper:
        found += _paper_differences(entry.paper, held.reply if entry.is_outside else held.evidence, entry.is_outside)
    return found


def shown(name: str, value: Any) -> str:
    """Write a value of the register as the table would."""
    if value is None:
        return ""
    if name == "industrial_land_m2":
        return f"{value / MU_M2:.2f}"
    return "、".join(value) if isinstance(value, list) else str(value)


def _is_same_land(one: BaseGeometry, other: BaseGeometry) -> bool:
    return one.equals(other) or geodesic_area_m2(one ^ other) <= SAME_WITHIN_M2


def _paper_differences(cells: PaperCells, held: Paper | None, is_outside: bool) -> list[Difference]:  # noqa: FBT001
    """Compare the number, for evidence its title and issuer too, and the scan where one was handed in."""
    compared = (
        {"复函文号": "number"}
        if is_outside
        else {"登记依据": "title", "登记依据文号": "number", "登记依据单位": "issuer"}
    )
    found = [
        Difference(heading, "paper", before, after)
        for heading, name in compared.items()
        if (before := getattr(held, name, "")) != (after := getattr(cells, name))
    ]
    kept = (held and held.attachment_id) or ""
    if cells.scan and (handed_in := _digest(cells.scan)) != kept:
        found.append(Difference("扫描件", "paper", kept[:12], handed_in[:12]))
    return found


def _digest(path: Path) -> str:
    return hashing.digest(path.read_bytes(), hashing.algorithm())
