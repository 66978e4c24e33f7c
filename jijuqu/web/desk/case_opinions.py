"""意见: departments by clauses, so that agreement, contradiction and silence are seen at once (部门意见及采纳情况表).

A department's draft is seen inside the department only: everybody else sees that its opinion is awaited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from jijuqu.cases.opinions import conflicts
from jijuqu.policy.notices import NOTICES
from jijuqu.procedure.acts import Act
from jijuqu.procedure.opinions import WHOLE_PLAN, Stance
from jijuqu.procedure.roles import Level
from jijuqu.web.desk.buttons import address
from jijuqu.web.desk.case_head import head_of
from jijuqu.web.desk.clock_line import ClockLine, due_line
from jijuqu.web.desk.signed_in import case_page, powers_on
from jijuqu.web.language import page_language
from jijuqu.words.procedure_names import THE_WHOLE_PLAN

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case, OpinionRequest, Remark, Review
    from jijuqu.procedure.working_days import Calendar

CITATIONS = list(NOTICES[0].clauses)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one department says under one clause; empty where it says nothing.

    Each remark with the code and the label of its stance, and whether it waits for an answer.
    """

    remarks: list[tuple[str, str, Remark, bool]]


@dataclass(frozen=True, slots=True)
class Row:
    """One department: its opinion as a whole, a cell for each clause, or how long it is still awaited.

    `words` say the opinion as a whole where no cell does.
    `is_draft`: not signed yet, and shown to the department's own people alone.
    """

    request: OpinionRequest
    stance: str
    label: str
    words: str
    cells: list[Cell]
    is_draft: bool
    is_awaited: bool
    clock: ClockLine


@dataclass(frozen=True, slots=True)
class Column:
    """One clause: how many stand how, whether departments contradict each other about it, how that was settled."""

    clause: str
    label: str
    counts: list[tuple[str, str, int]]
    is_conflict: bool
    settled: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """One round of joint review."""

    review: Review
    level: str
    columns: list[Column]
    rows: list[Row]
    given: int


@case_page
def case_opinions(request: HttpRequest, seen: Case) -> HttpResponse:
    """Show every round of joint review, the latest first."""
    head = head_of(request, seen, "case-opinions")
    mine = powers_on(request).organisations
    reviews = sorted(head.case.reviews.all(), key=lambda each: (each.started_on, each.pk), reverse=True)
    matrices = [_matrix(each, mine, head.on, head.known) for each in reviews]
    settling = {Act.SETTLE_CONFLICT, Act.ANSWER_OPINION} & head.may
    context = {"head": head, "matrices": matrices, "acts": {act.value: address(act, head.case) for act in settling}}
    return render(request, "desk/case_opinions.html", context)


def _matrix(review: Review, mine: Collection[str], on: datetime.date, known: Calendar) -> Matrix:
    seen = [each for each in review.requests.all() if each.signed_on or (each.department_id in mine and each.stance)]
    clauses = sorted({remark.clause for each in seen for remark in each.remarks.all()}, key=_order)
    disputed = {each.clause.split(" ")[0] for each in conflicts(review)}
    settled = {each.clause.split(" ")[0]: each.words for each in review.settlements.all()}
    columns = [
        Column(
            clause,
            clause or THE_WHOLE_PLAN.say(page_language()),
            _counts(remark for each in seen for remark in each.remarks.all() if remark.clause == clause),
            clause in disputed,
            settled.get(clause, ""),
        )
        for clause in clauses
    ]
    rows = [_row(each, clauses, on, known, is_seen=each in seen) for each in review.requests.all()]
    level = Level(review.level).label.say(page_language())
    return Matrix(review, level, columns, rows, sum(each.signed_on is not None for each in review.requests.all()))


def _counts(remarks: Iterable[Remark]) -> list[tuple[str, str, int]]:
    """Count remarks by stance: its code, its label, how many."""
    said = [each.stance for each in remarks]
    return [(each.value, each.label.say(page_language()), said.count(each)) for each in Stance if each in said]


def _row(
    request: OpinionRequest,
    clauses: list[str],
    on: datetime.date,
    known: Calendar,
    *,
    is_seen: bool,
) -> Row:
    remarks = list(request.remarks.all()) if is_seen else []
    cells = [Cell([_said(each, request) for each in remarks if each.clause == clause]) for clause in clauses]
    of_whole_plan = any(each.clause == WHOLE_PLAN for each in remarks)
    label = Stance(request.stance).label.say(page_language()) if is_seen and request.stance else ""
    return Row(
        request, request.stance if is_seen else "", label, "" if of_whole_plan else request.words, cells,
        is_draft=is_seen and not request.signed_on,
        is_awaited=not request.signed_on and request.review.ended_on is None,
        clock=due_line(request.due_on, on, known),
    )  # fmt: skip


def _said(remark: Remark, request: OpinionRequest) -> tuple[str, str, Remark, bool]:
    stance = Stance(remark.stance)
    waits = stance.wants_answer and not remark.adoption and request.signed_on is not None
    return stance.value, stance.label.say(page_language()), remark, waits


def _order(clause: str) -> int:
    return CITATIONS.index(clause) if clause in CITATIONS else -1
