"""People who can sign in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models.organisation import Organisation
from jijuqu.journal.covered import covered

USERNAME_TAKEN = _("这个用户名已被使用，请换一个。")


class MailWish(models.TextChoices):
    """How somebody wants to be told by mail; inside the application everybody is told at once."""

    AT_ONCE = "at_once", _("逐条发送")
    DAILY = "daily", _("每天一封汇总")
    NEVER = "never", _("不发邮件")


@covered(apart=("last_login",), personal=True)
class Person(AbstractBaseUser):
    """Somebody with a user name; what they may do comes from their appointments alone.

    Personal data stands here and nowhere in the journal, so that it can be taken away (`actions.forget`).
    `password_is_initial`: somebody else knows the password; it has to be changed at the next sign-in.
    """

    username = models.CharField(
        _("用户名"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator(message=_("用户名只能用字母、汉字、数字和 @ . + - _ 这些符号。"))],
        error_messages={"unique": USERNAME_TAKEN},
    )
    name = models.CharField(_("姓名"), max_length=40)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people", verbose_name=_("所在单位"))
    email = models.EmailField(_("电子邮箱"), blank=True)
    phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    is_active = models.BooleanField(_("账号启用"), default=True)
    password_is_initial = models.BooleanField(_("密码待本人修改"), default=False)
    mail_wish = models.CharField(_("邮件通知"), max_length=10, choices=MailWish.choices, default=MailWish.AT_ONCE)
    mail_language = models.CharField(
        _("邮件语言"), max_length=2, choices=[("zh", "中文"), ("en", "English")], default="zh"
    )
    entered_at = models.DateTimeField(_("录入时间"), auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]  # noqa: RUF012 - Django wants a list
    objects = BaseUserManager["Person"]()

    class Meta:
        verbose_name = verbose_name_plural = _("人员")
        ordering = ("organisation", "username")
        constraints = (
            models.UniqueConstraint(
                Lower("username"), name="person_username_once", violation_error_message=USERNAME_TAKEN
            ),
            models.CheckConstraint(
                condition=Q(mail_wish__in=MailWish.values),
                name="person_mail_wish_known",
                violation_error_message=_("邮件通知只能选逐条、每天汇总或者不发。"),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def check_password(self, raw_password: str | None) -> bool:
        """Tell whether this is the password; the stored hash stays as the recorded act wrote it.

        Django's own would write a stronger hash at sign-in, which the journal would take for tampering.
        """
        return check_password(raw_password, self.password)
