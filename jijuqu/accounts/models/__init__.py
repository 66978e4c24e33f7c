"""The tables of people and their organisations."""

from jijuqu.accounts.models.appointment import Appointment
from jijuqu.accounts.models.kept_form import KeptForm
from jijuqu.accounts.models.notice import Mail, Notification
from jijuqu.accounts.models.organisation import Organisation, OrganisationKind
from jijuqu.accounts.models.person import MailWish, Person
from jijuqu.accounts.models.sent_form import SentForm
from jijuqu.accounts.models.sign_in import SignIn

__all__ = [
    "Appointment",
    "KeptForm",
    "Mail",
    "MailWish",
    "Notification",
    "Organisation",
    "OrganisationKind",
    "Person",
    "SentForm",
    "SignIn",
]
