"""A small model of cases, written apart from the product: what may be done, where it leads, who holds which place.

It knows the notice's procedure as a table of its own, the five places of a district, and how long each promise runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

LAST_DAY = date(2022, 12, 31)
DISTRICT = {"drafting", "district_review", "district_decision", "ready"}
WORKING = {"drafting", "district_review", "district_decision", "received", "correction", "city_review", "city_decision"}
OVER = {"answered", "not_accepted", "withdrawn"}
REVIEWS = {"district_review", "city_review"}
# act: states it is done in → where it leads ("=" stays, "<" goes back)
MOVES = {
    "start_district_review": ({"drafting"}, "district_review"),
    "convene": ({"district_review"}, "="),
    "report": ({"district_review"}, "="),
    "record_changes": ({"drafting", "district_review", "correction"}, "="),
    "justify": ({"drafting", "district_review", "correction"}, "="),
    "add_cluster": ({"drafting", "district_review", "correction"}, "="),
    "remove_cluster": ({"drafting", "district_review", "correction"}, "="),
    "return_to_drafting": ({"district_review"}, "drafting"),
    "submit_to_district": ({"district_review"}, "district_decision"),
    "approve_by_district": ({"district_decision"}, "ready"),
    "return_by_district": ({"district_decision"}, "drafting"),
    "apply": ({"ready"}, "applied"),
    "receive": ({"applied"}, "received"),
    "decline": ({"applied"}, "not_accepted"),
    "request_correction": ({"received", "city_review"}, "correction"),
    "answer_items": ({"drafting", "district_review", "correction"}, "="),
    "resubmit": ({"correction"}, "<"),
    "start_city_review": ({"received"}, "city_review"),
    "submit_to_city": ({"city_review"}, "city_decision"),
    "return_by_city": ({"city_decision"}, "city_review"),
    "decide": ({"city_decision"}, "decided"),
    "reply": ({"decided"}, "answered"),
    "draft_opinion": (REVIEWS, "="),
    "sign_opinion": (REVIEWS, "="),
    "answer_remark": (REVIEWS, "="),
    "settle": (REVIEWS, "="),
    "accept": (WORKING - {"correction"}, "="),
    "extend": (WORKING - {"drafting"}, "="),
    "suspend": (WORKING, "suspended"),
    "resume": ({"suspended"}, "<"),
    "withdraw": ((WORKING | {"ready", "applied", "suspended"}), "withdrawn"),
    "letters": (WORKING | {"ready", "applied", "decided"}, "="),
}
CLOCKS = {  # state: the promises that run in it, in working days, and the states they run through
    "district_review": [(7, {"district_review"})],
    "received": [(5, {"received"}), (20, {"received", "city_review", "city_decision"})],
    "correction": [(10, {"correction"})],
    "city_review": [(7, {"city_review"}), (20, {"received", "city_review", "city_decision"})],
    "city_decision": [(20, {"received", "city_review", "city_decision"})],
}


@dataclass
class Place:
    """A place of a district: whose, from when to when."""

    number: int
    holder: str
    case: int
    cluster: int
    taken_on: date
    released_on: date | None = None


@dataclass
class Opinion:
    """What one department was asked for in the round that runs."""

    stance: str = ""
    signed: bool = False
    answered: bool = False


@dataclass
class ModelCase:
    """One case as the model knows it."""

    district: str
    state: str = "drafting"
    back: list[str] = field(default_factory=list)
    whole: dict[int, bool] = field(default_factory=dict)  # cluster in the plan: is it described?
    ever: int = 0  # clusters it ever had
    received: set[int] = field(default_factory=set)  # clusters of the application as it was received
    received_on: date | None = None
    opinions: dict[str, Opinion] = field(default_factory=dict)
    settled: bool = False
    report: str | None = None  # of the latest meeting; None: not held
    convened: bool = False
    changed: bool = False
    filed: bool = False  # joint opinion, experts' opinion and application letter are sealed
    items: bool | None = None  # are the items of the correction that is open answered?
    touched: bool = False
    justified: bool = False
    accepted: set[str] = field(default_factory=set)
    moves: list[tuple[date, str]] = field(default_factory=list)  # to a state, or "+3" working days more

    @property
    def side(self) -> str:
        state = self.back[-1] if self.state == "suspended" else self.state
        return "district" if state in DISTRICT | {"withdrawn"} else "city"

    def goes(self, to: str, on: date) -> None:
        if to == "<":
            self.state = self.back.pop()
        elif to != "=":
            if to in {"suspended", "correction"}:
                self.back.append(self.state)
            elif to == "withdrawn":
                self.back.clear()
            self.state = to
        if to != "=":
            self.moves.append((on, self.state))

    def opinions_are_in(self) -> bool:
        said = self.opinions.values()
        answered = all(each.answered for each in said if each.stance in {"agree_with_advice", "disagree"})
        return all(each.signed for each in said) and answered and (self.settled or not self.in_conflict())

    def in_conflict(self) -> bool:
        stances = {each.stance for each in self.opinions.values() if each.signed}
        return "disagree" in stances and bool(stances & {"agree", "agree_with_advice"})

    def due_on(self) -> date | None:
        """Go day by day from the start of each promise that runs and count the working days that it runs through."""
        return min((day for limit, through in CLOCKS.get(self.state, []) if (day := self._due(limit, through))), default=None)

    def _due(self, limit: int, through: set[str]) -> date | None:
        run: list[tuple[date, str]] = []
        for on, state in self.moves:
            stays = state.startswith("+") or state in through | {"suspended", "correction"}
            run = [*run, (on, state)] if stays and (run or state in through) else []
        states = [(on, state) for on, state in run if not state.startswith("+")]
        given = [(at, int(state)) for at, (_, state) in enumerate(run) if state.startswith("+")]
        within = {at: next(state for _, state in reversed(run[:at]) if not state.startswith("+")) for at, _ in given}
        limit += sum(days for at, days in given if within[at] in through)
        day, counted = run[0][0], 0
        while counted < limit:
            at_its_end = [state for on, state in states if on <= day][-1]
            day += timedelta(days=1)
            if day.year > 2026:
                return None
            counted += at_its_end in through and chinese_calendar.is_workday(day)
        return day
