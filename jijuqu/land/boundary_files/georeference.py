"""In which coordinate system a file's numbers are: by what it states, what the user says, and the numbers."""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from pyproj.network import set_network_enabled  # type: ignore[attr-defined]

from jijuqu.land.boundary_files.survey import refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from jijuqu.land.boundary_files.survey import Ring

set_network_enabled(active=False)

OLD_ELLIPSOIDS_M = {6378140.0: "西安80", 6378245.0: "北京54"}
"""Semi-major axes of IAG 1975 and Krassowsky: datums without an accurate public transformation to CGCS2000."""


class GaussKruger(NamedTuple):
    """A Gauss-Kruger zone of CGCS2000: its width (3 or 6 degrees), its number, and whether eastings begin with it."""

    degrees: int
    zone: int
    prefixed: bool

    @property
    def epsg(self) -> int:
        """Number of the zone in the EPSG dataset."""
        first = {(3, True): 4513 - 25, (3, False): 4534 - 25, (6, True): 4491 - 13, (6, False): 4502 - 13}
        return first[self.degrees, self.prefixed] + self.zone

    @classmethod
    def of(cls, crs: CRS) -> GaussKruger | None:
        """Recognise one of the zones in a coordinate system, or give None."""
        authority, _, code = name_of(crs).partition(":")
        epsg = int(code) if authority == "EPSG" else 0
        for degrees, zones in ((3, range(25, 46)), (6, range(13, 24))):
            for prefixed in (True, False):
                zone = epsg - cls(degrees, 0, prefixed).epsg
                if zone in zones:
                    return cls(degrees, zone, prefixed)
        return None


class Georeference(NamedTuple):
    """The decision: the system, its name, whether the file's axes are exchanged, and what has to be said of it."""

    crs: CRS
    name: str
    axes_swapped: bool
    issues: list[Message]


def georeference(points: Ring, stated: CRS | None, wanted: str | None) -> Georeference:
    """Decide in which system `points` (easting or longitude first, finite) are.

    `stated` is what the file says, `wanted` what the user says and goes first. Raises UnreadableError where the
    numbers, the file and the user leave a doubt.
    """
    issues: list[Message] = []
    crs = stated
    if wanted is not None:
        crs = crs_named(wanted)
        if stated is not None and name_of(stated) != name_of(crs):
            issues.append(Message("crs_overridden", {"stated": name_of(stated), "used": name_of(crs)}))
    crs = usable(crs) if crs is not None else None
    zone = GaussKruger.of(crs) if crs is not None else None
    if crs is not None and crs.is_projected and zone is None:
        return Georeference(crs, name_of(crs), axes_swapped=False, issues=issues)
    order = axis_order(points)
    if crs is None:
        crs = crs_from_eastings(order, points)
        issues.append(Message("crs_from_eastings", {"crs": name_of(crs), "zone": order.zone}))
    elif zone is None:
        require_degrees(points, order, crs)
    else:
        crs = fitting_zone(zone, order, issues)
    if order.swapped:
        issues.append(Message("axes_swapped", {}))
    return Georeference(crs, name_of(crs), order.swapped, issues)


class AxisOrder(NamedTuple):
    """What the numbers themselves tell: degrees or metres, whether exchanged, and the zone before the easting.

    `kind` is "degrees", "metres" (easting of six digits), "zoned" (easting of eight digits) or "unclear".
    """

    kind: str
    swapped: bool
    zone: int | None


