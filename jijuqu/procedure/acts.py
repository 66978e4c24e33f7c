"""Every act of the procedure: from where, to where, by whom, under which clause, with what. One table, a row an act.

What is allowed, what is refused and why, the swim-lane and the tests all follow from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from jijuqu.procedure import needs as n
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.states import FINAL, SUSPENDED_FROM, State
from jijuqu.words.procedure_names import ACTS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from jijuqu.words.text import Text


class Act(StrEnum):
    """Something that is done to a case, in the order of 二（三）."""

    OPEN_CASE = "open_case"
    REGISTER_APPLICATION = "register_application"
    ENTER_FROM_PAPERS = "enter_from_papers"
    EDIT_PLAN = "edit_plan"
    ADD_MATERIAL = "add_material"
    RECORD_EIA = "record_eia"
    START_DISTRICT_REVIEW = "start_district_review"
    ASK_DEPARTMENT = "ask_department"
    REMIND_DEPARTMENT = "remind_department"
    HAND_OVER_OPINION = "hand_over_opinion"
    GIVE_OPINION = "give_opinion"
    SIGN_OPINION = "sign_opinion"
    ANSWER_OPINION = "answer_opinion"
    SETTLE_CONFLICT = "settle_conflict"
    CONVENE_EXPERTS = "convene_experts"
    SCORE_PLAN = "score_plan"
    RECORD_EXPERT_REPORT = "record_expert_report"
    RETURN_TO_DRAFTING = "return_to_drafting"
    SUBMIT_TO_DISTRICT = "submit_to_district"
    APPROVE_BY_DISTRICT = "approve_by_district"
    RETURN_BY_DISTRICT = "return_by_district"
    APPLY = "apply"
    RECEIVE = "receive"
    DECLINE = "decline"
    REQUEST_CORRECTION = "request_correction"
    RESUBMIT = "resubmit"
    START_CITY_REVIEW = "start_city_review"
    SUBMIT_TO_CITY = "submit_to_city"
    RETURN_BY_CITY = "return_by_city"
    DECIDE = "decide"
    REGISTER_REPLY = "register_reply"
    REGISTER_LETTER = "register_letter"
    ACCEPT_EXCEPTION = "accept_exception"
    EXTEND = "extend"
    SUSPEND = "suspend"
    RESUME = "resume"
    WITHDRAW = "withdraw"

    @property
    def label(self) -> Text:
        """What people call it."""
        return ACTS[self]


class Onward(Enum):
    """Where an act leads when not to a named state."""

    STAY = "stay"
    RETURN = "return"  # to what the correction or suspension came from


STAY, RETURN = Onward.STAY, Onward.RETURN


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: an act with the states it is done in (none: there is no case yet) and the place it leads to.

    `roles` act for a level: None is the side the case is on, and roles of the other level then do not act. Without
    roles the act is done on paper only. An empty clause: the notice does not speak of it. `city_clause` holds on the
    city's side. `paper_proves`: the needs that the act's own paper stands for; `on_paper` False: no paper can stand
    for it. `failing_to`: where it leads when the experts' verdict is a no.
    """

    act: Act
    sources: AbstractSet[State]
    to: State | Onward
    level: Level | None
    roles: AbstractSet[Role]
    clause: str
    needs: tuple[n.Need, ...] = ()
    paper_proves: tuple[n.Need, ...] = ()
    city_clause: str = ""
    on_paper: bool = True
    failing_to: State | None = None

    def clause_on(self, side: Level) -> str:
        """Give the clause the act is done under on one side; empty where the notice does not speak of it."""
        return self.city_clause if self.city_clause and side is Level.CITY else self.clause


S, A, R = State, Act, Role
DISTRICT, CITY, ITS_SIDE = Level.DISTRICT, Level.CITY, None
NO_CASE: frozenset[State] = frozenset()
REVIEWS = {S.DISTRICT_REVIEW, S.CITY_REVIEW}
BEFORE_DECIDED = frozenset(S) - FINAL - {S.DECIDED}
NOT_AT_REST = frozenset(S) - FINAL - {S.SUSPENDED}
WITH_LETTERS = frozenset(S) - {S.WITHDRAWN, S.SUSPENDED}  # a reply or a non-acceptance goes out after the end
OFFICERS = {R.DRAFTER, R.CITY_OFFICER}
NOBODY: frozenset[Role] = frozenset()
REASON = (n.REASON_GIVEN,)

