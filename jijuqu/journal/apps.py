"""Django's name for this room."""

import logging

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from jijuqu.journal import hashing

WITHOUT_SM3 = (
    "本机没有结果正确的SM3（GB/T 32905），新记录改用SHA-256并注明。"
    " No SM3 here answers as GB/T 32905 prints: new records take SHA-256, and say so."
)


class JournalConfig(AppConfig):
    """The journal as a Django application."""

    name = "jijuqu.journal"
    label = "journal"
    verbose_name = _("业务日志")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Try SM3 on the standard's examples at every start."""
        if hashing.algorithm() != hashing.SM3:
            logging.getLogger(__name__).warning(WITHOUT_SM3)
