"""材料: what is required and what is suggested, what is there; statements with evidence; corrections with answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.models import FileKind
from jijuqu.cases.models.file import REQUIRED_WITH_APPLICATION
from jijuqu.cases.standing import called
from jijuqu.policy.facts import SINGLE_SUBJECTS
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.language import page_language
from jijuqu.words.procedure_names import THE_WHOLE_PLAN
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from jijuqu.cases.models import Case, CaseFile, Statement

# Why each is wanted, in the notice's own numbering.
WHY: dict[FileKind, Promise] = {
    FileKind.APPLICATION: gettext_lazy("以函件方式提出申请（二（三）4）"),
    FileKind.JOINT_OPINION: gettext_lazy("申请须附（二（三）4）"),
    FileKind.EXPERT_OPINION: gettext_lazy("申请须附（二（三）4）"),
    FileKind.PLAN: gettext_lazy("规划内容见二（三）2；已在系统内编写的可不另附"),
    FileKind.ENVIRONMENTAL_REPORT: gettext_lazy("规划环评同步开展，报区县生态环境部门（二（三）2）"),
    FileKind.SPATIAL_PLAN_LETTER: gettext_lazy("证明符合国土空间规划，图层不全时即为依据（二（二）1）"),
    FileKind.EVIDENCE: gettext_lazy("其他申报事项的依据"),
    FileKind.CITY_OPINION: gettext_lazy("市级联合审查的盖章意见（二（三）5）"),
    FileKind.REPLY: gettext_lazy("市经济信息委的复函（二（三）6）"),
}
LATER = (FileKind.CITY_OPINION, FileKind.REPLY)  # they come into being in the course of the case
REQUIRED = (FileKind.APPLICATION, *REQUIRED_WITH_APPLICATION)
SPECS = {name: spec for subject in SINGLE_SUBJECTS for name, spec in subject.specs.items()}


@dataclass(frozen=True, slots=True)
class Material:
    """One kind of material: whether it is required, why, the files there are, and those taken off the list."""

    kind: FileKind
    is_required: bool
    wish: str
    why: Promise
    files: list[CaseFile]
    removed: list[CaseFile]


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing stated, of what, with its evidence."""

    label: str
    of: str
    value: str
    evidence: CaseFile | None


@case_page
def case_materials(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show the materials of a case."""
    head = head_of(request, seen, "case-materials")
    case = head.case
    context = {
        "head": head,
        "materials": [_material(case, kind) for kind in WHY],
        "statements": [_stated(each) for each in case.statements.all()],
        "corrections": sorted(case.corrections.all(), key=lambda each: -each.number),
    }
    return render(request, "desk/case_materials.html", context)


def _material(case: Case, kind: FileKind) -> Material:
    files = [each for each in case.files.all() if each.kind == kind]
    return Material(
        kind,
        kind in REQUIRED,
        _("必须") if kind in REQUIRED else _("办理中形成") if kind in LATER else _("建议"),
        WHY[kind],
        [each for each in files if each.removed_at is None],
        [each for each in files if each.removed_at is not None],
    )


def _stated(statement: Statement) -> Stated:
    language = page_language()
    spec = SPECS.get(statement.fact)
    of = called(statement.cluster) if statement.cluster else THE_WHOLE_PLAN
    value: Any = statement.value
    return Stated(
        spec.label.say(language) if spec else statement.fact,
        of.say(language),
        with_unit(value, spec.unit, language) if spec else str(value),
        statement.evidence,
    )
