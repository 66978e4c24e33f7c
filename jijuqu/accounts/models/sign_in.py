"""Who signed in, or tried to, when and from where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models.person import Person


class SignIn(models.Model):
    """One attempt to sign in with an existing user name; personal data, so it stands beside the journal."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_ins", verbose_name=_("人员"))
    at = models.DateTimeField(_("时间"), auto_now_add=True)
    address = models.GenericIPAddressField(_("来源地址"), null=True, blank=True)
    succeeded = models.BooleanField(_("成功"))

    class Meta:
        verbose_name = verbose_name_plural = _("登录记录")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d %H:%M}"
