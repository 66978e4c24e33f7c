"""Papers from outside (线下件登记): an application that came on paper opens its case at the commission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jijuqu.cases.actions.days import DATED_ON, refuse_odd_days
from jijuqu.cases.actions.opening import new_case
from jijuqu.cases.actions.rows import save_row
from jijuqu.cases.actions.step import place_of_new_case
from jijuqu.cases.models import CaseFile, FileKind
from jijuqu.journal.actions import record
from jijuqu.journal.models import Paper
from jijuqu.procedure.acts import Act

if TYPE_CHECKING:
    import datetime

    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Attachment
    from jijuqu.registry.models import QuotaHolder


@transaction.atomic
def enter_paper(
    title: str,
    issuer: str,
    dated_on: datetime.date,
    scan: Attachment | None,
    hand: Hand,
    number: str = "",
    note: str = "",
) -> Paper:
    """Enter a paper with its scan, number and day; an act that is registered by it names it."""
    refuse_odd_days(Act.ADD_MATERIAL, {DATED_ON: dated_on})
    paper = Paper(title=title, issuer=issuer, dated_on=dated_on, attachment=scan, number=number, note=note)
    save_row(paper)
    record("enter_paper", f"paper:{paper.pk}", actor=hand.person, on=hand.on, wrote=[paper])
    return paper


@transaction.atomic
def register_application(holder: QuotaHolder, title: str, clusters: int, hand: Hand) -> Case:
    """Open the case of an application that came on paper (`hand.paper`); the district's own steps are not replayed."""
    said = {"clusters": clusters, "clusters_outside_parks": clusters, "application_letter": hand.paper is not None}
    position, details = place_of_new_case(Act.REGISTER_APPLICATION, holder, hand, **said)
    case, rows = new_case(holder, title, position, hand, clusters, None)
    assert hand.paper  # noqa: S101 - the procedure lets this act be done on paper only
    case.applied_on = case.district_approved_on = hand.on
    save_row(case)
    letter = CaseFile(
        case=case, kind=FileKind.APPLICATION, attachment=hand.paper.attachment, name=hand.paper.title,
        number=hand.paper.number, dated_on=hand.paper.dated_on, added_by=hand.person,
    )  # fmt: skip
    save_row(letter)
    details |= {"title": title}
    record(
        Act.REGISTER_APPLICATION, case.subject, actor=hand.person, on=hand.on, wrote=[*rows, letter], details=details,
        paper=hand.paper,
    )  # fmt: skip
    return case
