"""Expert review (二（三）3): the meeting convened, experts drawn or named, scores, the one signed report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jijuqu.cases.actions.days import FARTHEST, MEETS_ON, refuse_odd_days
from jijuqu.cases.actions.step import step
from jijuqu.cases.facts import last_review
from jijuqu.cases.models import Body, Panel, PanelSeat
from jijuqu.procedure import experts
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.roles import Level
from jijuqu.words.text import Message, Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Mapping, Sequence

    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.cases.models import Case, Expert

MOST_POINTS = 100


def draw_experts(pool: Sequence[Expert], seed: str, size: int, excluded: Collection[Expert] = ()) -> list[Expert]:
    """Draw experts from a pool; anybody with the recorded seed comes to the same (`procedure.experts.draw`)."""
    by_code = {str(each.pk): each for each in pool}
    return [by_code[code] for code in experts.draw(by_code, seed, size, {str(each.pk) for each in excluded})]


def convene_experts(
    case_pk: int,
    named: Collection[Expert],
    hand: Hand,
    *,
    meets_on: datetime.date,
    place: str = "",
    excluded: Mapping[Expert, str] | None = None,
    seed: str = "",
    is_blind: bool = False,
) -> Panel:
    """Call a meeting of these experts; `excluded` are those who stay away, with the reason of each."""

    def said(_case: Case) -> dict[str, Any]:
        return {"experts_named": len(set(named)), "experts_in_conflict": _in_conflict(case_pk, named)}

    with step(case_pk, Act.CONVENE_EXPERTS, hand, said) as this:
        refuse_odd_days(this.act, {MEETS_ON: meets_on}, ahead=FARTHEST)
        panel = Panel(
            case=this.case, number=this.case.panels.count() + 1, meets_on=meets_on, place=place,
            quorum=experts.quorum(len(named)), seed=seed, is_blind=is_blind,
        )  # fmt: skip
        this.save(panel)
        this.save(*[PanelSeat(panel=panel, expert=each) for each in named])
        this.save(
            *[PanelSeat(panel=panel, expert=each, excluded_because=why) for each, why in (excluded or {}).items()]
        )
    return panel


def _in_conflict(case_pk: int, named: Collection[Expert]) -> tuple[Text, ...]:
    """Name the experts who are tied to a body of the plan: who drafts, builds or runs it may not judge it."""
    parties = set(Body.objects.filter(cluster__case=case_pk).values_list("name", flat=True))
    tied = [each for each in named if parties & {each.employer, *each.ties}]
    return tuple(Text(each.name, each.name) for each in tied)


def score_plan(seat: PanelSeat, scores: Mapping[str, int], remarks: str, hand: Hand) -> None:
    """Enter one expert's own scores (0 to 100 by criterion) and remarks, until the report is on record."""
    with step(seat.panel.case_id, Act.SCORE_PLAN, hand) as this:
        this.read_again(seat)
        _refuse_second_report(this, seat.panel)
        if hand.paper is None and seat.expert.person_id != hand.person.pk:
            raise Refused(this.act, (Message("seat_of_another", {"name": seat.expert.name}),))
        if odd := [name for name, score in scores.items() if type(score) is not int or not 0 <= score <= MOST_POINTS]:
            raise Refused(this.act, (Message("score_outside", {"criterion": "、".join(odd)}),))
        seat.scores, seat.remarks, seat.is_present = dict(scores), remarks, True
        this.save(seat)


def record_expert_report(
    panel: Panel,
    verdict: Verdict,
    report: str,
    present: Collection[PanelSeat],
    hand: Hand,
    *,
    head: PanelSeat | None = None,
    advice: str = "",
) -> None:
    """Record the one report that the experts present signed; a report that fails sends the plan back to drafting."""
    case_pk = panel.case_id
    said = {"expert_report": verdict, "report_signed": True, "experts_present": len(set(present))}
    with step(case_pk, Act.RECORD_EXPERT_REPORT, hand, said) as this:
        if panel.pk:
            this.read_again(panel)
        else:  # a meeting of which only the signed report came in
            panel.number = this.case.panels.count() + 1
        _refuse_second_report(this, panel)
        panel.verdict, panel.report, panel.advice = verdict, report, advice
        panel.reported_on, panel.paper = hand.on, hand.paper
        this.save(panel)
        for seat in panel.seats.all():
            seat.is_present, seat.is_head = seat in present, seat == head
            this.save(seat)
        review = last_review(this.case, Level.DISTRICT)
        if verdict is Verdict.FAIL and review and review.ended_on is None:
            review.ended_on = hand.on
            this.save(review)


def _refuse_second_report(this: Step, panel: Panel) -> None:
    if panel.verdict:
        raise Refused(this.act, (Message("expert_report_recorded", {"number": panel.number}),))


def record_changes(panel: Panel, changes: str, hand: Hand) -> None:
    """State how the plan was changed as the experts asked (修改后通过)."""
    with step(panel.case_id, Act.EDIT_PLAN, hand) as this:
        this.read_again(panel)
        panel.changes_made = changes
        this.save(panel)
