"""Boundaries for tests, drawn in a plane and brought to degrees as a reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Transformer

from jijuqu.land.parcel import Boundary, Parcel

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

YUBEI = (463000.0, 3290000.0)  # EPSG:4545 (zone 36, no prefix), some 107.62° E
ZONES = {35: "EPSG:4544", 36: "EPSG:4545", 37: "EPSG:4546"}


def drawn(*shapes: BaseGeometry, crs: str = "EPSG:4545", use_codes: tuple[str, ...] = ()) -> Boundary:
    """Parcels drawn in the coordinates of `crs`."""
    to_degrees = Transformer.from_crs(crs, "EPSG:4490", always_xy=True)
    degrees = shapely.transform(np.array(shapes, dtype=object), lambda p: np.column_stack(to_degrees.transform(*p.T)))
    codes = use_codes or ("",) * len(shapes)
    return Boundary(
        tuple(
            Parcel(k, polygon, surveyed, id=f"DK{k}", use_code=code)
            for k, (polygon, surveyed, code) in enumerate(zip(degrees, shapes, codes, strict=True), start=1)
        ),
        crs,
    )


def square(x: float, y: float, side: float, *, at: tuple[float, float] = YUBEI) -> shapely.Polygon:
    """A square whose lower left corner lies x, y metres from `at`."""
    return shapely.box(at[0] + x, at[1] + y, at[0] + x + side, at[1] + y + side)


def star(seed: int, vertices: int, x: float, y: float, radius: float) -> shapely.Polygon:
    """A ragged but valid ring about x, y metres from YUBEI."""
    random = np.random.default_rng(seed)
    angles = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    radii = radius * random.uniform(0.7, 1, vertices)
    return shapely.Polygon(
        np.column_stack([YUBEI[0] + x + radii * np.cos(angles), YUBEI[1] + y + radii * np.sin(angles)])
    )
