"""The tables of the cases as workbooks: 部门意见及采纳情况表 of one case, and the progress of all districts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jijuqu.cases import matter as m
from jijuqu.cases.facts import last_review
from jijuqu.cases.models import Adoption, Case
from jijuqu.papers.tables.opinions_table import OpinionRow, OpinionsTable
from jijuqu.papers.tables.progress_table import ProgressRow, ProgressTable
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Level
from jijuqu.registry.queries import clusters_outside_parks, holders_on

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from jijuqu.accounts.permissions import Reach
    from jijuqu.cases.models import OpinionRequest

AWAITED = "待反馈意见"
LEVELS = {Level.DISTRICT: "区县联合审查", Level.CITY: "市级联合审查"}


def opinions_table(case: Case, level: Level, on: datetime.date) -> OpinionsTable:
    """Put every opinion of the last joint review at a level into a table, silence among them."""
    review = last_review(case, level)
    rows = [row for request in (review.requests.all() if review else ()) for row in _rows(request)]
    return OpinionsTable(plan=m.plan(case), level=LEVELS[level], as_of=on, rows=tuple(rows))


def _rows(request: OpinionRequest) -> Iterator[OpinionRow]:
    name = request.department.name_zh
    if not request.signed_on:
        yield OpinionRow(department=name, clause="", stance=AWAITED)
        return
    remarks = request.remarks.all()
    if not remarks:
        label = Stance(request.stance).label.zh
        yield OpinionRow(department=name, clause="", stance=label, words=request.words, given_on=request.signed_on)
    for each in remarks:
        yield OpinionRow(
            department=name, clause=each.clause, stance=Stance(each.stance).label.zh, words=each.words,
            adopted=m.ADOPTIONS.get(Adoption(each.adoption), ""), answer=each.answer, given_on=request.signed_on,
        )  # fmt: skip


def progress_table(on: datetime.date, seen: Reach | None = None) -> ProgressTable:
    """Put every district with its plans, and the places it has in use, into one table; those `seen` where given.

    What an abolished district had stands under the one that came after it.
    """
    opened = Case.objects.filter(opened_on__lte=on).select_related("holder__successor").prefetch_related("clusters")
    cases: dict[str, list[Case]] = {}
    for case in opened.order_by("number"):
        holder = case.holder if case.holder.is_in_force_on(on) else case.holder.heir
        cases.setdefault(holder.pk, []).append(case)
    rows: list[ProgressRow] = []
    for holder in holders_on(on):
        if seen and not seen.includes(holder=holder.pk):
            continue
        approved, under_review = clusters_outside_parks(holder.code, on)
        bare = ProgressRow(
            district=holder.name_zh, approved_outside_parks=approved, under_review_outside_parks=under_review
        )
        rows += [_with_plan(bare, case) for case in cases.get(holder.code, [])] or [bare]
    return ProgressTable(as_of=on, rows=tuple(rows))


def _with_plan(row: ProgressRow, case: Case) -> ProgressRow:
    return replace(
        row, plan=case.title, clusters=len(case.clusters.all()), state=case.position.state.label.zh,
        since=case.state_since, due_on=case.due_on,
    )  # fmt: skip
