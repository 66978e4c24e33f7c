"""Land as measured: plain values only, so that it can cross from a child process, be shown, and be stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.land.measures import MU_M2

if TYPE_CHECKING:
    from jijuqu.land.measures import DistrictShare, Gap
    from jijuqu.siting.layers import LayerKind
    from jijuqu.words.text import Message


@dataclass(frozen=True, slots=True)
class MeasuredParcel:
    """One plot: what the file says of it, and its measures.

    `parts` are the numbers of the parts it belongs to; `industrial` None: not known; `label_at` lies inside it.
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


@dataclass(frozen=True, slots=True)
class LayerOverlap:
    """How much of the land lies inside a layer (share 0 to 1), and where (a GeoJSON MultiPolygon)."""

    share: float
    area_m2: float
    geojson: str


@dataclass(frozen=True, slots=True)
class Land:
    """All parcels of one boundary file, measured.

    Areas: `area_m2` on the CGCS2000 ellipsoid, `plane_area_m2` in the file's projection; both are sums over the parcels
    as surveyed. `parts` counts the groups left after `gap_m`; `gaps` are the gaps between them, narrowest first.
    `lies_in_chongqing` None: too near the city's line to say. `layers` has only the kinds that were given.
    `industrial_land_mu` None: not known; `industrial_evidence` says where the answer comes from.
    `ancillary_land_mu` None: the codes do not tell. Places are longitude and latitude, EPSG:4490; `bbox` is west,
    south, east, north; `geojson` a FeatureCollection of the parcels by number.
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
    geojson: str
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
