"""Policy trials (政策测算) that were kept: other numbers of the notice or a draft, and what followed on a day."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered


@covered()
class KeptTrial(models.Model):
    """A trial under a name of its own, with its day, what was changed, and what was counted then.

    `changed` holds the values by the names of their parameters (a day as 2022-12-31), beside those of the draft where
    one was tried; `flips` the number of findings that came out otherwise, `districts` in how many districts, `tested`
    how many rows were judged. A draft and a screening upon which it was tried are known by name and digest: both may
    change or go.
    """

    name = models.CharField(_("名称"), max_length=80)
    day = models.DateField(_("测算日"))
    changed = models.JSONField(_("改动的参数"), blank=True)  # the constraint says more than "required"
    draft = models.CharField(_("试用的草案"), max_length=80, blank=True)
    draft_digest = models.CharField(_("草案摘要值"), max_length=64, blank=True)
    screening = models.CharField(_("所用选址筛查"), max_length=80, blank=True)
    screening_digest = models.CharField(_("筛查结果摘要值"), max_length=64, blank=True)
    tested = models.PositiveIntegerField(_("核查对象"))
    flips = models.PositiveIntegerField(_("结论变化"))
    districts = models.PositiveIntegerField(_("涉及区县"))
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("保存人"))
    kept_on = models.DateField(_("保存日期"))

    class Meta:
        verbose_name = verbose_name_plural = _("政策测算")
        ordering = ("-kept_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["name"],
                name="kept_trial_name_once",
                violation_error_message=_("已有同名的测算，请另取名称。"),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="kept_trial_named",
                violation_error_message=_("请写明这次测算的名称。"),
            ),
            models.CheckConstraint(
                condition=~Q(changed={}) | ~Q(draft=""),
                name="kept_trial_changes_something",
                violation_error_message=_("没有改动任何参数，也没有试用草案，无须保存。"),
            ),
            models.CheckConstraint(
                condition=Q(draft="", draft_digest="") | (~Q(draft="") & ~Q(draft_digest="")),
                name="kept_trial_draft_with_digest",
                violation_error_message=_("草案须连同其摘要值保存。"),
            ),
            models.CheckConstraint(
                condition=Q(screening="", screening_digest="") | (~Q(screening="") & ~Q(screening_digest="")),
                name="kept_trial_screening_with_digest",
                violation_error_message=_("选址筛查须连同其摘要值保存。"),
            ),
        )

    def __str__(self) -> str:
        return self.name
