"""Forms that were sent and done, so that a page sent again is not done again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

SENT_TOKEN_LENGTH = 32


class SentForm(models.Model):
    """A form that makes something new, by the token its page carried, and the address it led to.

    The row is written in the transaction of the deed: of two that are sent at once, one is done.
    """

    token = models.CharField(_("标识"), max_length=SENT_TOKEN_LENGTH, primary_key=True)
    led_to = models.CharField(_("网址"), max_length=1000)
    sent_at = models.DateTimeField(_("提交时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("已提交的表单")
        ordering = ("-sent_at",)
        indexes = (models.Index(fields=["sent_at"], name="sent_form_by_time"),)

    def __str__(self) -> str:
        return f"{self.led_to} {self.sent_at:%Y-%m-%d %H:%M}"
