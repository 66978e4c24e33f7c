"""One row of the table as the register would hold it, with everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jijuqu.words.text import Message

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Said:
    """Something to tell about one column of a row ("" for the row as a whole)."""

    heading: str
    message: Message


@dataclass(frozen=True, slots=True)
class PaperCells:
    """The letter (复函) or the evidence (登记依据) of a row, and the scan of it."""

    title: str
    number: str
    issuer: str
    dated_on: date
    scan: Path | None = None


@dataclass(slots=True)
class Entry:
    """One row: `columns` are values by the names of `Cluster`; a column that the table lacks is not among them.

    `boundary` is in degrees, EPSG:4490; None: not handed in, so that an entry keeps the one it has.
    """

    row: int
    code: str
    columns: dict[str, Any] = field(default_factory=dict)
    paper: PaperCells | None = None
    reason: str = ""
    boundary: BaseGeometry | None = None
    errors: list[Said] = field(default_factory=list)
    warnings: list[Said] = field(default_factory=list)

    @property
    def is_outside(self) -> bool:
        """Whether the row is about a cluster outside the parks."""
        return self.columns.get("park") is None

    def refuse(self, heading: str, fault: str, **values: object) -> None:
        """Note an error: the row cannot be entered."""
        self.errors.append(Said(heading, Message(fault, values)))

    def warn(self, heading: str, doubt: str, **values: object) -> None:
        """Note something to look at again; the row can be entered."""
        self.warnings.append(Said(heading, Message(doubt, values)))