def axis_order(points: Ring) -> AxisOrder:
    """Tell the order of the axes where it is certain for land in China, for all points alike.

    Longitudes 73 to 135 and latitudes 3 to 54; northings 1.5 to 6.5 million metres; eastings 100 to 1000 km from a
    zone's false origin, or that with the zone's number before it (13 to 45). No two of these ranges meet, except
    longitudes below 90, which might be latitudes.
    """
    kinds = {(kind_of(points), False), (kind_of(points[:, ::-1]), True)} - {("unclear", False), ("unclear", True)}
    mixed = mixture(points)
    if mixed:
        raise refusal(mixed[0], **mixed[1])
    if len(kinds) != 1:
        return AxisOrder("unclear", swapped=False, zone=None)
    kind, swapped = kinds.pop()
    easting = points[0, 1 if swapped else 0]
    return AxisOrder(kind, swapped, int(easting // 1e6) if kind == "zoned" else None)


def kind_of(points: Ring) -> str:
    """Tell what all points are if the first of each pair is longitude or easting."""
    return next((kind for kind, fits in kinds_of(points).items() if fits.all()), "unclear")


def kinds_of(points: Ring) -> dict[str, NDArray[np.bool_]]:
    """Tell of every point what it may be if the first of the pair is longitude or easting."""
    x, y = points.T
    northing = (y >= 1.5e6) & (y < 6.5e6)
    return {
        "degrees": (x > 90) & (x <= 136) & (y >= 3) & (y <= 54),
        "metres": (x >= 1e5) & (x < 1e6) & northing,
        "zoned": (x >= 13e6) & (x < 46e6) & northing,
    }


def mixture(points: Ring) -> tuple[str, dict[str, object]] | None:
    """Name what must not stand together in one file: several zones, both orders of axes, metres beside degrees."""
    straight, turned = kinds_of(points), kinds_of(points[:, ::-1])
    forward = any(fits.any() for fits in straight.values())
    backward = any(fits.any() for fits in turned.values())
    if forward and backward:
        return "axes_mixed", {}
    found = turned if backward else straight
    eastings = points[:, 1 if backward else 0][found["zoned"]]
    zones = sorted({int(zone) for zone in np.unique(eastings // 1e6)})
    if len(zones) > 1:
        return "zones_mixed", {"zones": ", ".join(map(str, zones))}
    if sum(bool(fits.any()) for fits in found.values()) > 1:
        return "units_mixed", {}
    return None


def crs_from_eastings(order: AxisOrder, points: Ring) -> CRS:
    """Give the zone that eight-digit eastings beginning 35, 36 or 37 name by themselves; else refuse and ask."""
    if order.zone in (35, 36, 37):
        return CRS.from_epsg(GaussKruger(3, order.zone, prefixed=True).epsg)
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    bounds = {"west": float(west), "south": float(south), "east": float(east), "north": float(north)}
    code = {"degrees": "crs_missing_degrees", "metres": "crs_missing_metres"}.get(order.kind, "crs_missing")
    raise refusal(code, **bounds)


def fitting_zone(zone: GaussKruger, order: AxisOrder, issues: list[Message]) -> CRS:
    """Give the zone's system with or without its number before the eastings, whichever the coordinates show."""
    if order.kind not in ("metres", "zoned"):
        raise refusal("coordinates_unfit", crs=f"EPSG:{zone.epsg}")
    if order.zone is not None and order.zone != zone.zone:
        raise refusal("zone_contradicts", crs=f"EPSG:{zone.epsg}", stated=zone.zone, found=order.zone)
    fitting = zone._replace(prefixed=order.kind == "zoned")
    if fitting != zone:
        values = {"stated": f"EPSG:{zone.epsg}", "used": f"EPSG:{fitting.epsg}"}
        issues.append(Message("zone_prefix_mended", values))
    return CRS.from_epsg(fitting.epsg)


def require_degrees(points: Ring, order: AxisOrder, crs: CRS) -> None:
    """Refuse points that cannot be longitudes and latitudes."""
    x, y = np.abs(points[:, ::-1] if order.swapped else points).T
    if order.kind in ("metres", "zoned") or (x > 180).any() or (y > 90).any():
        raise refusal("not_degrees", crs=name_of(crs))


def crs_named(words: str) -> CRS:
    """Give the system of "4524" or "EPSG:4524"."""
    code = words.strip().upper().removeprefix("EPSG:")
    if not code.isascii() or not code.isdigit():
        raise refusal("crs_not_understood", given=words[:50])
    try:
        return CRS.from_epsg(int(code))
    except (CRSError, ValueError, OverflowError):
        raise refusal("crs_not_understood", given=words[:50]) from None


@lru_cache(maxsize=16)  # the layers of one zip mostly share it, and each takes some 20 ms
def crs_written(wkt: str) -> CRS:
    """Give the system of a .prj file or a WKT column; refuse words that are none."""
    try:
        return CRS.from_wkt(wkt)
    except CRSError:
        raise refusal("crs_not_understood", given=wkt.strip()[:50]) from None


def usable(crs: CRS) -> CRS:
    """Give the horizontal part of a system that can be carried to CGCS2000; refuse the others with the reason."""
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    crs = crs.source_crs if crs.is_bound and crs.source_crs else crs
    if crs.ellipsoid and (old := OLD_ELLIPSOIDS_M.get(crs.ellipsoid.semi_major_metre)):
        raise refusal("datum_too_old", datum=old, crs=name_of(crs))
    if not (crs.is_geographic or crs.is_projected):
        raise refusal("crs_not_earthbound", crs=name_of(crs))
    return crs.to_2d() if len(crs.axis_info) > 2 else crs  # to_2d forgets the EPSG code


@lru_cache(maxsize=64)
def name_of(crs: CRS) -> str:
    """Name a system: "EPSG:4524", another authority's code, or its PROJ parameters, which any program understands."""
    matches = sorted(crs.list_authority(), key=lambda match: (match.auth_name != "EPSG", -match.confidence))
    if matches:
        return f"{matches[0].auth_name}:{matches[0].code}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that a PROJ string has no place for the datum's name
            return crs.to_proj4() or crs.name
    except CRSError:
        return crs.name


@lru_cache(maxsize=16)
def to_degrees(crs: CRS) -> Transformer:
    """Give the way from a system to EPSG:4490, longitude first on both sides.

    WGS 84 stays as it is: so says PROJ too, after a search of 0.15 seconds.
    """
    target = CRS.from_epsg(4490)
    try:
        return Transformer.from_crs(target if name_of(crs) == "EPSG:4326" else crs, target, always_xy=True)
    except ProjError:
        raise refusal("crs_not_earthbound", crs=name_of(crs)) from None
