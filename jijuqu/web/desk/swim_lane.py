"""The swim-lane of a case, drawn on the server: where it is, with whom, since when, what comes next.

Columns and lanes come from `procedure.lanes`, so from the table of acts; days from the events of the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jijuqu.cases.clocks import states_of
from jijuqu.cases.facts import last_review
from jijuqu.cases.tasks import latest_panel
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.lanes import Lane, Way, edges, stages
from jijuqu.procedure.roles import Level
from jijuqu.procedure.states import State
from jijuqu.web.language import page_language

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from jijuqu.cases.models import Case
    from jijuqu.journal.models import Event

NAMES, COLUMN, BOX_WIDTH, BOX_HEIGHT = 130, 100, 88, 38  # drawing units
LANE_HEIGHT = 46
LINE_HEIGHT = 12
ROWS = {Lane.CITY_COMMISSION: 2}  # rows of a lane, 1 for the others
ASIDE = {State.CORRECTION: 5.5, State.NOT_ACCEPTED: 4.0}  # columns of what lies beside the main line
BELOW = {State.NOT_ACCEPTED}  # drawn in the second row of its lane
MAIN = [stage.state for stage in stages() if stage.state not in ASIDE]
WORDS_A_LINE = {"zh": 7, "en": 14}


@dataclass(frozen=True, slots=True)
class Box:
    """One stage, or what another lane does in it. `look`: past, now, next, later; `lines` and `day` stand in it."""

    x: float
    y: float
    look: str
    lines: tuple[str, ...]
    day: str

    @property
    def middle(self) -> float:
        """Where its words are centred."""
        return self.x + BOX_WIDTH / 2

    @property
    def words_y(self) -> list[tuple[float, str]]:
        """Each line with its height in the drawing; a day stands below them."""
        lines = [*self.lines, *([self.day] if self.day else [])]
        top = self.y + BOX_HEIGHT / 2 - LINE_HEIGHT / 2 * (len(lines) - 1) + 4
        return [(top + LINE_HEIGHT * n, line) for n, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class Step:
    """One stage in words, for paper, telephones and screen readers."""

    label: str
    lane: str
    look: str
    day: str


@dataclass(frozen=True, slots=True)
class SwimLane:
    """The drawing: lanes (name, top, height), boxes, lines (path, look, arrow); and the same as a list of steps."""

    width: int
    height: int
    lanes: list[tuple[str, int, int]]
    boxes: list[Box]
    lines: list[tuple[str, str, str]]
    steps: list[Step]
    names: int = NAMES
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def swim_lane(case: Case, events: Sequence[Event]) -> SwimLane:
    """Draw the way of a case, fetched whole, from its events."""
    days = {state: on for on, state in states_of(events)}
    looks = _looks(case, [state for state in days if state in MAIN])
    boxes = [_box(stage.state, looks, days) for stage in stages()]
    return SwimLane(
        width=NAMES + COLUMN * len(MAIN) + 4,
        height=sum(_height(lane) for lane in Lane),
        lanes=[(lane.label.say(page_language()), _top(lane), _height(lane)) for lane in Lane],
        boxes=[*boxes, *_companions(case, looks)],
        lines=list(_lines(looks)),
        steps=[_step(stage.state, stage.lane, looks, days) for stage in stages() if looks[stage.state] != "never"],
    )


def _looks(case: Case, reached: Sequence[State]) -> dict[State, str]:
    """Tell of each stage whether it lies behind, is where the case is, comes next or later, or never.

    `reached`: the stages of the main line that the case came to; a withdrawn one is at none of them any more.
    """
    here = case.position.suspended_from or case.position.state
    if here is State.WITHDRAWN:
        last = max(map(MAIN.index, reached), default=0)
        past = dict.fromkeys(MAIN[: last + 1], "past") | dict.fromkeys(MAIN[last + 1 :], "later")
        return past | {State.CORRECTION: "later", State.NOT_ACCEPTED: "later"}
    on_line = case.position.corrected_from or here
    at = MAIN.index(on_line) if on_line in MAIN else MAIN.index(State.APPLIED)
    looks = {state: "past" if n < at else "next" if n == at + 1 else "later" for n, state in enumerate(MAIN)}
    looks |= {State.CORRECTION: "later", State.NOT_ACCEPTED: "later", MAIN[at]: "now"}
    if here is State.CORRECTION:
        looks |= {on_line: "next", State.CORRECTION: "now"}
        looks.update(dict.fromkeys(MAIN[at + 1 :], "later"))
    elif here is State.NOT_ACCEPTED:
        looks |= {State.APPLIED: "past", State.NOT_ACCEPTED: "now"}
        looks.update(dict.fromkeys(MAIN[at + 1 :], "later"))
    return looks


def _height(lane: Lane) -> int:
    return LANE_HEIGHT * ROWS.get(lane, 1)


def _top(lane: Lane) -> int:
    return sum(_height(each) for each in list(Lane)[: list(Lane).index(lane)])


def _place(state: State) -> tuple[float, float]:
    """Give the upper left corner of a stage's box."""
    lane = next(stage.lane for stage in stages() if stage.state is state)
    column = ASIDE.get(state) or MAIN.index(state)
    y = _top(lane) + (LANE_HEIGHT - BOX_HEIGHT) / 2 + (LANE_HEIGHT if state in BELOW else 0)
    return NAMES + COLUMN * column + (COLUMN - BOX_WIDTH) / 2, y


