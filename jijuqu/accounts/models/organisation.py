"""Organisations: the commission, the departments of both levels, and those who build and run clusters."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.tables.dated import Dated, days_in_order
from jijuqu.tables.named import Named


class OrganisationKind(models.TextChoices):
    """What an organisation is in the procedure of 二（三）."""

    COMMISSION = "commission", _("市经济信息委")
    DISTRICT_GOVERNMENT = "district_government", _("区县政府或管委会")
    DRAFTING_AUTHORITY = "drafting_authority", _("规划编制主管部门")
    DEPARTMENT = "department", _("部门")
    PARK_OFFICE = "park_office", _("工业园区管理机构")
    BUILDER = "builder", _("投资建设单位")
    OPERATOR = "operator", _("运营管理机构")
    INSTITUTION = "institution", _("专家所在单位")


@covered(loose=True)  # the first ones stand there before any act
class Organisation(Named, Dated):
    """One organisation of either level.

    `level` is a `procedure.roles.Level`, `duty` a `procedure.departments.Duty` or "" where the notice gives it none.
    `holder` is the code of the quota holder (`registry.QuotaHolder`) it belongs to, "" for those of the city.
    After its last day what it had under way is its `successor`'s, who sees it and acts on it as on its own.
    """

    code = models.CharField(_("代码"), max_length=60, primary_key=True)
    level = models.CharField(_("层级"), max_length=20)
    holder = models.CharField(_("所属区县代码"), max_length=20, blank=True, db_index=True)
    kind = models.CharField(_("类别"), max_length=30, choices=OrganisationKind.choices)
    duty = models.CharField(_("职责"), max_length=30, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, related_name="predecessors", verbose_name=_("承接单位"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("单位")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=["name_zh", "holder"], name="organisation_name_once", violation_error_message=_("已有同名单位。")
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values),
                name="organisation_kind_known",
                violation_error_message=_("单位类别不在可选范围内。"),
            ),
            models.CheckConstraint(
                condition=Q(level="district") & ~Q(holder="") | Q(level="city", holder=""),
                name="organisation_level_fits_holder",
                violation_error_message=_("区县单位要选所属区县，市级单位不选。"),
            ),
            days_in_order("organisation_days_in_order"),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(last_day__isnull=False),
                name="organisation_succeeded_after_last_day",
                violation_error_message=_("有承接单位的，要写明截止日期；承接自次日起。"),
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(successor=F("code")),
                name="organisation_successor_is_another",
                violation_error_message=_("承接单位不能是本单位。"),
            ),
        )

    def clean(self) -> None:
        """Refuse a successor that has one itself: whoever does the work in the end is named at once."""
        super().clean()
        if self.successor and self.successor.successor_id:
            values = {"successor": self.successor.name, "last": self.successor.successor}
            raise ValidationError({"successor": _("%(successor)s已由%(last)s承接，请直接选后者。") % values})
