"""Reads the days of a holiday notice as people copy them: a line a holiday, its name and its days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jijuqu.reference.actions.calendar import Arrangement

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = re.compile(r"(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?")
TO = re.compile(r"[至到—–~～]")
AROUND_NAME = " \t：:，,、。"
LONGEST_HOLIDAY = timedelta(days=31)


def arranged_days(typed: str, year: int, *, are_worked: bool) -> list[Arrangement]:
    """Read lines such as 春节：2月5日至2月12日 or 2027-02-20、2027-02-27; a day without a year is of `year`.

    Raises ValidationError that names every line which cannot be read.
    """
    found: list[Arrangement] = []
    faults: list[str] = []
    for number, line in enumerate(typed.splitlines(), start=1):
        if not line.strip():
            continue
        name, days = line[: _first_at(line)].strip(AROUND_NAME), []
        try:
            days = list(_days(line, year))
        except ValueError:
            faults.append(_("第%(row)s行有不存在的日期：“%(line)s”。") % {"row": number, "line": line.strip()})
            continue
        if not days:
            words = _("第%(row)s行没有写日期：“%(line)s”。请写成“春节 2月5日至2月12日”的样子。")
            faults.append(words % {"row": number, "line": line.strip()})
        found += [Arrangement(day, name or _usual_name(are_worked=are_worked), are_worked) for day in days]
    if faults:
        raise ValidationError(faults)
    return found


def _first_at(line: str) -> int:
    """Return where the first day stands in a line, its end where there is none."""
    first = DAY.search(line)
    return first.start() if first else len(line)


def _days(line: str, year: int) -> Iterator[date]:
    """Yield the days of a line; two with 至 between them and all those in between. Raises ValueError for no day."""
    last: date | None = None
    end = 0
    for match in DAY.finditer(line):
        day = date(int(match["year"] or year), int(match["month"]), int(match["day"]))
        if last and TO.search(line[end : match.start()]):
            if not last < day <= last + LONGEST_HOLIDAY:
                raise ValueError(line)
            yield from (last + timedelta(days=later) for later in range(1, (day - last).days))
        yield day
        last, end = day, match.end()


def _usual_name(*, are_worked: bool) -> str:
    return "调休上班" if are_worked else "放假"
