"""What somebody had typed when their session ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models.person import Person

TOKEN_LENGTH = 32


class KeptForm(models.Model):
    """A form that was sent without a session, kept on the server until its owner has signed in again.

    `person` is whose session it was; empty where that is not known any more, and then it is given back only to the
    browser that sent it. `fields` is [[name, value], …] in the order of the form, never a password; `files` names the
    fields that held files, [[field, file name], …], which have to be chosen again.
    """

    token = models.CharField(_("标识"), max_length=TOKEN_LENGTH, primary_key=True)
    person = models.ForeignKey(
        Person, models.CASCADE, related_name="kept_forms", verbose_name=_("填写人"), null=True, blank=True
    )
    address = models.CharField(_("网址"), max_length=1000)
    fields = models.JSONField(_("填写的内容"))
    files = models.JSONField(_("文件"))
    kept_at = models.DateTimeField(_("保存时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("待恢复的表单")
        ordering = ("-kept_at",)

    def __str__(self) -> str:
        return f"{self.address} {self.kept_at:%Y-%m-%d %H:%M}"
