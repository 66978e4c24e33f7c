"""What the button of an act says: the act and its effect, with the figures of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.facts import last_review
from jijuqu.cases.opinions import unanswered
from jijuqu.procedure.acts import Act
from jijuqu.procedure.departments import ASKED
from jijuqu.procedure.roles import Level
from jijuqu.web.language import page_language
from jijuqu.words.desk import BUTTONS

if TYPE_CHECKING:
    from jijuqu.cases.models import Case

LEVEL_OF_REVIEW = {Act.START_DISTRICT_REVIEW: Level.DISTRICT, Act.START_CITY_REVIEW: Level.CITY}


def button(act: Act, case: Case) -> str:
    """Name the button of an act on a case, fetched whole."""
    position = case.position
    review = last_review(case, position.side)
    return BUTTONS[act].say(
        page_language(),
        departments=len(ASKED[LEVEL_OF_REVIEW.get(act, position.side)]),
        clusters=len(case.clusters.all()),
        remarks=len(unanswered(review)) if review else 0,
        state=position.returns_to.label if position.returns_to else "",
    )
