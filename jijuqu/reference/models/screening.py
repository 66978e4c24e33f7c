"""Screenings of land (选址筛查) that were kept: what was screened and how, and where the result lies."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models import Organisation
from jijuqu.journal.covered import covered


@covered()
class KeptScreening(models.Model):
    """A screening of an organisation under a name of its own; the columns of its result lie in a folder of the disk.

    `digest` is that of the result's files and names the folder (`kept_screenings.folder_of`). `options` are those of
    `land.screening.options.ScreenOptions`; `sources` the names of the files and layers that took part, by "parcels",
    "parks" and "keep_clear" (a list). `counts`: "rows" read, "industrial" and "kept" parcels, and with the options
    "groups" of the least area or more, and "near_misses".
    """

    name = models.CharField(_("名称"), max_length=80)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("单位"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("筛查人"))
    made_on = models.DateField(_("筛查日期"))
    options = models.JSONField(_("筛查条件"))
    sources = models.JSONField(_("所用图层"))
    counts = models.JSONField(_("数目"))
    digest = models.CharField(_("结果摘要值"), max_length=64, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = _("选址筛查")
        ordering = ("-made_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="kept_screening_name_once",
                violation_error_message=_("本单位已有同名的筛查，请另取名称。"),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="kept_screening_named",
                violation_error_message=_("请写明这次筛查的名称。"),
            ),
        )

    def __str__(self) -> str:
        return self.name
