"""The industry classification GB/T 4754-2017: sections (门类), divisions (大类), groups (中类), classes (小类)."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.tables.named import Named


class IndustryLevel(models.TextChoices):
    """The four levels of the classification."""

    SECTION = "section", _("门类")
    DIVISION = "division", _("大类")
    GROUP = "group", _("中类")
    CLASS = "class", _("小类")


LEVEL_OF_LENGTH = {2: IndustryLevel.DIVISION, 3: IndustryLevel.GROUP, 4: IndustryLevel.CLASS}


@covered(loose=True)  # the first ones stand there before any act
class Industry(Named):
    """One code of the classification: a letter, or two, three or four digits, each level below its parent."""

    code = models.CharField(
        _("代码"),
        max_length=4,
        primary_key=True,
        validators=[
            RegexValidator(
                r"^([A-T]|[0-9]{2,4})$", _("行业代码应为一个字母（门类）或两至四位数字（大类、中类、小类）。")
            )
        ],
    )
    level = models.CharField(_("层级"), max_length=10, choices=IndustryLevel.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="children", verbose_name=_("上级"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("国民经济行业")
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(level=IndustryLevel.SECTION, parent__isnull=True)
                | Q(level__in=[*LEVEL_OF_LENGTH.values()], parent__isnull=False),
                name="industry_below_its_parent",
                violation_error_message=_("门类没有上级；大类、中类、小类必须有上级。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name_zh}"
