"""The register of departures from what the notice asks in principle (特殊情况说明)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.cases.models.cluster import PlannedCluster
from jijuqu.journal.covered import covered
from jijuqu.journal.models import Paper
from jijuqu.procedure.roles import Level


@covered()
class Departure(models.Model):
    """A written justification for departing from one rule of force 原则上, by the rule's name in `policy`."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="departures", verbose_name=_("案件"))
    cluster = models.ForeignKey(
        PlannedCluster, models.CASCADE, related_name="departures", verbose_name=_("集聚区"), null=True, blank=True
    )
    rule = models.CharField(_("规则"), max_length=60)
    clause = models.CharField(_("条款"), max_length=20)
    justification = models.TextField(_("特殊情况说明"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("说明人"))

    class Meta:
        verbose_name = verbose_name_plural = _("特殊情况说明")
        ordering = ("case", "pk")
        indexes = (models.Index(fields=["rule"], name="departure_by_rule"),)
        constraints = (
            models.UniqueConstraint(
                fields=["case", "rule"], condition=Q(cluster__isnull=True), name="departure_once_a_plan"
            ),
            models.UniqueConstraint(
                fields=["cluster", "rule"], condition=Q(cluster__isnull=False), name="departure_once_a_cluster"
            ),
            models.CheckConstraint(
                condition=~Q(justification=""),
                name="departure_says_why",
                violation_error_message=_("请写明特殊情况和理由。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.rule}"


@covered()
class Acceptance(models.Model):
    """The named person who accepted a departure, at one level; from then on it is a precedent for the same rule.

    `accepted_by` is the person's name as it stands in the record or on the paper.
    """

    departure = models.ForeignKey(Departure, models.CASCADE, related_name="acceptances", verbose_name=_("特殊情况说明"))
    level = models.CharField(_("层级"), max_length=10)
    accepted_by = models.CharField(_("认可人"), max_length=40)
    accepted_on = models.DateField(_("认可日期"))
    paper = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("书面材料"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("特殊情况认可")
        ordering = ("-accepted_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["departure", "level"],
                name="departure_accepted_once_a_level",
                violation_error_message=_("本级已认可该特殊情况说明。"),
            ),
            models.CheckConstraint(
                condition=Q(level__in=[each.value for each in Level]), name="acceptance_level_known"
            ),
            models.CheckConstraint(
                condition=~Q(accepted_by=""),
                name="departure_accepted_by_somebody",
                violation_error_message=_("请写明由谁认可。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.departure_id} {self.accepted_by}"
