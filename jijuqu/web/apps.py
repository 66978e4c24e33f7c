"""Tell Django of this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages, their templates and their styles."""

    name = "jijuqu.web"
    label = "web"
