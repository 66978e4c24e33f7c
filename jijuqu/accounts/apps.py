"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Organisations and people as a Django application."""

    name = "jijuqu.accounts"
    label = "accounts"
    verbose_name = _("账号与授权")
    default_auto_field = "django.db.models.BigAutoField"