def _box(state: State, looks: dict[State, str], days: dict[State, datetime.date]) -> Box:
    x, y = _place(state)
    reached = looks[state] in {"past", "now"} and state in days
    day = days[state].strftime("%m-%d") if reached else ""
    return Box(x, y, looks[state], _wrapped(state.label.say(page_language())), day)


def _step(state: State, lane: Lane, looks: dict[State, str], days: dict[State, datetime.date]) -> Step:
    reached = looks[state] in {"past", "now"} and state in days
    language = page_language()
    day = days[state].isoformat() if reached else ""
    return Step(state.label.say(language), lane.label.say(language), looks[state], day)


def _companions(case: Case, looks: dict[State, str]) -> Iterator[Box]:
    """Draw what departments and experts do while a review runs: how many opinions are in, what the experts said."""
    for level, state, lane in (
        (Level.DISTRICT, State.DISTRICT_REVIEW, Lane.DISTRICT_DEPARTMENTS),
        (Level.CITY, State.CITY_REVIEW, Lane.CITY_DEPARTMENTS),
    ):
        review = last_review(case, level)
        asked = review.requests.all() if review else ()
        given = sum(each.signed_on is not None for each in asked)
        words = _("意见 %(given)s/%(asked)s") % {"given": given, "asked": len(asked)} if asked else _("部门意见")
        yield _companion(state, lane, looks, words)
    panel = latest_panel(case)
    words = Verdict(panel.verdict).label.say(page_language()) if panel and panel.verdict else ""
    words = words or (panel.meets_on.strftime(_("%m-%d 评审会")) if panel else _("专家评审"))
    yield _companion(State.DISTRICT_REVIEW, Lane.EXPERTS, looks, words)


def _companion(state: State, lane: Lane, looks: dict[State, str], words: str) -> Box:
    x, _y = _place(state)
    y = _top(lane) + (LANE_HEIGHT - BOX_HEIGHT) / 2
    return Box(x, y, f"with {looks[state]}", _wrapped(words), "")


def _lines(looks: dict[State, str]) -> Iterator[tuple[str, str, str]]:
    """Draw the moves that lead on, and those aside; what leads back would cross every other line."""
    for edge in edges():
        if edge.source is None or edge.way is Way.BACK or edge.source is State.CORRECTION:
            continue
        look = "past" if looks[edge.source] == "past" and looks[edge.target] in {"past", "now"} else "later"
        if "now" in {looks[edge.source], looks[edge.target]} and "next" in {looks[edge.source], looks[edge.target]}:
            look = "next"
        if edge.way is Way.ON:
            yield _along(edge.source, edge.target), look, "" if look == "past" else "end"
        else:
            yield _across(edge.source, edge.target), f"aside {look}", "both" if edge.way is Way.ASIDE else "end"


def _along(source: State, target: State) -> str:
    """Lead from the right edge of one box to the left edge of another."""
    (x1, y1), (x2, y2) = _place(source), _place(target)
    middle = (x1 + BOX_WIDTH + x2) / 2
    return f"M{x1 + BOX_WIDTH:.0f} {y1 + BOX_HEIGHT / 2:.0f}H{middle:.0f}V{y2 + BOX_HEIGHT / 2:.0f}H{x2:.0f}"


def _across(source: State, target: State) -> str:
    """Lead straight up or down from one box to the near half of another."""
    (x1, y1), (x2, y2) = _place(source), _place(target)
    x = (max(x1, x2) + min(x1, x2) + BOX_WIDTH) / 2
    top, bottom = (y1 + BOX_HEIGHT, y2) if y2 > y1 else (y1, y2 + BOX_HEIGHT)
    return f"M{x:.0f} {top:.0f}V{bottom:.0f}"


def _wrapped(words: str) -> tuple[str, ...]:
    """Break words into two lines where they are too long for a box; Chinese anywhere, English between words."""
    language = page_language()
    most = WORDS_A_LINE[language]
    if len(words) <= most:
        return (words,)
    cut = words.rfind(" ", 0, most + 1) if language == "en" else most
    cut = cut if cut > 0 else most
    return words[:cut].strip(), words[cut:].strip()
