"""Groups of parcels that a screening found, as sites: their industrial land, in one piece, outside the parks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.population.table import DISTRICT, ID, IN_PARK, NAME

if TYPE_CHECKING:
    from collections.abc import Collection

ONE_DISTRICT = "-"  # what a screening calls the one district of a layer without a column of districts
COLUMNS = (DISTRICT, "rank", "parcels", "area_mu", "first_parcel")


def is_screening(columns: Collection[str]) -> bool:
    """Tell a screening by its columns."""
    return set(COLUMNS) <= set(columns)


def as_sites(groups: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Take groups for sites: `id` is the first parcel, `name` district and rank; the area is industrial land.

    Without a column of districts in the layer the district is not told (null).

    A group is in one piece by the gap that the screening was told. To try out a smaller area than 200 mu, screen with a
    smaller one first: what a screening left out cannot flip.
    """
    rank = nw.col("rank").cast(nw.Int64).cast(nw.String)
    district = nw.col(DISTRICT).cast(nw.String)
    told = nw.when(district != ONE_DISTRICT).then(district)
    return groups.select(
        told.alias(DISTRICT),
        nw.col("first_parcel").cast(nw.String).alias(ID),
        nw.concat_str([district, rank], separator=" ").alias(NAME),
        nw.col("area_mu").cast(nw.Float64).alias("industrial_land_mu"),
        nw.lit(1.0).alias("parts"),
        nw.lit(value=False).alias(IN_PARK),
    )
