"""The working-day calendar: a year is published as a whole, and corrected day by day afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.following import following
from jijuqu.reference.actions import correct_day, publish_year
from jijuqu.reference.actions.calendar import Arrangement
from jijuqu.reference.models import SpecialDay, WorkingYear
from jijuqu.reference.models.calendar import FIRST_YEAR, LAST_YEAR
from jijuqu.web.desk.fields import Day, Line, OneOf, Words
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.reference.arranged_days import arranged_days
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.words.procedure_names import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from django.http import HttpRequest, HttpResponse

TEMPLATE = "desk/calendar_year.html"
OFF, WORKED, ORDINARY = "off", "worked", "ordinary"


class PublishYearForm(forms.Form):
    """The holidays of a year and the weekend days that are worked, as the State Council's office published them."""

    holidays = Words(
        label=gettext_lazy("放假"),
        rows=8,
        help_text=gettext_lazy(
            "每行一个节日：名称和日期，如“春节 2月5日至12日”；也可把通知各条原样粘贴，“上班”的日子会自动识别。"
            "不写年份的算本年。"
        ),
    )
    worked = Words(
        label=gettext_lazy("调休上班"),
        rows=4,
        required=False,
        help_text=gettext_lazy("每行一项，几天之间用顿号，如“春节调休 2月20日、2月27日”。"),
    )
    source = Line(
        label=gettext_lazy("来源"),
        max_length=200,
        help_text=gettext_lazy("放假安排的文号，如“国办发明电〔2025〕7号”。"),
    )
    on = Day(
        label=gettext_lazy("公布日期"),
        help_text=gettext_lazy("在办案件的期限随之重新推算；已作出的决定仍按当时的日历。"),
    )

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year

    def clean_holidays(self) -> list[Arrangement]:
        """Read the days off."""
        return arranged_days(self.cleaned_data["holidays"], self.year, are_worked=False)

    def clean_worked(self) -> list[Arrangement]:
        """Read the weekend days that are worked."""
        return arranged_days(self.cleaned_data["worked"], self.year, are_worked=True)

    def clean(self) -> dict[str, Any]:
        """Refuse a day that is written twice."""
        said = super().clean() or self.cleaned_data
        counted = Counter(each.day for each in self.days)
        if twice := _("、").join(day.isoformat() for day, count in counted.items() if count > 1):
            raise forms.ValidationError(_("这些日期写了不止一次：%(days)s。请只留一处。") % {"days": twice})
        return said

    @property
    def days(self) -> list[Arrangement]:
        """All special days of the year."""
        return [*self.cleaned_data.get("holidays", ()), *self.cleaned_data.get("worked", ())]


class CorrectDayForm(forms.Form):
    """What a day of a published year really is."""

    day = Day(label=gettext_lazy("更正哪一天"))
    becomes = OneOf(
        label=gettext_lazy("改为"),
        choices=(
            (OFF, gettext_lazy("放假")),
            (WORKED, gettext_lazy("调休上班（限周六、周日）")),
            (ORDINARY, gettext_lazy("普通日：按星期几上班或休息")),
        ),
    )
    name_zh = Line(label=gettext_lazy("名称"), max_length=80, required=False, help_text=gettext_lazy("如“春节”。"))
    source = Line(label=gettext_lazy("来源"), max_length=200, help_text=gettext_lazy("更正所依据的文件和文号。"))
    on = Day(
        label=gettext_lazy("自何日起按更正计算"),
        help_text=gettext_lazy("在办案件的期限随之重新推算；已作出的决定仍按当时的日历。"),
    )

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year

    def clean(self) -> dict[str, Any]:
        """Want a day of this year, and a name for one that is special."""
        said = super().clean() or self.cleaned_data
        if "day" in said and said["day"].year != self.year:
            self.add_error("day", _("这一天不在%(year)s年，请到该年的页面更正。") % {"year": self.year})
        if said.get("becomes") in {OFF, WORKED} and not said.get("name_zh") and "name_zh" not in self.errors:
            self.add_error("name_zh", _("放假和调休上班的日子请写明名称。"))
        return said

    @property
    def arrangement(self) -> Arrangement | None:
        """What the day becomes, None an ordinary one."""
        said = self.cleaned_data
        is_special = said["becomes"] != ORDINARY
        return Arrangement(said["day"], said["name_zh"], said["becomes"] == WORKED) if is_special else None


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def calendar_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year; publish it where it is not published yet, correct a day where it is."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404(_("年份应在2000年与2100年之间。"))
    known = WorkingYear.objects.filter(year=year).first()
    return _correct(request, known) if known else _publish(request, year)


def _publish(request: HttpRequest, year: int) -> HttpResponse:
    form = PublishYearForm(request.POST or None, year=year, initial={"on": today(request)})

    def deed() -> None:
        said, actor = form.cleaned_data, person_of(request)
        with following(actor=actor, on=said["on"]):
            publish_year(year, form.days, said["source"], actor=actor, on=said["on"])

    page = FormPage(
        title=_("%(year)s年：放假安排尚未公布") % {"year": year},
        about=_("公布之前，遇到这一年的期限一律不推算；国务院办公厅公布后在此录入全年安排。"),
        button=_("录入%(year)s年放假安排") % {"year": year},
        back=reverse("desk-reference"),
        done=_("%(year)s年的放假安排已录入。") % {"year": year},
    )
    return show_or_do(request, page, form, deed)


def _correct(request: HttpRequest, known: WorkingYear) -> HttpResponse:
    form = CorrectDayForm(request.POST or None, year=known.year, initial={"on": today(request)})

    def deed() -> None:
        said, actor = form.cleaned_data, person_of(request)
        with following(actor=actor, on=said["on"]):
            correct_day(said["day"], form.arrangement, said["source"], actor=actor, on=said["on"])

    page = FormPage(
        title=_("%(year)s年工作日历") % {"year": known.year},
        about="",
        button=_("更正这一天"),
        back=reverse("desk-reference"),
        done=_("已更正。"),
    )
    return show_or_do(request, page, form, deed, template=TEMPLATE, beside={"known": known} | _shown_days(known.year))


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A special day as the page shows it; `last_day` until which it was counted so, None where it stands."""

    day: date
    name: str
    weekday: str
    is_worked: bool
    last_day: date | None

    @property
    def shown(self) -> str:
        """The day as a date."""
        return self.day.isoformat()


def _shown_days(year: int) -> dict[str, Any]:
    """Give the special days of a year as they stand, days of one holiday together, and those that were corrected."""
    language = page_language()
    days = [
        ShownDay(each.day, each.name, WEEKDAYS[each.day.weekday()].say(language), each.is_worked, each.last_day)
        for each in SpecialDay.objects.filter(day__year=year).order_by("day", "first_day")
    ]
    standing = [each for each in days if each.last_day is None]
    return {
        "lists": [
            (_("放假"), list(_spans(each for each in standing if not each.is_worked))),
            (_("调休上班"), list(_spans(each for each in standing if each.is_worked))),
        ],
        "corrected": [each for each in days if each.last_day],
    }


def _spans(days: Iterable[ShownDay]) -> Iterator[tuple[ShownDay, ShownDay]]:
    """Yield the first and the last of days that follow on each other under one name."""
    first = last = None
    for day in days:
        if first and last and day.name == first.name and day.day - last.day == timedelta(days=1):
            last = day
            continue
        if first and last:
            yield first, last
        first = last = day
    if first and last:
        yield first, last
