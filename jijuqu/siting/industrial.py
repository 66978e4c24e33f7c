"""Which of the land is industrial land (工业用地): by declaration, by ticked parcels, or by the codes of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from jijuqu.land.measures import MU_M2
from jijuqu.land.use_codes import read_codes, tidy
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.parcel import Parcel

Declaration = Literal["all"] | frozenset[int] | None
"""What the applicant says is industrial: all of it, the parcels of these numbers, or nothing (ask the codes)."""


@dataclass(frozen=True, slots=True)
class IndustrialLand:
    """Per parcel whether it is industrial; the sums in mu, None where not known; where this comes from."""

    by_parcel: tuple[bool | None, ...]
    land_mu: float | None
    ancillary_land_mu: float | None
    evidence: Message
    issues: tuple[Message, ...] = ()


def judge_industrial_land(
    parcels: Sequence[Parcel], areas_m2: Sequence[float], declared: Declaration
) -> IndustrialLand:
    """Find the industrial land of a file. A declaration goes before the codes; what codes contradict is an issue."""
    by_code = _judge_by_codes(parcels, areas_m2)
    if declared is None:
        return by_code
    chosen = tuple(declared == "all" or parcel.number in declared for parcel in parcels)
    land_mu = _sum_mu(areas_m2, chosen)
    numbers = ", ".join(str(parcel.number) for parcel, yes in zip(parcels, chosen, strict=True) if yes)
    evidence = (
        Message("industrial_all_declared", {"area_mu": land_mu})
        if declared == "all"
        else Message("industrial_ticked", {"numbers": numbers or "—", "area_mu": land_mu})
    )
    against = [p for p, yes, code in zip(parcels, chosen, by_code.by_parcel, strict=True) if yes and code is False]
    issues = (_contradiction(against),) if against else ()
    return IndustrialLand(chosen, land_mu, by_code.ancillary_land_mu, evidence, issues)


def _judge_by_codes(parcels: Sequence[Parcel], areas_m2: Sequence[float]) -> IndustrialLand:
    total_mu = sum(areas_m2) / MU_M2
    codes = [tidy(parcel.use_code) for parcel in parcels]
    if not any(codes):
        unknown = (None,) * len(parcels)
        return IndustrialLand(unknown, None, None, Message("industrial_not_stated", {"area_mu": total_mu}))
    use = read_codes(code for code in codes if code)
    industrial = tuple(use.industrial.get(code) for code in codes)
    ancillary_mu = _sum_mu(areas_m2, tuple(use.living_services.get(code) for code in codes))
    unclear = [parcel for parcel, answer in zip(parcels, industrial, strict=True) if answer is None]
    if use.in_doubt:
        evidence = Message("industrial_codes_in_doubt", {"codes": ", ".join(use.in_doubt), "area_mu": total_mu})
    elif unclear:
        evidence = Message("industrial_codes_incomplete", {"numbers": _numbers(unclear), "area_mu": total_mu})
    else:
        named = ", ".join(sorted(code for code, yes in use.industrial.items() if yes)) or "—"
        evidence = Message("industrial_by_codes", {"codes": named, "basis": use.basis or "—"})
    return IndustrialLand(industrial, _sum_mu(areas_m2, industrial), ancillary_mu or None, evidence)


def _sum_mu(areas_m2: Sequence[float], chosen: Sequence[bool | None]) -> float | None:
    if None in chosen:
        return None
    return sum(area for area, yes in zip(areas_m2, chosen, strict=True) if yes) / MU_M2


def _contradiction(parcels: Sequence[Parcel]) -> Message:
    codes = ", ".join(sorted({tidy(parcel.use_code) for parcel in parcels}))
    return Message("industrial_against_codes", {"numbers": _numbers(parcels), "codes": codes})


def _numbers(parcels: Sequence[Parcel], most: int = 10) -> str:
    told = ", ".join(str(parcel.number) for parcel in parcels[:most])
    return told if len(parcels) <= most else f"{told} … ({len(parcels)})"
