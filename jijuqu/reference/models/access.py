"""Access lists (产业准入清单): what may not come at all, and what only on conditions (二（二）1, 二（二）3)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.reference.models.industry import Industry
from jijuqu.tables.dated import Dated, days_in_order


class Restriction(models.TextChoices):
    """How a list stands against a project."""

    PROHIBITED = "prohibited", _("禁止准入")
    RESTRICTED = "restricted", _("限制准入")


@covered()
class AccessEntry(Dated):
    """One entry of an access list, by industry, by words, or by both together, for the city or one quota holder.

    `industry` takes in all codes below it. `words` are looked for in a project's name and products; several stand
    apart with 、 and one is enough. `holder` is a quota holder's code (`registry.QuotaHolder`), "" for the whole city.
    """

    restriction = models.CharField(_("准入"), max_length=20, choices=Restriction.choices)
    industry = models.ForeignKey(
        Industry, models.PROTECT, related_name="access_entries", verbose_name=_("行业"), null=True, blank=True
    )
    words = models.CharField(_("关键词"), max_length=200, blank=True)
    holder = models.CharField(_("适用区县代码"), max_length=20, blank=True)
    condition = models.CharField(_("内容或条件"), max_length=500)
    source = models.CharField(_("清单名称、文号和条目"), max_length=300)

    class Meta:
        verbose_name = verbose_name_plural = _("产业准入清单")
        ordering = ("source", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(restriction__in=Restriction.values),
                name="access_restriction_known",
                violation_error_message=_("准入只能是禁止准入或者限制准入。"),
            ),
            models.CheckConstraint(
                condition=Q(industry__isnull=False) | ~Q(words=""),
                name="access_speaks_of_something",
                violation_error_message=_("请填写行业代码或关键词，至少一项。"),
            ),
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(condition=""),
                name="access_source_given",
                violation_error_message=_("请写明清单的名称、文号和条目，以及条目的内容。"),
            ),
            days_in_order("access_days_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.restriction} {self.industry_id or ''} {self.words}"