# fmt: off
_ROWS = (
    # The plan: 二（三）1–2. The planning EIA runs alongside and holds nothing up.
    Transition(A.OPEN_CASE, NO_CASE, S.DRAFTING, DISTRICT, {R.DRAFTER}, "二（三）1",
               needs=(n.AUTHORITY_NAMED,), paper_proves=(n.AUTHORITY_NAMED,)),
    Transition(A.REGISTER_APPLICATION, NO_CASE, S.APPLIED, CITY, NOBODY, "二（三）4",
               needs=(n.CLUSTERS_KNOWN, n.APPLICATION_LETTER), paper_proves=(n.APPLICATION_LETTER,)),
    Transition(A.ENTER_FROM_PAPERS, {S.APPLIED, S.RECEIVED, S.CITY_REVIEW}, STAY, CITY, {R.CITY_OFFICER}, "二（三）4",
               needs=(n.CAME_ON_PAPER,)),
    Transition(A.EDIT_PLAN, {S.DRAFTING, S.DISTRICT_REVIEW, S.CORRECTION}, STAY, DISTRICT, {R.DRAFTER}, "二（三）2"),
    Transition(A.ADD_MATERIAL, NOT_AT_REST, STAY, ITS_SIDE, OFFICERS, ""),
    Transition(A.RECORD_EIA, NOT_AT_REST, STAY, DISTRICT, {R.DRAFTER}, "二（三）2"),

    # Joint review, at both levels, every department at the same time: 二（三）3 and 5.
    Transition(A.START_DISTRICT_REVIEW, {S.DRAFTING}, S.DISTRICT_REVIEW, DISTRICT, {R.DRAFTER}, "二（三）3",
               needs=(n.CLUSTERS_KNOWN, n.INDUSTRIES_NAMED, n.CONTENTS_WRITTEN, n.BOUNDARY_GIVEN, n.BODIES_NAMED,
                      n.DEPARTURES_EXPLAINED)),
    Transition(A.ASK_DEPARTMENT, REVIEWS, STAY, ITS_SIDE, OFFICERS, "二（三）3", city_clause="二（三）5",
               needs=(n.NOT_ASKED_YET,)),
    Transition(A.REMIND_DEPARTMENT, REVIEWS, STAY, ITS_SIDE, OFFICERS, "", needs=(n.REQUEST_OPEN,)),
    Transition(A.HAND_OVER_OPINION, REVIEWS, STAY, ITS_SIDE, {R.REVIEWER, R.SIGNATORY}, "",
               needs=(n.REQUEST_OPEN, n.COLLEAGUE_NAMED), on_paper=False),
    Transition(A.GIVE_OPINION, REVIEWS, STAY, ITS_SIDE, {R.REVIEWER}, "二（三）3", city_clause="二（三）5",
               needs=(n.REQUEST_OPEN,)),
    Transition(A.SIGN_OPINION, REVIEWS, STAY, ITS_SIDE, {R.SIGNATORY}, "二（三）3", city_clause="二（三）5",
               needs=(n.REQUEST_OPEN, n.OPINION_WRITTEN), paper_proves=(n.OPINION_WRITTEN,)),
    Transition(A.ANSWER_OPINION, REVIEWS, STAY, ITS_SIDE, OFFICERS, "二（三）3", city_clause="二（三）5",
               needs=(n.OPINION_TO_ANSWER, n.ANSWER_GIVEN), paper_proves=(n.ANSWER_GIVEN,)),
    Transition(A.SETTLE_CONFLICT, REVIEWS, STAY, ITS_SIDE, OFFICERS, "二（三）3", city_clause="二（三）5",
               needs=(n.CONFLICT_TO_SETTLE, n.SETTLEMENT_GIVEN), paper_proves=(n.SETTLEMENT_GIVEN,)),

    # Expert review, at district level only: 二（三）3.
    Transition(A.CONVENE_EXPERTS, {S.DISTRICT_REVIEW}, STAY, DISTRICT, {R.DRAFTER}, "二（三）3",
               needs=(n.EXPERTS_NAMED, n.EXPERTS_FREE_OF_INTEREST)),
    Transition(A.SCORE_PLAN, {S.DISTRICT_REVIEW}, STAY, DISTRICT, {R.EXPERT}, "二（三）3", needs=(n.PANEL_CONVENED,)),
    Transition(A.RECORD_EXPERT_REPORT, {S.DISTRICT_REVIEW}, STAY, DISTRICT, {R.DRAFTER}, "二（三）3",
               needs=(n.VERDICT_GIVEN, *n.PANEL), paper_proves=n.PANEL, failing_to=S.DRAFTING),

    # The district's decision and application: 二（三）3–4.
    Transition(A.RETURN_TO_DRAFTING, {S.DISTRICT_REVIEW}, S.DRAFTING, DISTRICT, {R.DRAFTER}, "二（三）3", needs=REASON),
    Transition(A.SUBMIT_TO_DISTRICT, {S.DISTRICT_REVIEW}, S.DISTRICT_DECISION, DISTRICT, {R.DRAFTER}, "二（三）3",
               needs=(*n.SINGLE_OPINIONS, n.EXPERTS_REPORTED, n.EXPERTS_PASSED, n.CHANGES_MADE, n.DEPARTURES_EXPLAINED),
               paper_proves=n.SINGLE_OPINIONS),
    Transition(A.APPROVE_BY_DISTRICT, {S.DISTRICT_DECISION}, S.READY, DISTRICT, {R.DISTRICT_LEADER}, "二（三）3",
               needs=(n.DEPARTURES_ACCEPTED,)),
    Transition(A.RETURN_BY_DISTRICT, {S.DISTRICT_DECISION}, S.DRAFTING, DISTRICT, {R.DISTRICT_LEADER}, "二（三）3",
               needs=REASON, paper_proves=REASON),
    Transition(A.APPLY, {S.READY}, S.APPLIED, DISTRICT, {R.DRAFTER, R.DISTRICT_LEADER}, "二（三）4",
               needs=(n.CLUSTERS_KNOWN, n.APPLICATION_LETTER, *n.ATTACHMENTS, n.NOTHING_BLOCKS),
               paper_proves=(n.APPLICATION_LETTER,)),

    # Receipt, within the notice's life: 文末. Whatever else is missing is asked for, all of it at once.
    Transition(A.RECEIVE, {S.APPLIED}, S.RECEIVED, CITY, {R.CITY_OFFICER}, "二（三）5",
               needs=(*n.RECEIPT, n.RECEIVED_IN_TIME, n.RECEIVED_UNDER_NOTICE)),
    Transition(A.DECLINE, {S.APPLIED}, S.NOT_ACCEPTED, CITY, {R.CITY_OFFICER}, "文末",
               needs=(*n.RECEIPT, n.GROUND_GIVEN, n.GROUND_TRUE)),
    Transition(A.REQUEST_CORRECTION, {S.RECEIVED, S.CITY_REVIEW}, S.CORRECTION, CITY, {R.CITY_OFFICER}, "二（三）4",
               needs=(n.ITEMS_LISTED, n.ITEMS_WHOLE), paper_proves=(n.ITEMS_LISTED, n.ITEMS_WHOLE)),
    Transition(A.RESUBMIT, {S.CORRECTION}, RETURN, DISTRICT, {R.DRAFTER}, "二（三）4",
               needs=(n.CLUSTERS_KNOWN, n.ITEMS_ANSWERED, n.ADDED_IN_TIME), paper_proves=(n.ITEMS_ANSWERED,)),

    # The city's review, decision and reply: 二（三）5–6.
    Transition(A.START_CITY_REVIEW, {S.RECEIVED}, S.CITY_REVIEW, CITY, {R.CITY_OFFICER}, "二（三）5",
               needs=n.ATTACHMENTS),
    Transition(A.SUBMIT_TO_CITY, {S.CITY_REVIEW}, S.CITY_DECISION, CITY, {R.CITY_OFFICER}, "二（三）5",
               needs=n.SINGLE_OPINIONS, paper_proves=n.SINGLE_OPINIONS),
    Transition(A.RETURN_BY_CITY, {S.CITY_DECISION}, S.CITY_REVIEW, CITY, {R.CITY_LEADER}, "二（三）6",
               needs=REASON, paper_proves=REASON),
    Transition(A.DECIDE, {S.CITY_DECISION}, S.DECIDED, CITY, {R.CITY_LEADER}, "二（三）6",
               needs=(n.CLUSTERS_KNOWN, n.ALL_DECIDED, n.REFUSALS_REASONED, n.NOTHING_BLOCKS, n.DEPARTURES_ACCEPTED)),
    Transition(A.REGISTER_REPLY, {S.DECIDED}, S.ANSWERED, CITY, {R.CITY_OFFICER}, "二（三）6",
               needs=(*n.SEALED_LETTER, n.REPLY_AFTER_DECISION), paper_proves=(n.LETTER_SIGNED, n.LETTER_SCANNED)),

    # At any time.
    Transition(A.REGISTER_LETTER, WITH_LETTERS, STAY, ITS_SIDE, OFFICERS, "",
               needs=n.SEALED_LETTER, paper_proves=(n.LETTER_SIGNED, n.LETTER_SCANNED)),
    Transition(A.ACCEPT_EXCEPTION, SUSPENDED_FROM - {S.CORRECTION}, STAY, ITS_SIDE, {R.DISTRICT_LEADER, R.CITY_LEADER},
               "", needs=(n.JUSTIFIED, n.ACCEPTED_BY_NAME), paper_proves=(n.JUSTIFIED,)),
    Transition(A.EXTEND, SUSPENDED_FROM - {S.DRAFTING}, STAY, ITS_SIDE, OFFICERS, "",
               needs=(*REASON, n.EXTENSION_IN_SENSE), paper_proves=REASON),
    Transition(A.SUSPEND, SUSPENDED_FROM, S.SUSPENDED, ITS_SIDE, OFFICERS, "", needs=REASON, paper_proves=REASON),
    Transition(A.RESUME, {S.SUSPENDED}, RETURN, ITS_SIDE, OFFICERS, ""),
    Transition(A.WITHDRAW, BEFORE_DECIDED, S.WITHDRAWN, DISTRICT, {R.DRAFTER, R.DISTRICT_LEADER}, "",
               needs=REASON, paper_proves=REASON),
)
# fmt: on
TRANSITIONS = {row.act: row for row in _ROWS}
