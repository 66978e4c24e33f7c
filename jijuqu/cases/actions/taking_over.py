"""A group of parcels that a screening found (选址筛查) becomes the first cluster of a plan (二（三）1)."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely
from django.db import transaction

from jijuqu.cases.actions.drafting import enter_measured, open_case
from jijuqu.cases.survey import measure
from jijuqu.journal.attachments import keep
from jijuqu.journal.file_kinds import TEXT
from jijuqu.words import screening as words

if TYPE_CHECKING:
    import datetime

    from shapely.geometry.base import BaseGeometry

    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Attachment
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.siting.land import Land

CRS = "EPSG:4490"


@dataclass(frozen=True, slots=True)
class ScreenedGroup:
    """A group as a screening found it: its outline in degrees, EPSG:4490, and where it stands there.

    `gap_m` is the gap up to which its parcels count as contiguous; `parcels` how many they are.
    """

    screening: str
    screened_on: str
    rank: int
    parcels: int
    gap_m: float
    outline: BaseGeometry


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The outline of a group as a survey file of its own, and the land measured in it."""

    file: Attachment
    name: str
    land: Land


def survey(group: ScreenedGroup, on: datetime.date) -> Surveyed:
    """Write and measure the outline of a group, before its case is opened: nobody has to wait for that to write.

    All of it counts as industrial land, since the screening took such parcels only. Raises UnreadableError for an
    outline that cannot be measured.
    """
    name = words.TAKEN_FILE.say("zh", screening=group.screening, rank=group.rank)
    file = keep(io.BytesIO(_geojson(group.outline)), name, allowed=(TEXT,))
    return Surveyed(file, name, measure(file, name, on=on, crs=CRS, gap_m=group.gap_m, industrial="all"))


@transaction.atomic
def open_from_screening(holder: QuotaHolder, title: str, group: ScreenedGroup, found: Surveyed, hand: Hand) -> Case:
    """Open the case of a plan whose only cluster so far has the outline of a group as its boundary.

    The record says where it came from.
    """
    source = words.TAKEN_FROM.say(
        "zh", screening=group.screening, on=group.screened_on, rank=group.rank, parcels=group.parcels
    )
    case = open_case(holder, title, hand)
    enter_measured(case.clusters.get(), found.land, found.file, found.name, replace(hand, reason=source))
    return case


def _geojson(outline: BaseGeometry) -> bytes:
    """Write each part of an outline as a feature of its own."""
    parts = shapely.get_parts(outline)
    features = [
        {"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(each))} for each in parts
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
