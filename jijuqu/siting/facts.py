"""What measured land tells the rules: facts by the names of `jijuqu.policy.facts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jijuqu.siting.land import Land
    from jijuqu.siting.layers import LayerKind

SHARE_FACTS: dict[str, LayerKind] = {
    "share_inside_parks": "park",
    "share_on_planned_industrial_land": "planned-industrial",
    "share_in_ecological_red_line": "eco-redline",
    "share_in_permanent_farmland": "farmland",
    "share_inside_urban_boundary": "urban-boundary",
}


def site_facts(land: Land, *, in_park: bool) -> dict[str, float | int | bool | None]:
    """Give the facts of a site that its land tells; None: not known. Shares are 0 to 1."""
    shares = {fact: land.layers[kind].share if kind in land.layers else None for fact, kind in SHARE_FACTS.items()}
    return {
        "in_park": in_park,
        **shares,
        "parts": land.parts,
        "industrial_land_mu": land.industrial_land_mu,
        "ancillary_land_mu": land.ancillary_land_mu,
        "total_land_mu": land.area_mu,
        "lies_in_chongqing": land.lies_in_chongqing,
    }
