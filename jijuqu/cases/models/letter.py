"""Letters of a case: drafted here under a serial of ours, then carrying what comes back from the office's OA."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models import Organisation
from jijuqu.cases.models.case import Case
from jijuqu.journal.covered import covered
from jijuqu.journal.models import Attachment


@covered(sealed_when="OLD.number <> ''")
class Letter(models.Model):
    """One letter. A draft (拟稿) may be changed; with its number it is issued, and the database refuses any change.

    `content` holds what its drafter set (`writing.Added`). `token` is what the QR code leads to (公文核验).
    A correction is a new letter that `replaces` the old one.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="letters", verbose_name=_("案件"))
    kind = models.CharField(_("文种"), max_length=40)
    issuer = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("发文机关"))
    serial = models.CharField(_("拟稿流水号"), max_length=30, unique=True)
    token = models.CharField(_("核验码"), max_length=40, unique=True)
    content = models.JSONField(_("拟稿人所加"), default=dict, blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("拟稿人"))
    drafted_on = models.DateField(_("拟稿日期"))
    number = models.CharField(_("文号"), max_length=60, blank=True)
    signed_on = models.DateField(_("签发日期"), null=True, blank=True)
    scan = models.ForeignKey(
        Attachment, models.PROTECT, related_name="+", verbose_name=_("盖章扫描件"), null=True, blank=True
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", verbose_name=_("更正"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("公文")
        ordering = ("case", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["issuer", "number"],
                condition=~Q(number=""),
                name="letter_number_once",
                violation_error_message=_("该文号已登记给另一份公文，请核对OA中的文号。"),
            ),
            models.CheckConstraint(
                condition=Q(number="", signed_on__isnull=True) | (~Q(number="") & Q(signed_on__isnull=False)),
                name="letter_issued_with_number_and_day",
                violation_error_message=_("文号和签发日期须一并登记。"),
            ),
        )

    def __str__(self) -> str:
        return self.number or self.serial

    @property
    def is_issued(self) -> bool:
        """Whether the letter went out: it has its number."""
        return bool(self.number)
