"""What an act's needs are asked of: plain values about one case on the day of the act, filled by who keeps the case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from jijuqu.words.procedure_names import GROUNDS

if TYPE_CHECKING:
    import datetime

    from jijuqu.procedure.departments import Duty
    from jijuqu.procedure.experts import Verdict
    from jijuqu.words.text import Text


class Ground(StrEnum):
    """Why an application is not accepted. The notice itself knows only the first (文末)."""

    AFTER_LAST_DAY = "after_last_day"
    BEFORE_FIRST_DAY = "before_first_day"
    ONLY_IN_PARKS = "only_in_parks"

    @property
    def label(self) -> Text:
        """What people call it."""
        return GROUNDS[self]


Names: TypeAlias = "tuple[Text | str, ...]"  # a plain string reads the same in both languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One case on the day of one act; only what the act's needs ask about has to be filled.

    Things that a sentence names are tuples of their names, empty when nothing is missing; the rest are counts and
    flags. Everything speaks of the side the case is on: in the city's review `opinions_awaited` are the city's.
    """

    # Days: when it happened, when it is entered, and what it cannot be before.
    on: datetime.date
    today: datetime.date
    follows_on: datetime.date | None = None  # the day of the act it follows
    earliest_on: datetime.date | None = None  # a setting: no event of any case makes sense before it

    # The notice's first and last day of acceptance, and the day that counts against them (a setting: of receipt).
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None  # None: the notice sets no last day
    received_on: datetime.date | None = None
    ground: Ground | None = None  # for declining

    # A paper from outside that the act is registered by (线下件).
    paper_scanned: bool = False
    paper_dated_on: datetime.date | None = None

    # The plan.
    came_on_paper: bool = False  # the case began with a letter on paper: nobody of the district writes the plan here
    drafting_authority_named: bool = False
    clusters: int = 0
    clusters_outside_parks: int = 0
    clusters_without_industry: Names = ()
    missing_contents: Names = ()  # of the eight of 二（三）2
    has_boundary: bool = False  # of every cluster
    missing_bodies: Names = ()  # of the three of 二（二）4
    plan_paper: bool = False  # the plan is on file as a paper: it stands for contents, boundary and bodies
    # Findings of the clusters that the act carries forward; at `decide`, of those to be approved.
    blocking_findings: int = 0  # not met, of rules that block
    unexplained_departures: int = 0  # from rules in principle (原则上), without a written reason
    unaccepted_departures: int = 0  # unexplained, or with a reason that nobody named on this side has accepted

    # Joint review.
    unasked_duties: tuple[Duty, ...] = ()  # of `departments.ASKED` for this side
    already_asked: bool = False  # the department that the act asks
    request_open: bool = False  # the request that the act is about still wants an opinion that binds
    opinion_written: bool = False  # a draft lies before the head of the department
    handed_to: str = ""
    opinions_awaited: Names = ()  # departments asked whose opinion does not bind yet
    opinions_unanswered: int = 0
    conflicts_open: int = 0
    joint_opinion_paper: bool = False  # this side's joint review opinion is on file: it stands for the single ones

    # Experts.
    experts_named: int = 0
    experts_in_conflict: Names = ()  # named though they have an interest in the plan
    panel_convened: bool = False
    experts_present: int = 0
    quorum: int = 0  # `experts.quorum`
    report_signed: bool = False  # by the experts present
    expert_report: Verdict | None = None  # of the latest report; at `record_expert_report`, the one recorded
    changes_made_after_experts: str = ""  # what was changed as they asked

    # Application, and what 二（三）4 wants with it.
    application_letter: bool = False
    district_opinion_attached: bool = False
    expert_opinion_attached: bool = False

    # Completion of the materials.
    correction_items: int = 0
    correction_items_incomplete: int = 0  # without clause, reason, what would do, or the day it is due
    correction_items_open: int = 0  # not yet answered
    clusters_added: int = 0  # outside the parks, and not in the application that was received

    # Decision and letters.
    undecided_clusters: Names = ()
    refusals_without_reason: int = 0
    letter_number: str = ""  # from the office's own register of letters
    letter_signed_on: datetime.date | None = None
    letter_scanned: bool = False

    # What whoever acts has to say.
    reason: str = ""  # or the answer, or how a conflict was settled
    accepted_by: str = ""  # the person who answers for a departure
    extension_days: int = 0  # working days
