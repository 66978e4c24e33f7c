"""Any past decision asked again, with the notice, the facts and the limits of its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Replayed:
    """One finding that comes out otherwise today: cluster number, rule, what was frozen, what comes out."""

    cluster: int
    rule: str
    frozen: dict[str, Any]
    again: dict[str, Any] | None
