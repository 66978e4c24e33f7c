"""A name in both languages, spoken in the language of the page."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def in_page_language(zh: str, en: str) -> str:
    """Return the English words on an English page where there are any, else the official Chinese ones."""
    return en if en and (get_language() or "").startswith("en") else zh


class Named(models.Model):
    """Something with an official Chinese name and an English one beside it."""

    name_zh = models.CharField(_("名称"), max_length=80)
    name_en = models.CharField(_("英文名称"), max_length=160, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_zh

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return in_page_language(self.name_zh, self.name_en)
