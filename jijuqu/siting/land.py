"""Land as measured: plain values only, so that it can cross from a child process, be shown, and be stored."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from jijuqu.land.measures import MU_M2

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from jijuqu.land.measures import DistrictShare, Gap
    from jijuqu.siting.layers import LayerKind
    from jijuqu.words.text import Message


@dataclass(frozen=True, slots=True)
class MeasuredParcel:
    """One plot: what the file says of it, and its measures.

    `parts` are the numbers of the parts it belongs to; `industrial` None: not known; `label_at` lies inside it; `wkb`
    is its shape as well-known binary.
    """

    number: int
    id: str
    name: str
    use_code: str
    industrial: bool | None
    area_m2: float
    plane_area_m2: float
    parts: tuple[int, ...]
    label_at: tuple[float, float]
    wkb: bytes


@dataclass(frozen=True, slots=True)
class LayerOverlap:
    """How much of the land lies inside a layer, as a share 0 to 1 and on the ellipsoid."""

    share: float
    area_m2: float


@dataclass(frozen=True, slots=True)
class Land:
    """All parcels of one boundary file, measured.

    Areas: `area_m2` on the CGCS2000 ellipsoid, `plane_area_m2` in the file's projection; both are sums over the parcels
    as surveyed. `parts` counts the groups left after `gap_m`; `gaps` are the gaps between them, narrowest first.
    `lies_in_chongqing` None: too near the city's line to say. `layers` has only the kinds that were given.
    `industrial_land_mu` None: not known; `industrial_evidence` says where the answer comes from.
    `ancillary_land_mu` None: the codes do not tell. Places and shapes are longitude and latitude, EPSG:4490; `bbox` is
    west, south, east, north.
    """

    crs: str
    parcels: tuple[MeasuredParcel, ...]
    area_m2: float
    plane_area_m2: float
    gap_m: float
    parts: int
    gaps: tuple[Gap, ...]
    districts: tuple[DistrictShare, ...]
    lies_in_chongqing: bool | None
    layers: dict[LayerKind, LayerOverlap]
    industrial_land_mu: float | None
    industrial_evidence: Message
    ancillary_land_mu: float | None
    bbox: tuple[float, float, float, float]
    issues: tuple[Message, ...]

    @property
    def area_mu(self) -> float:
        """The area on the ellipsoid in mu, the one that counts."""
        return self.area_m2 / MU_M2

    @property
    def plane_area_mu(self) -> float:
        """The area on the plane in mu, for comparison."""
        return self.plane_area_m2 / MU_M2

    @property
    def gaps_m(self) -> tuple[float, ...]:
        """Widths of the gaps between neighbouring parts, ascending."""
        return tuple(gap.width_m for gap in self.gaps)

    @property
    def is_contiguous(self) -> bool:
        """Whether the land is one part at the tolerance `gap_m`."""
        return self.parts == 1

    @property
    def shapes(self) -> list[BaseGeometry]:
        """The polygons of the parcels, in their order."""
        return list(shapely.from_wkb([parcel.wkb for parcel in self.parcels]))

    @property
    def geojson(self) -> str:
        """The parcels by number as the text of a FeatureCollection."""
        features = ",".join(
            f'{{"type":"Feature","id":{parcel.number},"properties":{_properties(parcel)},"geometry":{geometry}}}'
            for parcel, geometry in zip(self.parcels, shapely.to_geojson(self.shapes), strict=True)
        )
        return f'{{"type":"FeatureCollection","features":[{features}]}}'


def _properties(parcel: MeasuredParcel) -> str:
    shown = {
        "number": parcel.number,
        "id": parcel.id,
        "name": parcel.name,
        "use_code": parcel.use_code,
        "industrial": parcel.industrial,
        "area_m2": parcel.area_m2,
        "parts": parcel.parts,
    }
    return json.dumps(shown, ensure_ascii=False)
