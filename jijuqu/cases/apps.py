"""The room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Cases: plans, reviews, corrections, decisions, letters."""

    name = "jijuqu.cases"
    verbose_name = _("集聚区规划案件")
