"""The application that came before the notice took effect (文末), on paper, and is not accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jijuqu.cases.actions import city, drafting, letters, papers
from jijuqu.demo.people import FIRST_DAY
from jijuqu.demo.play import scan
from jijuqu.procedure.standing import Ground
from jijuqu.registry.models import QuotaHolder

if TYPE_CHECKING:
    from jijuqu.demo.play import Play


def decline(play: Play) -> None:
    """Register the letter that came, decline it by our own letter, and enter what came back sealed."""
    officer, holder = play.officer, QuotaHolder.objects.get(pk=play.plan.holder)
    title = f"{holder.name_zh}中小企业集聚区建设规划（虚构）"
    application = papers.enter_paper(
        f"关于申请规划建设中小企业集聚区的函（{title}）", f"演示{holder.short_zh}（虚构）", play.day, scan("申请函"),
        replace(play.by(officer), entered_on=FIRST_DAY), number=f"演示{play.plan.holder}函〔{play.day:%Y}〕1号",
    )  # fmt: skip
    received = replace(play.by(officer, 2), paper=application, entered_on=FIRST_DAY)
    case = papers.register_application(holder, title, 1, received)
    play.case_pk = case.pk
    drafting.name_industry(case.clusters.get(), "方竹笋加工", ("139",), replace(received, paper=None), "Bamboo Shoots")
    hand = play.by(officer, 5)
    city.decline(case.pk, hand, received_on=received.on, ground=Ground.BEFORE_FIRST_DAY)
    letter = letters.draft_letter(play.case, "non_acceptance", officer.organisation, {}, hand)
    letters.register_letter(letter, f"演示渝经信函〔{play.day:%Y}〕1号", play.day, scan("不予受理的复函"), hand)
