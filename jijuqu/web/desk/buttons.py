"""The button of an act: what it says (the act and its effect, with the figures of the case), and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from jijuqu.cases.facts import last_review
from jijuqu.cases.opinions import unanswered
from jijuqu.procedure.acts import Act
from jijuqu.procedure.departments import ASKED
from jijuqu.procedure.roles import Level
from jijuqu.web.language import page_language
from jijuqu.words.desk import ANSWER_ITEMS, BUTTONS

if TYPE_CHECKING:
    from jijuqu.cases.models import Case

# Writing the plan is done part by part, from its tab on.
OF_THE_PLAN = {Act.EDIT_PLAN, Act.ENTER_FROM_PAPERS}
LEVEL_OF_REVIEW = {Act.START_DISTRICT_REVIEW: Level.DISTRICT, Act.START_CITY_REVIEW: Level.CITY}


def button(act: Act, case: Case) -> str:
    """Name the button of an act on a case, fetched whole; while items wait for answers, writing is answering them."""
    position = case.position
    review = last_review(case, position.side)
    if act is Act.EDIT_PLAN and (items := items_unanswered(case)):
        return ANSWER_ITEMS.say(page_language(), items=items)
    return BUTTONS[act].say(
        page_language(),
        departments=len(ASKED[LEVEL_OF_REVIEW.get(act, position.side)]),
        clusters=len(case.clusters.all()),
        remarks=len(unanswered(review)) if review else 0,
        state=position.returns_to.label if position.returns_to else "",
    )


def address(act: Act, case: Case) -> str:
    """Give the page on which an act on a case is done."""
    if act is Act.EDIT_PLAN and items_unanswered(case):
        return reverse("case-part", args=[case.number, "answers"])
    if act in OF_THE_PLAN:
        return reverse("case-plan", args=[case.number])
    return reverse("case-act", args=[case.number, act.value])


def items_unanswered(case: Case) -> int:
    """Count what a correction asks for and nobody has answered yet."""
    running = [each for each in case.corrections.all() if each.answered_on is None]
    return sum(not item.answer.strip() for correction in running for item in correction.items.all())
