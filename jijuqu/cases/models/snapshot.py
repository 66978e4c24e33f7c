"""What was submitted or decided on, frozen: text, boundaries, facts, limits and findings of that day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.journal.covered import ALWAYS, covered


@covered(sealed_when=ALWAYS)
class Snapshot(models.Model):
    """The plan as it stood at one act: the sending out, the application, a resubmission, a decision.

    `plan` holds texts by section, and per cluster its name, industry, bodies, boundary edition and geometry (WKB hex).
    `facts` holds per cluster every fact and limit that the rules were asked with, `findings` what they answered (as
    `policy.explain.as_json` gives it), `layers` the digests of the planning layers it was held against: enough to ask
    the same rules again years later (`cases.replay`). Before the first notice `notice` is empty and no rule was asked.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="snapshots", verbose_name=_("案件"))
    number = models.PositiveSmallIntegerField(_("版本"))
    act = models.CharField(_("环节"), max_length=40)
    taken_on = models.DateField(_("日期"))
    notice = models.CharField(_("适用通知"), max_length=40, blank=True)
    plan = models.JSONField(_("规划"))
    facts = models.JSONField(_("事项"))
    findings = models.JSONField(_("核查结果"))
    layers = models.JSONField(_("图层"))

    class Meta:
        verbose_name = verbose_name_plural = _("报送版本")
        ordering = ("case", "number")
        constraints = (models.UniqueConstraint(fields=["case", "number"], name="snapshot_numbered_once"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.number} {self.act}"
