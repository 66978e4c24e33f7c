"""The result as rows: groups with the columns of the output files, and everything noticed, one row for each parcel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.measures import MU_M2
from jijuqu.land.screening.dissolved import dissolved_m2
from jijuqu.land.screening.screening import OVERLAP_IS_ISSUE_M2
from jijuqu.words.said import say
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.land.screening.kernels.flat import Floats
    from jijuqu.land.screening.screening import Groups, Screening
    from jijuqu.words.text import Language

GROUP_COLUMNS = ("district", "rank", "parcels", "area_mu", "first_parcel")
ISSUE_COLUMNS = ("issue", "parcel", "overlap_m2", "area_mu", "dissolved_mu", "message")

Row = tuple[str | int | float | None, ...]


def group_columns(screening: Screening, groups: Groups) -> dict[str, list[object]]:
    """Give the columns of the groups, by name; districts and ids as the file has them."""
    columns = (
        screening.district_names[groups.district],
        groups.rank,
        groups.parcels,
        groups.area_mu,
        screening.ids[groups.first_parcel],
    )
    return {name: column.tolist() for name, column in zip(GROUP_COLUMNS, columns, strict=True)}


def overlap_messages(screening: Screening, groups: Groups) -> list[Message]:
    """Give an issue for every group whose members share more than a square metre, with its area dissolved."""
    rows = np.flatnonzero(groups.overlap_m2 > OVERLAP_IS_ISSUE_M2)
    dissolved_mu: Floats = dissolved_m2(screening, groups) / MU_M2
    return [
        Message(
            "members_overlap",
            {
                "district": str(screening.district_names[groups.district[row]]),
                "rank": int(groups.rank[row]),
                "first_parcel": str(screening.ids[groups.first_parcel[row]]),
                "overlap_m2": float(groups.overlap_m2[row]),
                "area_mu": float(groups.area_mu[row]),
                "dissolved_mu": float(dissolved_mu[row]),
            },
        )
        for row in rows
    ]


def issue_rows(screening: Screening, overlaps: list[Message], language: Language) -> Iterator[Row]:
    """Give one row for each issue of the files, each parcel noticed, and each group with overlapping members."""
    for issue in screening.issues:
        yield issue.code, None, None, None, None, say(issue, language)
    for note in screening.notes:
        for parcel in note.parcels:
            values = {**note.values, "count": 1, "parcels": parcel}
            yield note.code, parcel, None, None, None, say(Message(note.code, values), language)
        if note.count > len(note.parcels):
            yield note.code, None, None, None, None, say(note.message, language)
    for issue in overlaps:
        first, *numbers = (issue.values[name] for name in ("first_parcel", "overlap_m2", "area_mu", "dissolved_mu"))
        yield issue.code, str(first), *(float(str(number)) for number in numbers), say(issue, language)
