"""Who acts in which role for which organisation, from when to when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models.organisation import Organisation
from jijuqu.accounts.models.person import Person
from jijuqu.journal.covered import covered
from jijuqu.procedure.roles import Role
from jijuqu.tables.dated import days_in_order

# 三员分立: whoever runs the system, whoever grants roles and whoever audits both are three different people.
ADMINISTRATORS = (Role.SYSTEM_ADMIN.value, Role.SECURITY_ADMIN.value, Role.AUDITOR.value)


@covered()
class Appointment(models.Model):
    """One role of one person for one organisation; both days belong to the span, a missing last day is open.

    `role` is a `procedure.roles.Role`. With `deputises_for` the person acts in that other person's place, for given
    days, and the record says on whose behalf.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name=_("人员"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="appointments", verbose_name=_("代表单位")
    )
    role = models.CharField(_("角色"), max_length=30)
    first_day = models.DateField(_("起始日期"))
    last_day = models.DateField(_("截止日期"), null=True, blank=True)
    deputises_for = models.ForeignKey(
        Person, models.PROTECT, related_name="deputies", verbose_name=_("代行对象"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("任职")
        ordering = ("person", "first_day", "role")
        constraints = (
            days_in_order("appointment_days_in_order"),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]),
                name="appointment_role_known",
                violation_error_message=_("没有这个角色。"),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(role__in=ADMINISTRATORS, last_day__isnull=True),
                name="one_kind_of_administrator",
                violation_error_message=_("系统管理员、安全管理员、审计员不得由同一人担任。"),
            ),
            models.CheckConstraint(
                condition=Q(deputises_for__isnull=True) | Q(last_day__isnull=False),
                name="deputy_for_given_days",
                violation_error_message=_("代行职责要写明截止日期。"),
            ),
            models.CheckConstraint(
                condition=Q(deputises_for__isnull=True) | ~Q(deputises_for=F("person")),
                name="deputy_is_another",
                violation_error_message=_("本人不能代行本人的职责。"),
            ),
            models.CheckConstraint(
                condition=Q(deputises_for__isnull=True) | ~Q(role__in=ADMINISTRATORS),
                name="administrators_have_no_deputies",
                violation_error_message=_("管理员的职责不能由他人代行，请直接任命。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.organisation_id}"
