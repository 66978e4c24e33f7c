"""After the steps: what they found, wherever they ran, as a screening with its notes, issues and seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.gather import all_pairs
from jijuqu.land.screening.listed import districts_not_listed, same_ids
from jijuqu.land.screening.notes import Note, put_together
from jijuqu.land.screening.screening import Screening
from jijuqu.land.screening.settling import settle_near_threshold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.screening.gather import Parcels
    from jijuqu.land.screening.kept import Kept
    from jijuqu.land.screening.prepare import Prepared
    from jijuqu.land.screening.reduce_step import Nearness
    from jijuqu.land.screening.screening import ShapesOf

PARTS_OF_REDUCING = ("contiguity", "overlaps", "near_misses")


class Clock:
    """What each phase took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def __call__(self, phase: str) -> None:
        """Book the time since the last phase ended under a phase's name."""
        now = time.perf_counter()
        self.seconds[phase] = now - self._last
        self._last = now

    def of_reducing(self, nearness: Sequence[Nearness]) -> None:
        """Book the time since the last phase under the parts of the reduce step, by what each took of it."""
        self("all")
        shares = {part: sum(each.seconds[part] for each in nearness) for part in PARTS_OF_REDUCING}
        whole, spent = self.seconds.pop("all"), sum(shares.values()) or 1.0
        self.seconds.update({part: whole * share / spent for part, share in shares.items()})


def result_of(
    prepared: Prepared,
    kept: Sequence[Kept],
    parcels: Parcels,
    shapes: ShapesOf,
    nearness: Sequence[Nearness],
    clock: Clock,
) -> Screening:
    """Make the screening. Raises UnreadableError if not a single parcel is industrial."""
    source, layers, task = prepared
    screening = Screening(
        task.options,
        *parcels,
        shapes=shapes,
        links=all_pairs([each.links for each in nearness]),
        overlaps=all_pairs([each.overlaps for each in nearness]),
        beyond=all_pairs([each.beyond for each in nearness]),
        rows=sum(each.rows for each in kept),
        industrial=sum(each.industrial for each in kept),
        dropped={layer.name: sum(each.dropped[layer.name] for each in kept) for layer in task.layers},
        notes=_notes(prepared, kept, parcels, nearness),
        issues=(*source.issues, *task.names.issues, *task.frame.issues, *(i for each in layers for i in each.issues)),
        seconds=clock.seconds,
    )
    _require_industrial(screening, prepared)
    settled = settle_near_threshold(screening)
    clock("areas")
    return settled


def _notes(
    prepared: Prepared, kept: Sequence[Kept], parcels: Parcels, nearness: Sequence[Nearness]
) -> tuple[Note, ...]:
    notes = [note for layer in prepared.layers for note in layer.notes]
    notes += [note for each in kept for note in each.notes]
    notes += same_ids(parcels.ids, parcels.district)
    if prepared.task.names.district is not None:
        notes += districts_not_listed(parcels.district_names, parcels.district)
    left_out = sum(each.overlaps_not_measured for each in nearness)
    notes += [Note("overlaps_not_measured", count=left_out)] if left_out else []
    return put_together(notes)


def _require_industrial(screening: Screening, prepared: Prepared) -> None:
    """Refuse a file in which no parcel is industrial, telling which codes it has."""
    names = prepared.task.names
    if screening.industrial or names.use is None:
        return
    (first, *_) = prepared.source.pieces([names.use, names.geometry])
    counts = sorted(first.read()[names.use].value_counts().to_pylist(), key=lambda each: -each["counts"])
    codes = ", ".join(str(each["values"]) for each in counts[:10])
    raise refusal("none_industrial", column=names.use, prefix=screening.options.use_prefix, codes=codes)
