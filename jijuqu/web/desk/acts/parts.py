"""The plan is written part by part: every part with its form, all of them one act (编制规划, or 按来件录入规划)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from jijuqu.procedure.acts import Act
from jijuqu.web.desk.acts import plan_clusters, plan_facts, plan_text
from jijuqu.web.desk.acts.asked import ActPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

WRITING = (Act.EDIT_PLAN, Act.ENTER_FROM_PAPERS)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its title, what its button says, its form, and the act it belongs to (the first that may be done)."""

    title: Promise
    button: Promise
    page: ActPage
    acts: tuple[Act, ...] = WRITING


# fmt: off
PARTS: Mapping[str, Part] = {
    "section": Part(_("编写规划内容"), _("保存这一部分"),
                    ActPage(plan_text.write_section, plan_text.SectionForm, back_to="case-plan",
                            has_own_editions=True)),
    "industry": Part(_("确定主导产业"), _("保存主导产业"),
                     ActPage(plan_clusters.name_industry, plan_clusters.Industry, back_to="case-plan")),
    "boundary": Part(_("上传边界"), _("上传并量算"),
                     ActPage(plan_clusters.enter_boundary, plan_clusters.BoundaryForm, back_to="case-plan",
                             is_slow=True)),
    "body": Part(_("明确责任主体"), _("保存责任主体"),
                 ActPage(plan_clusters.name_body, plan_clusters.BodyForm, back_to="case-plan")),
    "project": Part(_("录入拟引进项目"), _("录入并核对产业准入"),
                    ActPage(plan_clusters.plan_project, plan_clusters.ProjectForm, back_to="case-plan")),
    "drop-project": Part(_("去掉拟引进项目"), _("去掉这个项目"),
                         ActPage(plan_clusters.drop_project, plan_clusters.ProjectToDrop, back_to="case-plan")),
    "add-cluster": Part(_("增加集聚区"), _("增加一个集聚区"), ActPage(plan_clusters.add_cluster, back_to="case-plan")),
    "remove-cluster": Part(_("去掉集聚区"), _("把这个集聚区移出规划"),
                           ActPage(plan_clusters.remove_cluster, plan_clusters.OfCluster, back_to="case-plan")),
    "fact": Part(_("申报事项"), _("申报这一项"),
                 ActPage(plan_facts.state_fact, plan_facts.Fact, back_to="case-materials")),
    "justify": Part(_("作特殊情况说明"), _("提交特殊情况说明"), ActPage(plan_facts.justify, plan_facts.Justification)),
    "answers": Part(_("答复补充完善事项"), _("保存答复"),
                    ActPage(plan_facts.answer_items, row=plan_facts.ItemAnswer, first_rows=plan_facts.items_to_answer,
                            back_to="case-materials")),
    "withdraw-file": Part(_("撤下材料"), _("撤下这份材料"),
                          ActPage(plan_facts.withdraw_file, plan_facts.FileToWithdraw, back_to="case-materials"),
                          (Act.ADD_MATERIAL,)),
}
# fmt: on
