"""Everything that writes here: one act, one transaction, one event of the journal; nothing is overwritten.

A change closes what held before on the day before its own first day. `actor` is who did it, None the system itself;
whoever may not keep reference data is refused with PermissionDenied.
"""

from jijuqu.reference.actions.access import end_access_entry, enter_access_entry, import_access_list
from jijuqu.reference.actions.calendar import correct_day, publish_year
from jijuqu.reference.actions.industries import import_industries
from jijuqu.reference.actions.parameters import enter_parameter
from jijuqu.reference.actions.screenings import keep_screening, remove_screening
from jijuqu.reference.actions.time_limits import change_time_limit
from jijuqu.reference.actions.trials import keep_trial, remove_trial

__all__ = [
    "change_time_limit",
    "correct_day",
    "end_access_entry",
    "enter_access_entry",
    "enter_parameter",
    "import_access_list",
    "import_industries",
    "keep_screening",
    "keep_trial",
    "publish_year",
    "remove_screening",
    "remove_trial",
]
