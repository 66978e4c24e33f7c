"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferenceConfig(AppConfig):
    """Reference data as a Django application."""

    name = "jijuqu.reference"
    label = "reference"
    verbose_name = _("参照数据")
    default_auto_field = "django.db.models.BigAutoField"
