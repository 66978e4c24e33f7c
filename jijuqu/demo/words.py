"""What the invented plans say, and credit codes that are valid in form and belong to nobody."""

from __future__ import annotations

from jijuqu.cases.models import SectionKind
from jijuqu.procedure.credit_code import code_problems

DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # of GB 32100
ORGANISATION_DIGITS = "0123456789X"  # of GB 11714

REPORT = (
    "规划选址位于现有规划工业用地，与相关规划相衔接（虚构）。\n产业定位明确，主导产业特色鲜明（虚构）。\n"
    "建设和运营主体落实，标准厂房占比符合要求（虚构）。"
)
TOO_SMALL = "受地形限制，可用的规划工业用地仅此一片；规划工业建筑面积9.6万平方米，投产后亩均产出高于全区平均（虚构）。"

TEXTS = {
    SectionKind.BACKGROUND: "{district}现有中小企业分布零散，亟需集中承接（本规划为虚构，仅供演示）。",
    SectionKind.PRESENT_STATE: "规划范围内为现有规划工业用地，已完成场地初平，周边道路、供水、供电基本具备（虚构）。",
    SectionKind.REQUIREMENTS: "坚持布局集中、用地集约、企业集聚、产业集群，生产、生活、生态统筹（虚构）。",
    SectionKind.GOALS: "到2025年建成标准厂房9.6万平方米，入驻中小企业60家，亩均产出高于全区平均（虚构）。",
    SectionKind.INDUSTRY: "重点培育一个特色鲜明的主导产业，引进项目均对照产业准入清单审核（虚构）。",
    SectionKind.LAYOUT_SITE: "选址位于工业园区之外的现有规划工业用地，避让生态保护红线和永久基本农田（虚构）。",
    SectionKind.LAYOUT_SIZE: "规划用地以工业用地为主，规模见边界文件实测数据（虚构）。",
    SectionKind.LAYOUT_ZONES: "分为标准厂房区、公共服务区和仓储物流区，三区以支路相连（虚构）。",
    SectionKind.OPERATION: "由投资建设单位统一建设，运营管理机构负责招商、入驻审核和后续使用监管（虚构）。",
    SectionKind.MEASURES: "从标准厂房租金、技术改造和用工等方面给予支持（虚构）。",
}


def invented_code(number: int) -> str:
    """Give a unified social credit code of the demonstration: its digits are right, nobody bears it."""
    stem = f"91500999{number:08d}"
    fitting = (stem + a + b for a in ORGANISATION_DIGITS for b in DIGITS)
    return next(code for code in fitting if not code_problems(code))
