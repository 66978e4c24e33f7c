"""Holds what people state of their land against what was measured: a stated figure never stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.siting.land import Land

AGREES_WITHIN = 0.01  # notice-map 二（二）2: a difference of more than 1 % between stated and measured is told


def reconcile(told: Mapping[str, Any], land: Land) -> tuple[dict[str, Any], tuple[Message, ...]]:
    """Give what may be believed of the stated facts, and an issue for every area that differs from the measured one.

    `told` is a table of facts by name, perhaps with a table `site` in it. Industrial land stated to be more than all
    the land is not believed: it becomes unknown. What is both stated and measured is held to the measure by `Case`.
    """
    believed = dict(told)
    tables = [believed]
    if isinstance(told.get("site"), dict):
        believed["site"] = dict(told["site"])
        tables.append(believed["site"])
    return believed, tuple(issue for table in tables for issue in _settle(table, land))


def _settle(table: dict[str, Any], land: Land) -> list[Message]:
    """Take out of one table of facts what cannot be, and tell what differs from the measure."""
    measured = {
        "industrial_land_mu": land.industrial_land_mu,
        "ancillary_land_mu": land.ancillary_land_mu,
        "total_land_mu": land.area_mu,
    }
    issues = []
    for name, measured_mu in measured.items():
        stated_mu = table.get(name)
        if isinstance(stated_mu, bool) or not isinstance(stated_mu, int | float):
            continue  # not stated, or refused by `Case` in its own words
        said = {"name": name, "stated": stated_mu}
        if measured_mu is not None and abs(stated_mu - measured_mu) > AGREES_WITHIN * measured_mu:
            issues.append(Message("stated_differs", {**said, "measured": measured_mu}))
        elif measured_mu is None and stated_mu > (1 + AGREES_WITHIN) * land.area_mu:
            issues.append(Message("stated_over_all_land", {**said, "all": land.area_mu}))
            del table[name]
    return issues
