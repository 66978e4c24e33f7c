"""Ids that come twice, and districts that nobody knows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from jijuqu.land.districts import OUTLINES
from jijuqu.land.screening.notes import Note, about

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from jijuqu.land.screening.kernels.flat import Integers

COMMITTEES = ("两江新区", "重庆高新区", "万盛经开区")
"""The three management committees that hold quotas beside the districts (notice, 二（一）2)."""


def same_ids(ids: NDArray[Any], district: Integers) -> list[Note]:
    """Note ids that several kept parcels have, those in one district and those in several apart."""
    if ids.dtype == np.int64 and (np.diff(ids) > 0).all():
        return []
    order = np.argsort(ids, kind="stable")
    same = np.flatnonzero(ids[order[1:]] == ids[order[:-1]])
    elsewhere = district[order[same]] != district[order[same + 1]]
    twice = np.unique(ids[order[same[~elsewhere]]])
    abroad = np.unique(ids[order[same[elsewhere]]])
    return about("ids_twice", twice.tolist()) + about("parcel_in_two_districts", abroad.tolist())


def districts_not_listed(names: NDArray[Any], district: Integers) -> list[Note]:
    """Note districts that are not on the list of 2021, neither by code nor by name, with their parcels."""
    known = {*COMMITTEES}
    for feature in json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]:
        known |= {feature["properties"]["code"], feature["properties"]["name"]}
    strange = np.array([str(name) not in known for name in names.tolist()], np.bool_)
    if not strange.any():
        return []
    told = ", ".join(str(name) for name in names[strange][:10].tolist())
    more = "…" if strange.sum() > 10 else ""
    return [Note("districts_not_listed", count=int(strange[district].sum()), values={"names": told + more})]
