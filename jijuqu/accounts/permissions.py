"""What a person may do and see on a day: their appointments, read through the permission table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
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
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from jijuqu.accounts.models import Person

__all__ = ["GRANTED", "Capacity", "Permission", "Powers", "Reach", "may", "powers_of", "reach", "require", "roles_of"]

OF_ITSELF = 7  # so many columns tell of an appointment itself, see `_rows_of`


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

    `holder` is "" for organisations of the city; `on_behalf_of` is the key of the person deputised for. `predecessors`
    are those whose work the organisation took over: (organisation, holder), as codes.
    """

    role: Role
    organisation: str
    holder: str
    on_behalf_of: int | None
    predecessors: tuple[tuple[str, str], ...] = ()

    @property
    def organisations(self) -> frozenset[str]:
        """The organisation and those whose work it took over."""
        return frozenset({self.organisation, *(organisation for organisation, _holder in self.predecessors)})

    @property
    def holders(self) -> frozenset[str]:
        """The holder and those whose organisations' work was taken over."""
        return frozenset({self.holder, *(holder for _organisation, holder in self.predecessors)})

    def acts_for(self, holder: str) -> bool:
        """Tell whether it is a capacity of the city, or one for this holder or for the one that came after it."""
        return not self.holder or holder in self.holders

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
    def organisations(self) -> frozenset[str]:
        """The organisations acted for, and those whose work they took over."""
        return _united(each.organisations for each in self.capacities)

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
        holders=_united(each.holders for each in capacities if SIGHTS[each.role] is Sight.HOLDER),
        organisations=_united(each.organisations for each in capacities if SIGHTS[each.role] is Sight.ORGANISATION),
    )


def _united(codes: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*codes)


def powers_of(person: Person, on: date) -> Powers:
    """Return all that a person holds on a day, in one query, for a deputy in two; nothing for a closed account."""
    if not person.is_active:
        return Powers(())
    rows = _held_by(person.pk, on)
    if any(row[OF_ITSELF - 1] is not None for row in rows):
        rows = list(_rows_of(appointments_on(on).filter(person=person)))
    held = [
        Capacity(Role(role), organisation, holder, behalf, _taken_over(group, on))
        for (_pk, role, organisation, holder, first, last, behalf), group in groupby(rows, lambda row: row[:OF_ITSELF])
        if (first is None or first <= on) and (last is None or last >= on)
    ]
    return Powers(tuple(sorted(held, key=lambda each: each.on_behalf_of is not None)))


def _taken_over(rows: Iterable[tuple[Any, ...]], on: date) -> tuple[tuple[str, str], ...]:
    """Return organisation and holder of the predecessors in the rows of one appointment that are no more on a day."""
    return tuple((code, holder) for *_, code, holder, last in rows if code is not None and last < on)


def _rows_of(appointments: QuerySet[Appointment]) -> QuerySet[Appointment, tuple[Any, ...]]:
    """Return OF_ITSELF columns of each appointment, and three of a predecessor of its organisation, a row for each.

    Key, role, organisation, its holder, its first and last day, and who is deputised for; then the predecessor's code,
    holder and last day. Own ones first made come first.
    """
    own = ("pk", "role", "organisation", "organisation__holder", "organisation__first_day", "organisation__last_day")
    predecessor = "organisation__predecessors"
    of_predecessor = (predecessor, f"{predecessor}__holder", f"{predecessor}__last_day")
    return appointments.order_by("pk", predecessor).values_list(*own, "deputises_for", *of_predecessor)


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
