"""Everything that writes accounts: one act, one transaction, one event in the journal."""

from jijuqu.accounts.actions.appointments import appoint, end_appointment
from jijuqu.accounts.actions.notices import mark_read, notify
from jijuqu.accounts.actions.organisations import amend_organisation, enter_organisation
from jijuqu.accounts.actions.people import (
    amend_person,
    close_account,
    enter_person,
    forget_person,
    reopen_account,
)
from jijuqu.accounts.actions.secrets import change_password, reset_password, reset_second_factor, set_second_factor
from jijuqu.accounts.actions.sent_forms import write_down_sent

__all__ = [
    "amend_organisation",
    "amend_person",
    "appoint",
    "change_password",
    "close_account",
    "end_appointment",
    "enter_organisation",
    "enter_person",
    "forget_person",
    "mark_read",
    "notify",
    "reopen_account",
    "reset_password",
    "reset_second_factor",
    "set_second_factor",
    "write_down_sent",
]
