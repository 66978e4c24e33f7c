"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    """The registry as a Django application."""

    name = "jijuqu.registry"
    label = "registry"
    verbose_name = _("集聚区登记")
    default_auto_field = "django.db.models.BigAutoField"
