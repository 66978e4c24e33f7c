"""Acts on the five places of a quota holder: right under any timing, because its row is locked before they are counted.

A holder and those whom it succeeded share one count (`QuotaHolder.heir`), so one row is locked for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.journal.actions import record
from jijuqu.registry.actions.rows import save, save_cluster
from jijuqu.registry.models import Cluster, QuotaHolder, Slot
from jijuqu.registry.models.slot import SLOTS_WITHOUT_REASON
from jijuqu.registry.queries import family_of

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from jijuqu.accounts.models import Person


@transaction.atomic
def claim_slot(  # noqa: PLR0913 - who, for what, why, by whom, when
    holder: QuotaHolder, claimed_by: str, *, title: str = "", reason: str = "", actor: Person | None, on: date
) -> Slot:
    """Take the holder's next free place for an application under review, named like "case:12/1"; people see `title`.

    Beyond the fifth place a `reason` (特殊情况说明) is wanted. Raises ValidationError without it, naming who holds
    the five, and where `claimed_by` holds a place already.
    """
    slot = take_slot(holder, claimed_by=claimed_by, title=title, reason=reason, taken_on=on)
    record("registry.claim_slot", f"holder:{holder.code}", actor=actor, on=on, wrote=[slot], details=_told(slot))
    return slot


@transaction.atomic
def release_slot(slot: Slot, *, actor: Person | None, on: date, why: str) -> None:
    """Let a place go: the application was withdrawn, refused, or not approved for this cluster."""
    slot = lock_slot(slot)
    free_slot(slot, on)
    details = {**_told(slot), "why": why}
    record("registry.release_slot", f"holder:{slot.holder_id}", actor=actor, on=on, wrote=[slot], details=details)


@transaction.atomic
def turn_into_approved(
    slot: Slot, cluster: Cluster, boundary: BaseGeometry, *, actor: Person | None, on: date
) -> Cluster:
    """Enter an approved cluster, unpublished, with its boundary (degrees, EPSG:4490), into the place claimed for it.

    Raises ValidationError where the place was let go meanwhile, or the cluster is not that holder's or not approved.
    """
    slot = lock_slot(slot)
    if cluster.holder_id != slot.holder_id or cluster.approved_on is None:
        raise ValidationError(_("名额与集聚区的申报主体不一致，或集聚区尚未批准。"))
    save_cluster(cluster, boundary)
    slot.cluster, slot.approved_on = cluster, cluster.approved_on
    save(slot)
    wrote = [cluster, slot]
    record("registry.approve", f"cluster:{cluster.code}", actor=actor, on=on, wrote=wrote, details=_told(slot))
    return cluster


def take_slot(  # noqa: PLR0913 - a row's columns
    holder: QuotaHolder,
    *,
    taken_on: date,
    approved_on: date | None = None,
    claimed_by: str = "",
    title: str = "",
    cluster: Cluster | None = None,
    reason: str = "",
) -> Slot:
    """Save the holder's next free place, inside the transaction of an act. Raises ValidationError as `claim_slot`."""
    number = _next_number(lock_holder(holder))
    if number > SLOTS_WITHOUT_REASON and not reason.strip():
        raise ValidationError(_none_is_free(holder))
    slot = Slot(
        holder=holder, number=number, claimed_by=claimed_by, title=title, cluster=cluster,
        taken_on=taken_on, approved_on=approved_on, reason=reason if number > SLOTS_WITHOUT_REASON else "",
    )  # fmt: skip
    save(slot)
    return slot


def free_slot(slot: Slot, on: date) -> None:
    """Save that a place is free from a day on, inside the transaction of an act."""
    slot.released_on = on
    save(slot)


def lock_holder(holder: QuotaHolder) -> QuotaHolder:
    """Let nobody else count or take places of this holder's family until the transaction ends; return the holder."""
    QuotaHolder.objects.select_for_update().only("code").get(pk=holder.heir.pk)
    return holder


def lock_slot(slot: Slot) -> Slot:
    """Return the place as it stands now, locked with its holder. Raises ValidationError where it was let go."""
    lock_holder(slot.holder)
    now = Slot.objects.select_related("holder").get(pk=slot.pk)
    if now.released_on is not None:
        raise ValidationError(
            _("%(holder)s的第%(number)s个名额已于%(day)s释放，不能再用；请重新占用名额。")
            % {"holder": now.holder.name, "number": now.number, "day": now.released_on.isoformat()}
        )
    return now


def _next_number(holder: QuotaHolder) -> int:
    """Return the lowest free number; places of those whom the holder succeeded come before its own."""
    in_use = Slot.objects.filter(holder__in=family_of(holder.heir), released_on__isnull=True)
    own = set(in_use.filter(holder=holder).values_list("number", flat=True))
    number = in_use.exclude(holder=holder).count() + 1
    while number in own:
        number += 1
    return number


def _none_is_free(holder: QuotaHolder) -> str:
    in_use = Slot.objects.filter(holder__in=family_of(holder.heir), released_on__isnull=True).select_related("cluster")
    names = "、".join(each.held_by for each in in_use)
    return _(
        "%(holder)s已有%(count)s个园外集聚区（%(names)s）；每个区县原则上不超过5个（二（一）2），再增加的请填写特殊情况说明。"
    ) % {"holder": holder.name, "count": len(in_use), "names": names}


def _told(slot: Slot) -> dict[str, object]:
    return {"number": slot.number, "claimed_by": slot.claimed_by, "title": slot.title, "reason": slot.reason}
