"""What people are told: inside the application exactly once, by mail at least once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models.person import Person
from jijuqu.tables.named import in_page_language

MOST_CHARACTERS_ZH, MOST_CHARACTERS_EN = 200, 400


class Mail(models.Model):
    """One mail to one person, made before it is sent, so that a second try carries the same Message-ID.

    What it says is composed from its notifications whenever it is sent; the address is the person's own of that time.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="mails", verbose_name=_("收件人"))
    message_id = models.CharField(_("邮件标识"), max_length=120, unique=True)
    made_at = models.DateTimeField(_("生成时间"), auto_now_add=True)
    sent_at = models.DateTimeField(_("发出时间"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("尝试次数"), default=0)
    last_error = models.CharField(_("最近一次失败的原因"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("邮件")
        ordering = ("made_at",)

    def __str__(self) -> str:
        return self.message_id


class Notification(models.Model):
    """One thing that one person is told: what happened, why they are told, and the page to go to.

    `reason` is a code of `words.accounts.REASONS`. `mail_due_at` is empty where no mail is wanted.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="notifications", verbose_name=_("收件人"))
    event = models.ForeignKey("journal.Event", models.PROTECT, related_name="+", verbose_name=_("事件"))
    reason = models.CharField(_("通知原因"), max_length=20)
    about_zh = models.CharField(_("内容"), max_length=MOST_CHARACTERS_ZH)
    about_en = models.CharField(_("内容（英文）"), max_length=MOST_CHARACTERS_EN)
    address = models.CharField(_("网址"), max_length=200)
    told_at = models.DateTimeField(_("通知时间"), auto_now_add=True)
    read_at = models.DateTimeField(_("阅读时间"), null=True, blank=True)
    mail_due_at = models.DateTimeField(_("邮件发送时间"), null=True, blank=True)
    mail = models.ForeignKey(
        Mail, models.SET_NULL, related_name="notifications", verbose_name=_("邮件"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("通知")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["person", "event"], name="told_once", violation_error_message=_("此事已通知过此人。")
            ),
        )
        indexes = (
            models.Index(fields=["person"], condition=models.Q(read_at__isnull=True), name="notification_unread"),
            models.Index(
                fields=["mail_due_at"],
                condition=models.Q(mail__isnull=True, mail_due_at__isnull=False),
                name="notification_to_mail",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.event_id}"

    @property
    def about(self) -> str:
        """What happened, in the language of the page."""
        return in_page_language(self.about_zh, self.about_en)
