"""The mark that everything in this database is invented."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Demonstration(models.Model):
    """At most one row; where it stands, the registry holds the invented city, shown as of `as_of`."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    as_of = models.DateField(_("展示日期"))

    class Meta:
        verbose_name = verbose_name_plural = _("演示标记")
        constraints = (
            models.CheckConstraint(
                condition=Q(id=1), name="one_demonstration", violation_error_message=_("一个数据库只有一个演示标记。")
            ),
        )

    def __str__(self) -> str:
        return f"{self.as_of:%Y-%m-%d}"
