"""What letters speak of, in plain values: the notice, a plan and its clusters, an incoming letter, a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A notice or plan that a letter rests on: 《title》（number）."""

    title: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A district's plan (二（三）2), which may hold several clusters. `district` is the short name: 渝北区."""

    title: str
    district: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A cluster as letters describe it; what is None is left out of the description."""

    name: str  # 区县+主导产业+中小企业集聚区
    industry: str  # the leading industry's public name
    location: str = ""
    total_land_mu: float | None = None
    industrial_land_mu: float | None = None
    industrial_floor_m2: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason by clause: what is lacking, in words, and the clause that asks for it (二（二）2)."""

    clause: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A cluster that is not approved, with at least one reason."""

    cluster: Cluster
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A letter that was received and is now answered."""

    title: str
    number: str
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentOpinion:
    """What a department said, and what became of it. `stance` in its own words: 无意见, 同意, 原则同意, 不同意."""

    department: str
    stance: str
    words: str = ""
    adopted: str = ""  # 采纳, 部分采纳, 未采纳; "" where there was nothing to adopt
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A 原则上 or 一般 of the notice from which the plan departs, with the reason given (特殊情况说明)."""

    clause: str
    words: str
    reason: str
    accepted_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """A member of an expert panel; one of them leads it."""

    name: str
    employer: str
    post: str  # 职务 / 职称
    field: str
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting with its name, begin, place and host."""

    title: str
    begins_at: datetime
    place: str
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody expected at a meeting or there; what is not known yet stays empty."""

    employer: str
    name: str = ""
    post: str = ""
    phone: str = ""
