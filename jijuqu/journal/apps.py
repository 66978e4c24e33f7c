"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """The journal as a Django application."""

    name = "jijuqu.journal"
    label = "journal"
    verbose_name = _("业务日志")
    default_auto_field = "django.db.models.BigAutoField"
