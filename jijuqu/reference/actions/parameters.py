"""Acts on numbers that the notice asks for without giving them, and on settings of this software."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.reference.actions.succession import close_before
from jijuqu.reference.models import EnteredParameter
from jijuqu.reference.queries import value_of

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.accounts.models import Person
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter
    from jijuqu.words.text import Language


@transaction.atomic
def enter_parameter(  # noqa: PLR0913 - what, how much, from where, who, when
    notice: Notice, name: str, value: str, source: str, *, actor: Person | None, on: date
) -> EnteredParameter:
    """Enter a value for a parameter of a notice from a day on, with its source (such as 渝府办发〔2020〕99号).

    Raises ValidationError for a name that the notice does not have on that day, for a number that the notice gives
    itself, and for a value that does not fit the unit.
    """
    require(actor, Permission.KEEP_REFERENCE)
    parameter = _open_to_entry(notice, name, on)
    _check_value(parameter, value)
    wrote = close_before(EnteredParameter.objects.filter(notice=notice.number, name=name), on)
    entered = EnteredParameter(notice=notice.number, name=name, value=value, source=source, first_day=on)
    entered.full_clean()
    entered.save()
    details = {"value": value, "source": source}
    subject = f"parameter:{name}"
    record("reference.enter_parameter", subject, actor=actor, on=on, wrote=[*wrote, entered], details=details)
    return entered


def _open_to_entry(notice: Notice, name: str, on: date) -> Parameter:
    """Return the parameter, where the notice leaves its value open or it is a setting of this software."""
    parameter = next((each for each in notice.limits(on) if each.name == name), None)
    if parameter is None:
        raise ValidationError(_("该日的通知没有名为“%(name)s”的参数。") % {"name": name})
    if parameter.of_notice and parameter.value is not None:
        raise ValidationError(
            _("“%(label)s”由通知（%(clause)s）规定，不能另行录入。")
            % {"label": parameter.label.say(_language()), "clause": parameter.clause}
        )
    return parameter


def _check_value(parameter: Parameter, value: str) -> None:
    """Refuse a value that does not fit the parameter's unit."""
    try:
        number = value_of(value, parameter.unit)
    except ValueError:
        number = math.nan
    fits = parameter.unit == "day" or 0 <= number <= (1 if parameter.unit == "share" else 1e12)
    if not fits or number != number:  # noqa: PLR0124 - nan alone differs from itself
        raise ValidationError(
            _("“%(label)s”的数值“%(value)s”不合要求：比例填0至1之间的小数，日期填2022-12-31的形式，其余填不小于0的数。")
            % {"label": parameter.label.say(_language()), "value": value}
        )


def _language() -> Language:
    return "en" if (get_language() or "").startswith("en") else "zh"
