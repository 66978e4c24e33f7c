"""特殊情况说明登记: every departure from what the notice asks in principle; those accepted are precedents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jijuqu.cases.queries import departures_seen
from jijuqu.cases.standing import called
from jijuqu.policy.notices import NOTICES
from jijuqu.policy.rule import Consequence
from jijuqu.procedure.roles import Level
from jijuqu.web.desk.quotas import MAY_COMPARE
from jijuqu.web.desk.signed_in import powers_on, requires
from jijuqu.web.language import page_language
from jijuqu.words.procedure_names import THE_WHOLE_PLAN

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Departure

PAGE_LENGTH = 50
RULES = {rule.name: rule for notice in NOTICES for rule in notice.rules if rule.consequence is Consequence.ASKS_REASON}


@dataclass(frozen=True, slots=True)
class Row:
    """One departure: of which rule and of what, and who accepted it on each side: level, name, day."""

    departure: Departure
    rule: str
    of: str
    accepted: list[tuple[str, str, str]]


@requires(*MAY_COMPARE)
@require_safe
def departures(request: HttpRequest) -> HttpResponse:
    """List the departures of the districts that somebody may see, of one rule or accepted ones alone if wished."""
    language, rule = page_language(), request.GET.get("rule", "")
    accepted_alone = bool(request.GET.get("accepted"))
    found = departures_seen(powers_on(request).reach, rule=rule, accepted_alone=accepted_alone)
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(each) for each in page.object_list],
        "rules": [(name, f"{each.clause} {each.title.say(language)}") for name, each in RULES.items()],
        "rule": rule,
        "accepted_alone": accepted_alone,
    }
    return render(request, "desk/departures.html", context)


def _row(departure: Departure) -> Row:
    language, known = page_language(), RULES.get(departure.rule)
    of = called(departure.cluster) if departure.cluster else THE_WHOLE_PLAN
    return Row(
        departure,
        known.title.say(language) if known else departure.rule,
        of.say(language),
        [
            (Level(each.level).label.say(language), each.accepted_by, each.accepted_on.isoformat())
            for each in departure.acceptances.all()
        ],
    )
