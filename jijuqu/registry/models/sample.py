"""Survey files for visitors to try a check with; the demonstration brings them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jijuqu.tables.named import Named, in_page_language


class SampleFile(Named):
    """One file to download, with what a check of it will show."""

    code = models.SlugField(_("代码"), max_length=40, primary_key=True)
    file_name = models.CharField(_("文件名"), max_length=80)
    about_zh = models.CharField(_("说明"), max_length=200)
    about_en = models.CharField(_("英文说明"), max_length=300)
    content = models.BinaryField(_("内容"))

    class Meta:
        verbose_name = verbose_name_plural = _("示例文件")
        ordering = ("code",)

    @property
    def about(self) -> str:
        """What the file holds, in the language of the page."""
        return in_page_language(self.about_zh, self.about_en)
