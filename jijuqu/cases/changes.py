"""What changed in a plan from one frozen version to another: text, land, and everything else, each with its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from jijuqu.cases.facts import MAY_BE_STATED
from jijuqu.cases.models import BodyKind, SectionKind
from jijuqu.land.area import geodesic_area_m2
from jijuqu.policy.facts import SINGLE_SUBJECTS
from jijuqu.procedure.opinions import WHOLE_PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jijuqu.policy.fact_specs import FactSpec

SPECS: Mapping[str, FactSpec] = {name: spec for subject in SINGLE_SUBJECTS for name, spec in subject.specs.items()}
SENTENCES = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")
CLOSELY_UP_TO = 600  # characters: longer replaced passages are shown whole, so that comparing stays quick


class Aspect(StrEnum):
    """What of a plan changed."""

    TEXT = "text"
    CLUSTER = "cluster"
    INDUSTRY = "industry"
    BODY = "body"
    PROJECTS = "projects"
    BOUNDARY = "boundary"
    STATEMENT = "statement"


CLAUSES: Mapping[Aspect, tuple[str, ...]] = {
    Aspect.TEXT: ("二（三）2",),
    Aspect.CLUSTER: (WHOLE_PLAN,),
    Aspect.INDUSTRY: ("二（二）3",),
    Aspect.BODY: ("二（二）4",),
    Aspect.PROJECTS: ("二（二）3",),
    Aspect.BOUNDARY: ("二（一）2", "二（二）1", "二（二）2"),
}


class Frozen(NamedTuple):
    """A plan with what was asked of its clusters, as a snapshot holds them (`models.Snapshot`)."""

    plan: Mapping[str, Any]
    facts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise: of a cluster by its number, None for the plan as a whole; under which clauses.

    `name` says which text, body or statement it is. None in `before` or `after`: it was not there.
    """

    aspect: Aspect
    clauses: tuple[str, ...]
    cluster: int | None
    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class LandChange:
    """How much land came to a boundary and how much went, in m² on the ellipsoid."""

    added_m2: float
    removed_m2: float


class Run(NamedTuple):
    """A stretch of a text: "same", "gone" or "new"."""

    kind: str
    words: str


def changes(before: Frozen, after: Frozen) -> list[Change]:
    """List what is otherwise in the later version: texts in the order of 二（三）2, then cluster by cluster."""
    texts = [
        Change(Aspect.TEXT, CLAUSES[Aspect.TEXT], None, kind.value, *pair)
        for kind in SectionKind
        if (pair := tuple(each.plan["texts"].get(kind, "") for each in (before, after)))[0] != pair[1]
    ]
    old, new = _by_number(before), _by_number(after)
    numbers = sorted(old.keys() | new.keys())
    return [*texts, *(change for each in numbers for change in _of_cluster(each, old.get(each), new.get(each)))]


def _by_number(frozen: Frozen) -> dict[int, tuple[Mapping[str, Any], Mapping[str, Any]]]:
    pairs = zip(frozen.plan["clusters"], frozen.facts, strict=True)
    return {cluster["number"]: (cluster, asked["facts"]) for cluster, asked in pairs}


def _of_cluster(
    number: int,
    old: tuple[Mapping[str, Any], Mapping[str, Any]] | None,
    new: tuple[Mapping[str, Any], Mapping[str, Any]] | None,
) -> Iterator[Change]:
    if old is None or new is None:
        names = [each and each[0]["industry"] for each in (old, new)]
        yield Change(Aspect.CLUSTER, CLAUSES[Aspect.CLUSTER], number, "", *names)
        return
    (was, was_asked), (now, is_asked) = old, new
    pairs: list[tuple[Aspect, str, Any, Any]] = [
        (Aspect.INDUSTRY, "", [was["industry"], *was["codes"]], [now["industry"], *now["codes"]]),
        *((Aspect.BODY, kind.value, was["bodies"].get(kind), now["bodies"].get(kind)) for kind in BodyKind),
        (Aspect.PROJECTS, "", was["projects"], now["projects"]),
        (Aspect.BOUNDARY, "", was["boundary"], now["boundary"]),
    ]
    for aspect, name, before, after in pairs:
        if before != after:
            yield Change(aspect, CLAUSES[aspect], number, name, before, after)
    for name in sorted(MAY_BE_STATED):
        if was_asked.get(name) != is_asked.get(name):
            clauses = (SPECS[name].clause,)
            yield Change(Aspect.STATEMENT, clauses, number, name, was_asked.get(name), is_asked.get(name))


def land_change(change: Change) -> LandChange:
    """Measure what came to a cluster's land and what went; a boundary that was not there counts as none."""
    was, now = (
        shapely.from_wkb(bytes.fromhex(each["wkb"])) if each else shapely.Polygon()
        for each in (change.before, change.after)
    )
    return LandChange(geodesic_area_m2(now.difference(was)), geodesic_area_m2(was.difference(now)))


def compared(before: str, after: str) -> list[Run]:
    """Lay two texts side by side: what stayed, what went, what came; sentence by sentence, then by characters."""
    return list(_runs(SENTENCES.findall(before), SENTENCES.findall(after)))


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, new = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            yield Run("same", gone)
        elif kind == "replace" and j - i < len(gone) and len(gone) + len(new) <= CLOSELY_UP_TO:
            yield from _runs(list(gone), list(new))
        else:
            yield from (Run(*run) for run in (("gone", gone), ("new", new)) if run[1])
