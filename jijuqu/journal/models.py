"""The tables of the journal: events, papers from outside, attachments, and the salts of rows with personal data."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered

HEX = 64  # digits of a digest of 256 bits


@covered(loose=True)
class Attachment(models.Model):
    """One file, kept once under the digest of its content, `attachments/ab/cdef…` in the data folder.

    `media_type` was decided by the content. From `removed_at` the file is gone; only this row says it was there.
    """

    digest = models.CharField(_("内容摘要"), max_length=HEX, primary_key=True)
    algorithm = models.CharField(_("摘要算法"), max_length=10)
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    media_type = models.CharField(_("文件类型"), max_length=100)
    kept_at = models.DateTimeField(_("存入时间"))
    removed_at = models.DateTimeField(_("移除时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("附件")

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.media_type}"


@covered()
class Paper(models.Model):
    """A paper that came from outside: a stamped letter, minutes, a signed report, with its scan."""

    title = models.CharField(_("标题"), max_length=200)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    issuer = models.CharField(_("发文单位"), max_length=100)
    dated_on = models.DateField(_("成文日期"))
    attachment = models.ForeignKey(
        Attachment, models.PROTECT, related_name="papers", verbose_name=_("扫描件"), null=True, blank=True
    )
    note = models.CharField(_("备注"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("线下件")

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()


class Event(models.Model):
    """One act, never changed: what was done to whom, by whom, for which day, and the digests of the rows it wrote.

    `on` is the day the act counts for, `entered_at` when it was typed in. `rows` gives each row written its digest,
    {"cases.case:12": "66c7…"}, and a removed row null. `digest` is taken over all columns before it, so over the
    digest of the event before (`previous`, "" for the first), and signed with the journal's key.
    """

    number = models.BigIntegerField(_("序号"), primary_key=True)
    act = models.CharField(_("行为"), max_length=60)
    subject = models.CharField(_("对象"), max_length=80, db_index=True)
    on = models.DateField(_("事项日期"))
    entered_at = models.DateTimeField(_("录入时间"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"), null=True, blank=True
    )
    details = models.JSONField(_("内容"), blank=True)
    rows = models.JSONField(_("所写记录的摘要"), blank=True)
    paper = models.ForeignKey(
        Paper, models.PROTECT, related_name="events", verbose_name=_("线下件"), null=True, blank=True
    )
    algorithm = models.CharField(_("摘要算法"), max_length=10)
    previous = models.CharField(_("上一条的摘要"), max_length=HEX, unique=True, blank=True)
    digest = models.CharField(_("摘要"), max_length=HEX, unique=True)
    signature = models.CharField(_("签名"), max_length=128)

    class Meta:
        verbose_name = verbose_name_plural = _("业务日志")
        ordering = ("number",)
        indexes = (models.Index(fields=["actor", "number"], name="event_by_actor"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(number__gte=1), name="event_numbers_from_one", violation_error_message=_("序号从1开始。")
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject}"


class PersonalSalt(models.Model):
    """What makes the digest of a row with personal data unguessable; thrown away with the data."""

    row = models.CharField(_("记录"), max_length=120, primary_key=True)
    salt = models.BinaryField(_("盐"))

    class Meta:
        verbose_name = verbose_name_plural = _("个人信息盐")

    def __str__(self) -> str:
        return self.row
