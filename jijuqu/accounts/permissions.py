"""What a person may do and see on a day: their appointments, read through the permission table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jijuqu.accounts.models import Appointment
from jijuqu.accounts.permission_table import GRANTED, NEED_SECOND_FACTOR, SIGHTS, Permission, Sight
from jijuqu.procedure.roles import Role
from jijuqu.tables.dated import in_force_on
from jijuqu.tables.prepared import Prepared

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jijuqu.accounts.models import Person

__all__ = ["GRANTED", "Capacity", "Permission", "Powers", "Reach", "may", "powers_of", "reach", "require", "roles_of"]


@dataclass(frozen=True, slots=True)
class Reach:
    """What somebody may see: everything, the cases of these quota holders, and those put to these organisations."""

    everything: bool
    holders: frozenset[str]
    organisations: frozenset[str]

    def includes(self, *, holder: str | None = None, organisation: str | None = None) -> bool:
        """Tell whether what belongs to a holder or was put to an organisation (codes) may be seen."""
        return self.everything or holder in self.holders or organisation in self.organisations


@dataclass(frozen=True, slots=True)
class Capacity:
    """One role as somebody holds it on a day: for an organisation, in their own name or in another person's place.

    `holder` is "" for organisations of the city; `on_behalf_of` is the key of the person deputised for.
    """

    role: Role
    organisation: str
    holder: str
    on_behalf_of: int | None

    def details(self) -> dict[str, str | int]:
        """Return what an event says of the capacity in which its actor acted."""
        said: dict[str, str | int] = {"role": self.role.value, "organisation": self.organisation}
        return said if self.on_behalf_of is None else said | {"on_behalf_of": self.on_behalf_of}


@dataclass(frozen=True, slots=True)
class Powers:
    """All that a person holds on a day, read once; pages keep it for the request. Own capacities come first."""

    capacities: tuple[Capacity, ...]

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held, own and deputised."""
        return frozenset(each.role for each in self.capacities)

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the roles permit, wherever it may reach."""
        return frozenset[Permission]().union(*(GRANTED[role] for role in self.roles))

    @property
    def reach(self) -> Reach:
        """How far all roles together see."""
        return _reach(self.capacities)

    def may(self, permission: Permission, *, holder: str | None = None, organisation: str | None = None) -> bool:
        """Tell whether one role both grants the permission and reaches what is named; see `capacity_for`."""
        return self.capacity_for(permission, holder=holder, organisation=organisation) is not None

    def capacity_for(
        self, permission: Permission, *, holder: str | None = None, organisation: str | None = None
    ) -> Capacity | None:
        """Return the capacity in which the person may do something, or None.

        With `holder` or `organisation` (codes) the same role must also reach it: a drafter of one district who
        reviews for another cannot draft there.
        """
        anywhere = holder is None and organisation is None
        for each in self.capacities:
            reaches = anywhere or _reach((each,)).includes(holder=holder, organisation=organisation)
            if permission in GRANTED[each.role] and reaches:
                return each
        return None

    @property
    def need_second_factor(self) -> bool:
        """Tell whether one of the roles asks for more than a password."""
        return not self.roles.isdisjoint(NEED_SECOND_FACTOR)


def _reach(capacities: tuple[Capacity, ...]) -> Reach:
    return Reach(
        everything=any(SIGHTS[each.role] is Sight.EVERYTHING for each in capacities),
        holders=frozenset(each.holder for each in capacities if SIGHTS[each.role] is Sight.HOLDER),
        organisations=frozenset(each.organisation for each in capacities if SIGHTS[each.role] is Sight.ORGANISATION),
    )


def powers_of(person: Person, on: date) -> Powers:
    """Return all that a person holds on a day, in one query, for a deputy in two; nothing for a closed account."""
    if not person.is_active:
        return Powers(())
    rows = _held_by(person.pk, on)
    if any(behalf is not None for *_, behalf in rows):
        rows = list(_rows_of(appointments_on(on).filter(person=person)))
    held = [
        Capacity(Role(role), organisation, holder, behalf)
        for role, organisation, holder, first, last, behalf in rows
        if (first is None or first <= on) and (last is None or last >= on)
    ]
    return Powers(tuple(sorted(held, key=lambda each: each.on_behalf_of is not None)))


def _rows_of(appointments: QuerySet[Appointment]) -> QuerySet[Appointment, tuple[Any, ...]]:
    """Return role, organisation, its holder, its first and last day, and who is deputised for; own ones first made."""
    columns = ("role", "organisation", "organisation__holder", "organisation__first_day", "organisation__last_day")
    return appointments.order_by("pk").values_list(*columns, "deputises_for")


_held_by = Prepared(
    lambda person, on: _rows_of(Appointment.objects.filter(in_force_on(on), person=person)), 1, date(2021, 8, 1)
)


def appointments_on(on: date) -> QuerySet[Appointment]:
    """Return the appointments that hold on a day.

    The organisation must still exist, and whom a deputy stands in for must still hold the role there.
    """
    own = Appointment.objects.filter(
        in_force_on(on),
        person=OuterRef("deputises_for"),
        organisation=OuterRef("organisation"),
        role=OuterRef("role"),
        deputises_for__isnull=True,
    )
    organisation_exists = Q(organisation__first_day__isnull=True) | Q(organisation__first_day__lte=on)
    organisation_exists &= Q(organisation__last_day__isnull=True) | Q(organisation__last_day__gte=on)
    return Appointment.objects.filter(in_force_on(on), organisation_exists, Q(deputises_for__isnull=True) | Exists(own))


def roles_of(person: Person, on: date) -> frozenset[Role]:
    """Return the roles that a person holds on a day, own and deputised."""
    return powers_of(person, on).roles


def may(
    person: Person,
    permission: Permission,
    on: date,
    *,
    holder: str | None = None,
    organisation: str | None = None,
) -> bool:
    """Tell whether a person may do something on a day; see `Powers.may`."""
    return powers_of(person, on).may(permission, holder=holder, organisation=organisation)


def require(actor: Person | None, permission: Permission, *, holder: str | None = None) -> None:
    """Let an act go on only if its actor may do it today, for the holder (a code) where one is given.

    None is the system itself, which may. Raises PermissionDenied with a sentence.
    """
    if actor is not None and not may(actor, permission, timezone.localdate(), holder=holder):
        label = permission.label.say("en" if (get_language() or "").startswith("en") else "zh")
        raise PermissionDenied(_("您无权办理“%(permission)s”，请转有此权限的经办人。") % {"permission": label})


def reach(person: Person, on: date) -> Reach:
    """Return what a person may see on a day."""
    return powers_of(person, on).reach
