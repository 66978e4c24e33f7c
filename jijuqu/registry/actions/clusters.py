"""Acts on clusters of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.registry.actions.rows import save, save_cluster
from jijuqu.registry.actions.slots import free_slot, lock_holder, take_slot
from jijuqu.registry.models import Cluster, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.db.models import Model
    from shapely.geometry.base import BaseGeometry

    from jijuqu.accounts.models import Person
    from jijuqu.journal.models import Paper


@transaction.atomic
def enter_cluster(
    cluster: Cluster, boundary: BaseGeometry, *, reason: str = "", actor: Person | None, on: date
) -> Cluster:
    """Enter a cluster with its surveyed boundary (degrees, EPSG:4490); its area is measured here.

    Outside the parks it takes the holder's next free place; beyond the fifth a `reason` (特殊情况说明) is wanted.
    In a park this is 名录登记, and wants the `evidence` that the park's spatial plan shows it.
    Raises ValueError for a polygon that is not valid, ValidationError for a row that is not.
    """
    _require_to_keep(cluster, actor)
    wrote: list[Model] = [cluster]
    takes_a_place = cluster.park_id is None and cluster.ended_on is None
    if takes_a_place:
        lock_holder(cluster.holder)
    save_cluster(cluster, boundary)
    if takes_a_place and cluster.received_on:
        slot = take_slot(
            cluster.holder,
            cluster=cluster,
            taken_on=cluster.received_on,
            approved_on=cluster.approved_on,
            reason=reason,
        )
        wrote.append(slot)
    _record("enter_cluster", cluster, actor, on, wrote)
    return cluster


@transaction.atomic
def approve_cluster(cluster: Cluster, on: date, *, actor: Person | None, reply: Paper | None = None) -> None:
    """Record that a cluster outside the parks is approved, with the letter that says so where it is at hand."""
    _require_to_keep(cluster, actor)
    slot = _place_of(cluster)
    cluster.approved_on, cluster.reply = on, reply or cluster.reply
    save(cluster)
    slot.approved_on = on
    save(slot)
    _record("approve_cluster", cluster, actor, on, [cluster, slot])


@transaction.atomic
def attach_reply(cluster: Cluster, reply: Paper, *, actor: Person | None, on: date) -> None:
    """Put the letter by which a cluster was approved (复函) to its entry, once its number and sealed scan are back."""
    _read_locked(cluster)
    cluster.reply = reply
    save(cluster)
    _record("attach_reply", cluster, actor, on, [cluster], paper=reply)


@transaction.atomic
def correct_cluster(  # noqa: PLR0913 - what, where, why, who, when
    cluster: Cluster,
    columns: Mapping[str, Any],
    boundary: BaseGeometry | None = None,
    *,
    why: str,
    actor: Person | None,
    on: date,
) -> None:
    """Correct columns of an entry, and its boundary where one is given (degrees, EPSG:4490).

    A day on which a place was taken or approved is corrected in its slot too. Raises ValidationError without a `why`.
    """
    _require_to_keep(cluster, actor)
    if not why.strip():
        raise ValidationError(_("更正登记内容请写明原因。"))
    told: dict[str, Any] = {}
    for name, value in columns.items():
        if getattr(cluster, name) != value:
            told[name] = {"before": _plain(getattr(cluster, name)), "after": _plain(value)}
            setattr(cluster, name, value)
    wrote: list[Model] = [cluster]
    save_cluster(cluster, boundary) if boundary is not None else save(cluster)
    if cluster.park_id is None and told.keys() & {"received_on", "approved_on"}:
        slot = _place_of(cluster)
        slot.taken_on, slot.approved_on = cluster.received_on or slot.taken_on, cluster.approved_on
        save(slot)
        wrote.append(slot)
    details = {"why": why, "columns": told, "boundary": boundary is not None}
    _record("correct_cluster", cluster, actor, on, wrote, details=details)


@transaction.atomic
def end_cluster(cluster: Cluster, on: date, *, why: str, actor: Person | None) -> None:
    """Record that a cluster is no more (refused, withdrawn, dissolved); its place is free again."""
    _require_to_keep(cluster, actor)
    wrote: list[Model] = [cluster]
    slot = None if cluster.park_id else _place_of(cluster)
    cluster.ended_on = on
    save(cluster)
    if slot:
        free_slot(slot, on)
        wrote.append(slot)
    _record("end_cluster", cluster, actor, on, wrote, details={"why": why})


@transaction.atomic
def publish_cluster(cluster: Cluster, on: date, *, actor: Person | None, map_review_number: str = "") -> None:
    """Show the cluster and its boundary to the public from a day on: an officer's decision after the map review.

    `map_review_number` is the 审图号, "" where the map has none; the page then says so.
    """
    _read_locked(cluster)
    require(actor, Permission.PUBLISH)
    cluster.published_on, cluster.unpublished_on = on, None
    cluster.map_review_number = map_review_number
    save(cluster)
    _record("publish_cluster", cluster, actor, on, [cluster], details={"map_review_number": map_review_number})


@transaction.atomic
def change_map_review_number(cluster: Cluster, number: str, *, why: str, actor: Person | None, on: date) -> None:
    """Change the 审图号 of a cluster that the public sees, as where its map was reviewed anew; "": it has none.

    Raises ValidationError for a cluster that is not shown, for the number it has already, and without a `why`.
    """
    _read_locked(cluster)
    require(actor, Permission.PUBLISH)
    if cluster.published_on is None or cluster.unpublished_on is not None:
        raise ValidationError(_("%(name)s没有公开；审图号在公开时填写。") % {"name": cluster.name})
    if number == cluster.map_review_number:
        raise ValidationError(_("审图号没有变化，无须更改。"))
    if not why.strip():
        raise ValidationError(_("更改审图号请写明原因。"))
    details = {"why": why, "before": cluster.map_review_number, "after": number}
    cluster.map_review_number = number
    save(cluster)
    _record("change_map_review_number", cluster, actor, on, [cluster], details=details)


@transaction.atomic
def unpublish_cluster(cluster: Cluster, on: date, *, why: str, actor: Person | None) -> None:
    """Take the cluster's page and boundary out of the public's sight from a day on."""
    _read_locked(cluster)
    require(actor, Permission.PUBLISH)
    if cluster.published_on is None or cluster.unpublished_on is not None:
        raise ValidationError(_("%(name)s没有公开，无从撤下。") % {"name": cluster.name})
    if not why.strip():
        raise ValidationError(_("撤下已公开的集聚区请写明原因。"))
    cluster.unpublished_on = on
    save(cluster)
    _record("unpublish_cluster", cluster, actor, on, [cluster], details={"why": why})


def _read_locked(cluster: Cluster) -> None:
    """Read an entry as it stands, locked, so that what others wrote to it meanwhile is not written over."""
    cluster.refresh_from_db(from_queryset=Cluster.objects.select_for_update())


def _require_to_keep(cluster: Cluster, actor: Person | None) -> None:
    """In a park the holder's own officers keep the entry too; outside, entries come from decided cases or paper."""
    permission = Permission.ENTER_IN_PARK if cluster.park_id else Permission.ENTER_EXISTING
    require(actor, permission, holder=cluster.holder_id)


def _place_of(cluster: Cluster) -> Slot:
    """Return the place that a cluster outside the parks holds, with its holder locked."""
    lock_holder(cluster.holder)
    return Slot.objects.get(cluster=cluster)


def _record(  # noqa: PLR0913, PLR0917 - an event's parts
    act: str,
    cluster: Cluster,
    actor: Person | None,
    on: date,
    wrote: Sequence[Model],
    details: Mapping[str, Any] | None = None,
    paper: Paper | None = None,
) -> None:
    record(f"registry.{act}", f"cluster:{cluster.code}", actor=actor, on=on, wrote=wrote, details=details, paper=paper)


def _plain(value: object) -> object:
    """Write a value as an event's details can hold it: another row as its key."""
    return getattr(value, "pk", value)
