"""What stands above every tab of a case: its title line, where it is, what this person must do and may do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from jijuqu.cases.actions.watching import note_reading
from jijuqu.cases.clocks import running_clocks
from jijuqu.cases.facts import judge
from jijuqu.cases.queries import events_without_digests
from jijuqu.cases.tasks import work_on
from jijuqu.cases.whole_case import filled
from jijuqu.procedure.acts import Act
from jijuqu.procedure.states import FINAL
from jijuqu.procedure.working_days import Calendar
from jijuqu.reference.queries import calendar
from jijuqu.web.desk.acts.parts import WRITING
from jijuqu.web.desk.buttons import address, button
from jijuqu.web.desk.clock_line import ClockLine, clock_line, most_urgent_first
from jijuqu.web.desk.holder import holder_of_it
from jijuqu.web.desk.inbox_rows import act_leading_on, next_act
from jijuqu.web.desk.signed_in import person_of, powers_on
from jijuqu.web.desk.swim_lane import SwimLane, swim_lane
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.words.said import say

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest
    from django.utils.functional import Promise

    from jijuqu.cases.facts import Judged
    from jijuqu.cases.models import Case
    from jijuqu.cases.tasks import Task, Work
    from jijuqu.journal.models import Event

TABS: dict[str, Promise] = {
    "case": pgettext_lazy("tab", "审查"),
    "case-plan": pgettext_lazy("tab", "规划"),
    "case-materials": pgettext_lazy("tab", "材料"),
    "case-opinions": pgettext_lazy("tab", "意见"),
    "case-letters": pgettext_lazy("tab", "文书"),
    "case-record": pgettext_lazy("tab", "记录"),
}
GRAVE = {Act.WITHDRAW, Act.DECLINE}


@dataclass(frozen=True, slots=True)
class Choice:
    """An act in the menu: where it leads, what the button says, and what is missing before."""

    act: Act
    address: str
    label: str
    lacks: list[str]
    is_grave: bool


@dataclass(frozen=True, slots=True)
class Menu:
    """What this person may do: what they must do now, other acts, those not possible yet, and papers to enter.

    `ahead`: the act of theirs that leads on, where something still lacks for it and there is nothing they must do.
    """

    first: Choice | None
    ahead: Choice | None
    others: list[Choice]
    not_yet: list[Choice]
    by_paper: list[Choice]
    grave: list[Choice]


@dataclass(frozen=True, slots=True)
class Head:
    """All that the head of a case shows: what it is, where it is, with whom, what next, by when.

    `judged` gives what the rules find of the plan; a tab that does not show it need not ask.
    """

    case: Case
    on: datetime.date
    judged: Callable[[], Sequence[Judged]]
    events: Sequence[Event]
    state: str
    holder_of_it: str
    since: datetime.date
    next_act: str
    known: Calendar
    clocks: list[ClockLine]
    lane: SwimLane
    tabs: list[tuple[str, str, bool]]
    menu: Menu
    may: frozenset[Act]
    is_over: bool
    is_watched: bool

    @property
    def may_write(self) -> bool:
        """Whether this person may write the plan now."""
        return not self.may.isdisjoint(WRITING)

    @property
    def may_add_material(self) -> bool:
        """Whether this person may add materials now."""
        return Act.ADD_MATERIAL in self.may


def head_of(request: HttpRequest, seen: Case, tab: str) -> Head:
    """Gather the head of a case that somebody may see, for one of its tabs."""
    case, on = filled(seen), today(request)
    person = person_of(request)
    if seen.read_edition != case.edition:  # type: ignore[attr-defined]  # `queries.opened_by` adds it
        note_reading(case, person)
    judged, events = cache(partial(judge, case, on)), list(events_without_digests(case))
    clocks = running_clocks(events)
    known = calendar() if clocks or tab == "case-opinions" else Calendar(frozenset())
    work = work_on(case, person, powers_on(request), on, judged)
    return Head(
        case=case, on=on, judged=judged, events=events,
        state=case.position.state.label.say(page_language()),
        holder_of_it=holder_of_it(case),
        since=case.state_since,
        next_act=next_act(case.position.state),
        known=known,
        clocks=most_urgent_first([clock_line(each, on, known) for each in clocks]),
        lane=swim_lane(case, events),
        tabs=[(reverse(name, args=[case.number]), str(label), name == tab) for name, label in TABS.items()],
        menu=_menu(case, work),
        may=frozenset(each.act for each in work.tasks if not each.lacks),
        is_over=case.position.state in FINAL,
        is_watched=seen.is_watched,  # type: ignore[attr-defined]
    )  # fmt: skip


def _menu(case: Case, work: Work) -> Menu:
    rest = [each for each in work.tasks if each is not work.first]
    own = [_choice(case, each) for each in rest if not each.on_paper_only]
    by_paper = [_choice(case, each) for each in rest if each.on_paper_only]
    # What lacks for one's own act may stand on a paper that comes with it.
    by_paper += [replace(_choice(case, each), lacks=[]) for each in rest if each.paper_would_do]
    leads_on = None if work.first else act_leading_on(case.position.state)
    return Menu(
        first=_choice(case, work.first) if work.first else None,
        ahead=next((each for each in own if each.act is leads_on and each.lacks), None),
        others=[each for each in own if not each.lacks and not each.is_grave],
        not_yet=[each for each in own if each.lacks and not each.is_grave],
        by_paper=[each for each in by_paper if not each.is_grave],
        grave=[each for each in (*own, *by_paper) if each.is_grave],
    )


def _choice(case: Case, task: Task) -> Choice:
    lacks = [say(each, page_language()) for each in task.lacks]
    return Choice(task.act, address(task.act, case), button(task.act, case), lacks, task.act in GRAVE)
