"""Facts that are gathered from other rows: a park's clusters, a district's clusters, a project's supplies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.policy.facts import District
from jijuqu.population.engines import computed
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.sums import share_of, summed
from jijuqu.population.table import APPROVED, CLUSTER, DISTRICT, ID, IN_PARK, PARK, STANDING, UNDER_REVIEW, Table
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

CLUSTER_SHARE = "cluster_share"
LAND_OF_PARK = {"industrial_land_mu": "park_cluster_land_mu", "total_land_mu": "park_cluster_whole_land_mu"}


def with_clusters_of_parks(parks: Table, clusters: Table) -> Table:
    """Give parks the land of the clusters in them, added up, and whether they plan any (二（一）1), in order of ids.

    Clusters name their park's id in the column `park`. Land of which any is not yet known is not yet known; a park that
    no cluster names has none. Raises NotAdmittedError where a cluster names a park that is not in the table.
    """
    _need(clusters, PARK)
    _refuse_twice(parks, [*LAND_OF_PARK.values(), "plans_a_cluster"])
    inside = clusters.frame.filter(~nw.col(PARK).is_null())
    _refuse_strangers(inside, parks)
    land = inside.select(PARK, *LAND_OF_PARK).rename(LAND_OF_PARK)
    sums = summed(land, [PARK], list(LAND_OF_PARK.values()), clusters_in_park=nw.len())
    joined = _without(parks, *LAND_OF_PARK.values(), "plans_a_cluster").join(
        sums, left_on=ID, right_on=PARK, how="left"
    )
    has_none = nw.col("clusters_in_park").is_null()
    none = {name: nw.when(has_none).then(nw.lit(0.0)).otherwise(nw.col(name)) for name in LAND_OF_PARK.values()}
    gathered = joined.with_columns(**none, plans_a_cluster=~has_none).drop("clusters_in_park").sort(ID)
    return replace(parks, frame=gathered, told=parks.told | {*LAND_OF_PARK.values(), "plans_a_cluster"})


def with_cluster_share(parks: Table) -> Table:
    """Let findings about parks carry along the clusters' share of each park's industrial land (园区集聚区用地占比)."""
    share = share_of(nw.col("park_cluster_land_mu"), nw.col("park_industrial_land_mu"))
    labels = (*parks.labels, CLUSTER_SHARE)
    return replace(parks, frame=parks.frame.with_columns(share.alias(CLUSTER_SHARE)), labels=labels)


def with_clusters_of_districts(clusters: Table) -> Table:
    """Give each cluster outside the parks the numbers of the others in its district (二（一）2), rows in order of ids.

    Counted in this very table by its columns `district` and `standing` (`approved`, `under_review`); while the standing
    of any cluster of a district is not yet known, neither are the numbers of that district.
    """
    _need(clusters, DISTRICT, STANDING)
    counts = {APPROVED: "other_clusters_approved", UNDER_REVIEW: "other_clusters_under_review"}
    _refuse_twice(clusters, counts.values())
    is_outside = ~nw.col(IN_PARK)
    standing = {name: (nw.col(STANDING) == own).cast(nw.Float64) for own, name in counts.items()}
    outside = clusters.frame.filter(is_outside).select(DISTRICT, **standing)
    sums = summed(outside, [DISTRICT], list(counts.values()))
    joined = _without(clusters, *counts.values()).join(sums, on=DISTRICT, how="left")
    others = {name: nw.when(is_outside).then(nw.col(name) - each) for name, each in standing.items()}
    subjects = clusters.subjects if District in clusters.subjects else (*clusters.subjects, District)
    gathered = replace(clusters, frame=joined.with_columns(**others).sort(ID), subjects=subjects)
    return replace(gathered, told=clusters.told | {*counts.values()})


def added_up_by_project(supplies: Table) -> Table:
    """Add up the supplies to one project of one cluster: the floor of 二（四）2 is for a project, not for a supply.

    The row of a project bears the first of its ids. A supply without a project's name is a project of its own.
    """
    own = nw.when(nw.col("supplied_to").is_null()).then(nw.col(ID)).otherwise(nw.lit(""))
    keys = [name for name in (CLUSTER, DISTRICT) if name in supplies.labels]
    rest = [name for name in (*supplies.labels, IN_PARK) if name not in keys]
    first = {name: nw.col(name).min() for name in rest}
    by = [*keys, "supplied_to", "_own"]
    sums = summed(supplies.frame.with_columns(_own=own), by, ["supplied_mu"], **first)
    return replace(supplies, frame=sums.drop("_own").sort(ID))


def _without(table: Table, *names: str) -> nw.LazyFrame[Any]:
    """Take out columns of facts that nobody told, to make room for what is counted."""
    return table.frame.drop(names, strict=False)


def _need(table: Table, *names: str) -> None:
    missing = [name for name in names if name not in table.labels]
    if missing:
        raise NotAdmittedError([Message("table_lacks_column", {"name": name}) for name in missing])


def _refuse_twice(table: Table, names: Iterable[str]) -> None:
    """Refuse to count what the table states already: two numbers for one thing are one too many."""
    stated = [name for name in names if name in table.told]
    if stated:
        raise NotAdmittedError([Message("table_counts_twice", {"name": name}) for name in stated])


def _refuse_strangers(inside: nw.LazyFrame[Any], parks: Table) -> None:
    strangers = inside.join(parks.frame.select(ID), left_on=PARK, right_on=ID, how="anti").select(ID, PARK).sort(ID)
    found = computed(strangers.head(1)).rows()
    if found:
        raise NotAdmittedError([Message("table_park_unknown", {"id": found[0][0], "park": found[0][1]})])
