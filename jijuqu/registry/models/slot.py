"""The five places of a quota holder outside the parks (园外集聚区数量控制, 二（一）2)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.registry.models.cluster import Cluster
from jijuqu.registry.models.holder import QuotaHolder

# 二（一）2: 每个区县原则上不超过5个 (also 渝府办发〔2020〕99号 一（二）). A sixth wants a reason, it is not impossible.
SLOTS_WITHOUT_REASON = 5

APPROVED, UNDER_REVIEW = "approved", "under-review"  # how a slot stands, and a cluster outside the parks


@covered()
class Slot(models.Model):
    """One place of a quota holder: taken on a day for an application under review, approved on another, or let go.

    It is held by whatever `claimed_by` names ("case:12/1"; people are shown `title`), by a cluster of the register, or,
    once approved, by both.
    A number is in use from `taken_on` until `released_on`; a number beyond the fifth says why.
    """

    holder = models.ForeignKey(QuotaHolder, models.PROTECT, related_name="slots", verbose_name=_("区县"))
    number = models.PositiveSmallIntegerField(_("序号"))
    claimed_by = models.CharField(_("占用者"), max_length=60, blank=True)
    title = models.CharField(_("占用事项"), max_length=80, blank=True)
    cluster = models.OneToOneField(
        Cluster, models.PROTECT, related_name="slot", verbose_name=_("集聚区"), null=True, blank=True
    )
    reason = models.TextField(_("特殊情况说明"), blank=True)
    taken_on = models.DateField(_("占用日期"))
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    released_on = models.DateField(_("释放日期"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("园外集聚区名额")
        ordering = ("holder", "number", "taken_on")
        constraints = (
            models.UniqueConstraint(
                fields=["holder", "number"],
                condition=Q(released_on__isnull=True),
                name="slot_taken_once",
                violation_error_message=_("该区县的这个名额已被占用。"),
            ),
            models.UniqueConstraint(
                fields=["claimed_by"],
                condition=Q(released_on__isnull=True) & ~Q(claimed_by=""),
                name="slot_claimed_once",
                violation_error_message=_("这项申请已占用一个名额，不能再占。"),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(number__lte=SLOTS_WITHOUT_REASON) | ~Q(reason="")),
                name="slot_beyond_five_has_reason",
                violation_error_message=_("每个区县原则上不超过5个（二（一）2）；超出的请填写特殊情况说明。"),
            ),
            models.CheckConstraint(
                condition=Q(cluster__isnull=False) | ~Q(claimed_by=""),
                name="slot_held_by_something",
                violation_error_message=_("名额必须由一项申请或一个集聚区占用。"),
            ),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True) | Q(cluster__isnull=False, approved_on__gte=F("taken_on")),
                name="slot_approved_with_cluster",
                violation_error_message=_("批准的名额须对应一个集聚区，且批准日期不早于占用日期。"),
            ),
            models.CheckConstraint(
                condition=Q(released_on__isnull=True) | Q(released_on__gte=F("taken_on")),
                name="slot_released_after_taken",
                violation_error_message=_("释放日期早于占用日期，请核对两个日期。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.holder_id} {self.number}"

    @property
    def standing(self) -> str:
        """How the place stands now: approved or under review."""
        return APPROVED if self.approved_on else UNDER_REVIEW

    @property
    def held_by(self) -> str:
        """What people call that which holds the place."""
        return self.cluster.name if self.cluster else self.title or self.claimed_by
