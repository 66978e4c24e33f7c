"""Reads the days of a holiday notice as people write them, or paste them from it: a line a holiday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jijuqu.reference.actions.calendar import Arrangement

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = re.compile(
    r"(?:(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*)?(?P<day>\d{1,2})(?(month)\s*日?|\s*日)"
)
TO = re.compile(r"[至到—–~～-]")
NUMBERING = re.compile(r"^\s*[一二三四五六七八九十]+、")
BETWEEN_SENTENCES = re.compile(r"[。；;]")
WORKED = "上班"
AROUND_NAME = " \t：:，,、。（）()"
LONGEST_HOLIDAY = timedelta(days=31)


def arranged_days(typed: str, year: int, *, are_worked: bool) -> list[Arrangement]:
    """Read lines such as 春节：2月5日至12日放假。2月20日上班 or 2027-02-20、2027-02-27.

    A day without a year is of `year`. What a line says after 。 is of the same holiday; days with 上班 are worked,
    others as `are_worked` says. Raises ValidationError that names every line which cannot be read.
    """
    found: list[Arrangement] = []
    faults: list[str] = []
    for number, line in enumerate(typed.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            read = list(_read(NUMBERING.sub("", line), year, are_worked=are_worked))
        except ValueError:
            faults.append(_("第%(row)s行有不存在的日期：“%(line)s”。") % {"row": number, "line": line.strip()})
            continue
        if not read:
            words = _("第%(row)s行没有写日期：“%(line)s”。请写成“春节 2月5日至2月12日”的样子。")
            faults.append(words % {"row": number, "line": line.strip()})
        found += read
    if faults:
        raise ValidationError(faults)
    return found


def _read(line: str, year: int, *, are_worked: bool) -> Iterator[Arrangement]:
    """Yield the days of a line under the name that it begins with. Raises ValueError for a day that does not exist."""
    first = DAY.search(line)
    name = line[: first.start()].strip(AROUND_NAME) if first else ""
    for sentence in BETWEEN_SENTENCES.split(line):
        is_worked = are_worked or WORKED in sentence
        for day in _days(sentence, year):
            yield Arrangement(day, name or _usual_name(is_worked=is_worked), is_worked)


def _days(sentence: str, year: int) -> Iterator[date]:
    """Yield the days of a sentence; of two with 至 between them all those in between too."""
    last: date | None = None
    end = 0
    for match in DAY.finditer(sentence):
        month = int(match["month"]) if match["month"] else last.month if last else 0
        in_year = int(match["year"]) if match["year"] else last.year if last else year
        day = date(in_year, month, int(match["day"]))
        if last and TO.search(sentence[end : match.start()]):
            if not last < day <= last + LONGEST_HOLIDAY:
                raise ValueError(sentence)
            yield from (last + timedelta(days=later) for later in range(1, (day - last).days))
        yield day
        last, end = day, match.end()


def _usual_name(*, is_worked: bool) -> str:
    return "调休上班" if is_worked else "放假"
