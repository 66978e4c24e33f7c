"""进度查询: the public follows a plan's stages; nothing is said of a decision before the reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jijuqu.cases.queries import followed_by_the_public
from jijuqu.procedure.lanes import PublicStage, public_stage
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import shown_day

if TYPE_CHECKING:
    import datetime

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case

A_PAGE = 20
LONGEST = 60
WAY = (
    PublicStage.PLANNING, PublicStage.DISTRICT_REVIEW, PublicStage.APPLICATION, PublicStage.CITY_REVIEW,
    PublicStage.ANSWERED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the way as it is drawn: its name, and whether it is behind, here, or ahead."""

    label: str
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """One plan: number, district, title, stage and the way."""

    number: str
    district: str
    title: str
    stage: str
    since: datetime.date
    steps: list[Step]


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """List the plans, newest first; `q` in the address looks for a number, a district or words of the title."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    found = Paginator(followed_by_the_public(asked, shown_day(request)), A_PAGE)
    page = found.get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "rows": [_row(case) for case in page],
        "page": page,
        "query": {"q": asked} if asked else {},
    }
    return render(request, "public/progress.html", context)


def _row(case: Case) -> Row:
    stage, language = public_stage(case.position), page_language()
    here = WAY.index(stage) if stage in WAY else len(WAY)
    places = ["behind" if n < here else "here" if n == here else "ahead" for n in range(len(WAY))]
    steps = [Step(each.label.say(language), place) for each, place in zip(WAY, places, strict=True)]
    return Row(
        case.number, case.holder.name, case.title, stage.label.say(language), case.state_since,
        steps if stage in WAY else [],
    )  # fmt: skip
