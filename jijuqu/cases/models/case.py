"""One case: a district's plan on its way from the first draft to the commission's letter."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.procedure.states import Position, State
from jijuqu.registry.models import QuotaHolder


class Outcome(models.TextChoices):
    """How the commission decided on the plan as a whole."""

    OPEN = "", _("尚未审定")
    APPROVED = "approved", _("全部同意")
    PARTLY = "partly", _("部分同意")
    REFUSED = "refused", _("不予同意")


NO_DAY = datetime.date.max  # sorts behind every day


@covered(apart=("due_on", "listed_on"))
class Case(models.Model):
    """One plan (各区县的…建设规划, 二（三）1) with its 1..n clusters outside the parks.

    Where it stands are the three values of `procedure.states.Position`: `state`, `corrected_from`, `suspended_from`.
    `due_on` is the nearest day by which whoever holds it must act, kept here only so that lists can be sorted; it is
    recomputed from the events by `cases.clocks`. `listed_on` is the same day for the database to sort by: a case
    without one comes last, on both databases and in the order of one index. `edition` grows by one with each act: who
    acts on a page that shows an older edition is told who was first.
    """

    number = models.CharField(_("案件编号"), max_length=20, unique=True)
    holder = models.ForeignKey(QuotaHolder, models.PROTECT, related_name="cases", verbose_name=_("申报主体"))
    title = models.CharField(_("规划名称"), max_length=120)
    state = models.CharField(_("状态"), max_length=30)
    corrected_from = models.CharField(_("补正前状态"), max_length=30, blank=True)
    suspended_from = models.CharField(_("中止前状态"), max_length=30, blank=True)
    outcome = models.CharField(_("审定结果"), max_length=10, choices=Outcome.choices, blank=True, default="")
    opened_on = models.DateField(_("立项日期"))
    district_approved_on = models.DateField(_("区县审定日期"), null=True, blank=True)
    applied_on = models.DateField(_("申请日期"), null=True, blank=True)
    received_on = models.DateField(_("收文日期"), null=True, blank=True)
    decided_on = models.DateField(_("审定日期"), null=True, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    state_since = models.DateField(_("进入现状态日期"))
    due_on = models.DateField(_("办理期限"), null=True, blank=True)
    listed_on = models.GeneratedField(
        expression=Coalesce("due_on", Value(NO_DAY)), output_field=models.DateField(), db_persist=True
    )
    drafter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="drafts",
        verbose_name=_("编制经办人"),
        null=True,
        blank=True,
    )
    city_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("市级经办人"), null=True, blank=True
    )
    eia_sent_on = models.DateField(_("规划环评报送日期"), null=True, blank=True)
    eia_reviewed_on = models.DateField(_("规划环评审查日期"), null=True, blank=True)
    edition = models.PositiveIntegerField(_("版次"), default=1)

    class Meta:
        verbose_name = verbose_name_plural = _("案件")
        ordering = ("-number",)
        indexes = (
            models.Index(fields=["state", "listed_on", "city_officer"], name="case_by_state_and_day"),
            models.Index(fields=["holder", "state"], name="case_by_holder"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(state__in=[each.value for each in State]), name="case_state_known"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *Outcome.values]),
                name="case_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True)
                | Q(applied_on__isnull=True)
                | Q(received_on__gte=F("applied_on")),
                name="case_received_after_applied",
                violation_error_message=_("收文日期早于申请日期，请核对两个日期。"),
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True)
                | Q(received_on__isnull=True)
                | Q(decided_on__gte=F("received_on")),
                name="case_decided_after_received",
                violation_error_message=_("审定日期早于收文日期，请核对两个日期。"),
            ),
            models.CheckConstraint(
                condition=Q(eia_reviewed_on__isnull=True) | Q(eia_reviewed_on__gte=F("eia_sent_on")),
                name="case_eia_days_in_order",
                violation_error_message=_("规划环评审查日期早于报送日期，请核对两个日期。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def came_on_paper(self) -> bool:
        """Whether it began with a letter to the commission: nobody of the district writes the plan here."""
        return self.drafter_id is None

    @property
    def position(self) -> Position:
        """Where it stands in the procedure."""
        return Position(
            State(self.state),
            State(self.corrected_from) if self.corrected_from else None,
            State(self.suspended_from) if self.suspended_from else None,
        )

    def place(self, position: Position) -> None:
        """Put it where an act led; saved by the caller."""
        self.state = position.state.value
        self.corrected_from = position.corrected_from or ""
        self.suspended_from = position.suspended_from or ""

    @property
    def subject(self) -> str:
        """The case's address in the journal."""
        return f"case:{self.pk}"


class Serial(models.Model):
    """The last number given out under a name in a year; whoever takes the next locks the row."""

    name = models.CharField(_("编号类别"), max_length=40)
    year = models.PositiveSmallIntegerField(_("年份"))
    last = models.PositiveIntegerField(_("已用至"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("流水号")
        constraints = (models.UniqueConstraint(fields=["name", "year"], name="serial_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.name} {self.year}: {self.last}"


class Watch(models.Model):
    """Somebody who wants to hear of a case without having to act on it (关注)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="watches")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watches")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "person"], name="watched_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.case_id}"


class Reading(models.Model):
    """The edition of a case that somebody has looked at last: what changed since is shown to them as unread."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    edition = models.PositiveIntegerField(_("版次"))

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "person"], name="reading_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.case_id} {self.edition}"
