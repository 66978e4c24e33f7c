"""What is asked of a screening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Measure = Literal["law", "gis"]
"""How land is measured: with geodesic edges, which is what decides, or as GIS programs do, for comparison with them.

"law": edges are geodesics, overlapping parts of an invalid polygon are land once (`make_valid` by structure). "gis":
edges are straight on the equal-area map of the ellipsoid, and what an invalid polygon covers twice is outside it
(`make_valid` by line work), as DuckDB, PostGIS and GeoPandas have it. Areas differ by some 1e-7 and, where polygons are
invalid, by more.
"""


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """The parameters of a screening, see issue and glossary: mu are 2000/3 m², distances metres on the ground.

    `use_prefix`: how codes of industrial land begin. `layer_share`: a parcel is dropped when more than this share of it
    lies inside one layer. `near_share`: groups smaller than `min_mu` but larger than this share of it are near misses,
    and their nearest neighbour is looked for within `reach_m`. Column names that are None are searched among the usual
    ones; a file without them is taken by row number, as industrial, as one district. `crs` is that of files which state
    none.
    """

    min_mu: float
    gap_m: float = 20.0
    layer_share: float = 0.01
    use_prefix: str = "0601"
    id_column: str | None = None
    district_column: str | None = None
    use_column: str | None = None
    crs: str | None = None
    measure: Measure = "law"
    near_share: float = 0.8
    reach_m: float = 1000.0
    threads: int | None = None
