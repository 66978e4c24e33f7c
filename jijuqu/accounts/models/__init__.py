"""The tables of people and their organisations."""

from jijuqu.accounts.models.appointment import Appointment
from jijuqu.accounts.models.organisation import Organisation, OrganisationKind
from jijuqu.accounts.models.person import MailWish, Person

__all__ = ["Appointment", "MailWish", "Organisation", "OrganisationKind", "Person"]
