"""What measuring land gives: plain values, to be read without any geometry library."""

from __future__ import annotations

from dataclasses import dataclass

MU_M2 = 2000 / 3  # one mu (亩): 15 mu are one hectare
WIDEST_GAP_M = 1000  # up to which parts may be asked to count as contiguous: what is wider is a slip


@dataclass(frozen=True, slots=True)
class Gap:
    """The narrowest way between two parts: its width on the ellipsoid and its ends (longitude, latitude)."""

    width_m: float
    parts: tuple[int, int]
    ends: tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class DistrictShare:
    """How much of the land, 0 to 1, lies in a district; `code` is that of GB/T 2260 as of 2021."""

    code: str
    name: str
    share: float
