"""Geometry without a spatial database: WKB in degrees (EPSG:4490, longitude first) and an indexed bounding box."""

from typing import TypedDict

import shapely
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from shapely.geometry.base import BaseGeometry

BOX_IN_ORDER = _("外包矩形不是有效的经纬度范围，请核对坐标是否为经度在前的 CGCS2000 度数。")


class ShapeColumns(TypedDict):
    """The five columns that hold one geometry."""

    wkb: bytes
    west: float
    south: float
    east: float
    north: float


def shape_columns(geometry: BaseGeometry) -> ShapeColumns:
    """Return the columns for a valid, non-empty polygon in degrees, EPSG:4490, longitude first.

    Raises ValueError with the place of the fault otherwise: nothing is repaired here.
    """
    if geometry.is_empty or geometry.geom_type not in {"Polygon", "MultiPolygon"}:
        raise ValueError(f"wanted a polygon with an inside, got {geometry.geom_type}")
    if not geometry.is_valid:
        raise ValueError(f"mend the polygon first: {shapely.is_valid_reason(geometry)}")
    west, south, east, north = geometry.bounds
    return {"wkb": shapely.to_wkb(geometry), "west": west, "south": south, "east": east, "north": north}


def meets_box(box: tuple[float, float, float, float]) -> Q:
    """Choose the rows whose bounding box meets `box` (west, south, east, north in degrees), edges included."""
    west, south, east, north = box
    return Q(west__lte=east, east__gte=west, south__lte=north, north__gte=south)


def box_in_order(name: str) -> models.CheckConstraint:
    """Return the constraint that a bounding box is one, in degrees (a missing one passes)."""
    return models.CheckConstraint(
        condition=Q(wkb__isnull=True)
        | Q(west__gte=-180, west__lt=F("east"), east__lte=180, south__gte=-90, south__lt=F("north"), north__lte=90),
        name=name,
        violation_error_message=BOX_IN_ORDER,
    )


def box_index(name: str) -> models.Index:
    """Return the index that finds rows by their bounding box."""
    return models.Index(fields=["west", "east", "south", "north"], name=name)


class Shaped(models.Model):
    """Something that covers land."""

    wkb = models.BinaryField(_("边界（WKB，EPSG:4490）"))
    west = models.FloatField(_("最小经度"))
    south = models.FloatField(_("最小纬度"))
    east = models.FloatField(_("最大经度"))
    north = models.FloatField(_("最大纬度"))

    class Meta:
        abstract = True

    @property
    def geometry(self) -> BaseGeometry:
        """The polygon in degrees, EPSG:4490, longitude first."""
        return shapely.from_wkb(bytes(self.wkb))
