"""What an act needs before it can be done: each need asks one question of the standing and says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.procedure.departments import Duty
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.standing import Ground, Standing
from jijuqu.words.text import Message, Text, listed

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Ground", "Need", "Standing"]

LONGEST_EXTENSION_DAYS = 366  # working days, as for a promised time limit: catches a slip of the keys


class Need:
    """One thing an act needs. `code` is its sentence in `words.procedure`, filled from the fields of the standing.

    An empty clause is that of the act: both joint reviews share their needs.
    """

    __slots__ = ("clause", "code", "fields", "met")

    def __init__(self, code: str, clause: str, met: Callable[[Standing], bool], *fields: str) -> None:
        self.code = code
        self.clause = clause
        self.met = met
        self.fields = fields

    def __repr__(self) -> str:
        return f"<Need {self.code} {self.clause}>"

    def missing(self, standing: Standing, clause_of_act: str) -> Message:
        """Say what is missing, with the clause that wants it."""
        values = {name: _worded(getattr(standing, name)) for name in self.fields}
        return Message(self.code, {**values, "clause": self.clause or clause_of_act})


def _worded(value: object) -> object:
    if isinstance(value, tuple):
        return listed(_named(item) for item in value)
    return value.label if isinstance(value, Ground) else value


def _named(item: Text | str | Duty) -> Text:
    """A person's name, or an organisation's, may be one word for both languages."""
    if isinstance(item, Duty):
        return item.label
    return item if isinstance(item, Text) else Text(item, item)


# Days must be in sense, whatever is done.
ON_NOT_IN_FUTURE = Need("on_in_future", "", lambda s: s.on <= s.today, "on", "today")
ON_AFTER_WHAT_IT_FOLLOWS = Need(
    "on_before_what_it_follows", "", lambda s: not s.follows_on or s.on >= s.follows_on, "on", "follows_on"
)
ON_IN_SENSE = Need("on_too_early", "", lambda s: not s.earliest_on or s.on >= s.earliest_on, "on", "earliest_on")
ALWAYS = (ON_NOT_IN_FUTURE, ON_AFTER_WHAT_IT_FOLLOWS, ON_IN_SENSE)

# A paper is a scan with a day.
PAPER_SCANNED = Need("paper_not_scanned", "", lambda s: s.paper_scanned)
PAPER_DATED = Need("paper_not_dated", "", lambda s: s.paper_dated_on is not None)
PAPER_NOT_IN_FUTURE = Need(
    "paper_dated_in_future",
    "",
    lambda s: not s.paper_dated_on or s.paper_dated_on <= s.today,
    "paper_dated_on",
    "today",
)
OF_EVERY_PAPER = (PAPER_SCANNED, PAPER_DATED, PAPER_NOT_IN_FUTURE)

# The plan.
AUTHORITY_NAMED = Need("authority_not_named", "二（三）1", lambda s: s.drafting_authority_named)
CAME_ON_PAPER = Need("plan_is_the_districts", "二（三）4", lambda s: s.came_on_paper)
CLUSTERS_KNOWN = Need("clusters_unknown", "二（三）2", lambda s: s.clusters > 0)
INDUSTRIES_NAMED = Need(
    "industry_missing", "二（二）3", lambda s: not s.clusters_without_industry, "clusters_without_industry"
)
CONTENTS_WRITTEN = Need(
    "contents_missing", "二（三）2", lambda s: s.plan_paper or not s.missing_contents, "missing_contents"
)
BOUNDARY_GIVEN = Need("boundary_missing", "二（三）2", lambda s: s.plan_paper or s.has_boundary)
BODIES_NAMED = Need("bodies_missing", "二（二）4", lambda s: s.plan_paper or not s.missing_bodies, "missing_bodies")
NOTHING_BLOCKS = Need("findings_block", "", lambda s: s.blocking_findings == 0, "blocking_findings")
DEPARTURES_EXPLAINED = Need(
    "departures_unexplained", "", lambda s: s.unexplained_departures == 0, "unexplained_departures"
)
DEPARTURES_ACCEPTED = Need("departures_unaccepted", "", lambda s: s.unaccepted_departures == 0, "unaccepted_departures")

# Joint review; the joint opinion on file stands for the single ones.
NOT_ASKED_YET = Need("already_asked", "", lambda s: not s.already_asked)
REQUEST_OPEN = Need("request_not_open", "", lambda s: s.request_open)
COLLEAGUE_NAMED = Need("colleague_not_named", "", lambda s: bool(s.handed_to.strip()))
OPINION_WRITTEN = Need("opinion_not_written", "", lambda s: s.opinion_written)
OPINION_TO_ANSWER = Need("no_opinion_to_answer", "", lambda s: s.opinions_unanswered > 0)
CONFLICT_TO_SETTLE = Need("no_conflict_to_settle", "", lambda s: s.conflicts_open > 0)
DEPARTMENTS_ASKED = Need(
    "departments_not_asked", "", lambda s: s.joint_opinion_paper or not s.unasked_duties, "unasked_duties"
)
OPINIONS_IN = Need(
    "opinions_missing", "", lambda s: s.joint_opinion_paper or not s.opinions_awaited, "opinions_awaited"
)
OPINIONS_ANSWERED = Need(
    "opinions_unanswered", "", lambda s: s.joint_opinion_paper or s.opinions_unanswered == 0, "opinions_unanswered"
)
CONFLICTS_SETTLED = Need(
    "conflicts_open", "", lambda s: s.joint_opinion_paper or s.conflicts_open == 0, "conflicts_open"
)
SINGLE_OPINIONS = (DEPARTMENTS_ASKED, OPINIONS_IN, OPINIONS_ANSWERED, CONFLICTS_SETTLED)

# Experts; their report on paper stands for the panel.
EXPERTS_NAMED = Need("experts_not_named", "二（三）3", lambda s: s.experts_named > 0)
EXPERTS_FREE_OF_INTEREST = Need(
    "experts_in_conflict", "二（三）3", lambda s: not s.experts_in_conflict, "experts_in_conflict"
)
PANEL_CONVENED = Need("panel_not_convened", "二（三）3", lambda s: s.panel_convened)
QUORUM_PRESENT = Need("quorum_missing", "", lambda s: s.experts_present >= s.quorum, "experts_present", "quorum")
REPORT_SIGNED = Need("report_not_signed", "二（三）3", lambda s: s.report_signed)
PANEL = (PANEL_CONVENED, EXPERTS_FREE_OF_INTEREST, QUORUM_PRESENT, REPORT_SIGNED)
VERDICT_GIVEN = Need("verdict_missing", "二（三）3", lambda s: s.expert_report is not None)
EXPERTS_REPORTED = Need("expert_report_missing", "二（三）3", lambda s: s.expert_report is not None)
EXPERTS_PASSED = Need("expert_report_failed", "二（三）3", lambda s: s.expert_report is not Verdict.FAIL)
CHANGES_MADE = Need(
    "expert_changes_missing",
    "二（三）3",
    lambda s: s.expert_report is not Verdict.PASS_WITH_CHANGES or bool(s.changes_made_after_experts.strip()),
)

# Application and receipt.
APPLICATION_LETTER = Need("application_letter_missing", "二（三）4", lambda s: s.application_letter)
DISTRICT_OPINION_ATTACHED = Need("district_opinion_missing", "二（三）4", lambda s: s.district_opinion_attached)
EXPERT_OPINION_ATTACHED = Need("expert_opinion_missing", "二（三）4", lambda s: s.expert_opinion_attached)
ATTACHMENTS = (DISTRICT_OPINION_ATTACHED, EXPERT_OPINION_ATTACHED)
RECEIPT_DAY_KNOWN = Need("receipt_day_missing", "文末", lambda s: s.received_on is not None)
RECEIPT_NOT_IN_FUTURE = Need(
    "receipt_in_future", "文末", lambda s: not s.received_on or s.received_on <= s.today, "received_on", "today"
)
RECEIVED_IN_TIME = Need("received_late", "文末", lambda s: not received_late(s), "received_on", "last_day")
RECEIVED_UNDER_NOTICE = Need("received_early", "文末", lambda s: not received_early(s), "received_on", "first_day")
RECEIPT = (CLUSTERS_KNOWN, RECEIPT_DAY_KNOWN, RECEIPT_NOT_IN_FUTURE)
GROUND_GIVEN = Need("ground_missing", "文末", lambda s: s.ground is not None)
GROUND_TRUE = Need("ground_untrue", "文末", lambda s: s.ground is None or _HOLDS[s.ground](s), "ground")


def received_late(standing: Standing) -> bool:
    """Tell whether clusters outside the parks were applied for after the last day; those in parks have none."""
    s = standing
    return bool(s.clusters_outside_parks and s.received_on and s.last_day and s.received_on > s.last_day)


def received_early(standing: Standing) -> bool:
    """Tell whether the application came before the notice took effect."""
    return bool(standing.received_on and standing.first_day and standing.received_on < standing.first_day)


_HOLDS: dict[Ground, Callable[[Standing], bool]] = {
    Ground.AFTER_LAST_DAY: received_late,
    Ground.BEFORE_FIRST_DAY: received_early,
    Ground.ONLY_IN_PARKS: lambda s: s.clusters > 0 and s.clusters_outside_parks == 0,
}

# Completion of the materials: everything at once, each item whole.
ITEMS_LISTED = Need("correction_empty", "二（三）4", lambda s: s.correction_items > 0)
ITEMS_WHOLE = Need(
    "correction_incomplete", "二（三）4", lambda s: s.correction_items_incomplete == 0, "correction_items_incomplete"
)
ITEMS_ANSWERED = Need(
    "correction_unanswered", "二（三）4", lambda s: s.correction_items_open == 0, "correction_items_open"
)
ADDED_IN_TIME = Need(
    "clusters_added_late", "文末", lambda s: not (s.clusters_added and s.last_day and s.on > s.last_day),
    "clusters_added", "last_day",
)  # fmt: skip

# Decision and letters.
ALL_DECIDED = Need("clusters_undecided", "二（三）6", lambda s: not s.undecided_clusters, "undecided_clusters")
REFUSALS_REASONED = Need(
    "refusals_without_reason", "二（三）6", lambda s: s.refusals_without_reason == 0, "refusals_without_reason"
)
LETTER_NUMBERED = Need("letter_not_numbered", "", lambda s: bool(s.letter_number.strip()))
LETTER_SIGNED = Need("letter_not_signed", "", lambda s: s.letter_signed_on is not None)
LETTER_SIGNED_IN_SENSE = Need(
    "letter_signed_in_future", "", lambda s: not s.letter_signed_on or s.letter_signed_on <= s.today,
    "letter_signed_on", "today",
)  # fmt: skip
REPLY_AFTER_DECISION = Need(
    "reply_before_decision", "二（三）6",
    lambda s: not (s.letter_signed_on and s.follows_on) or s.letter_signed_on >= s.follows_on,
    "letter_signed_on", "follows_on",
)  # fmt: skip
LETTER_SCANNED = Need("letter_not_scanned", "", lambda s: s.letter_scanned)
SEALED_LETTER = (LETTER_NUMBERED, LETTER_SIGNED, LETTER_SIGNED_IN_SENSE, LETTER_SCANNED)

# What whoever acts has to say.
REASON_GIVEN = Need("reason_missing", "", lambda s: bool(s.reason.strip()))
ANSWER_GIVEN = Need("answer_missing", "", lambda s: bool(s.reason.strip()))
SETTLEMENT_GIVEN = Need("settlement_missing", "", lambda s: bool(s.reason.strip()))
JUSTIFIED = Need("justification_missing", "", lambda s: bool(s.reason.strip()))
ACCEPTED_BY_NAME = Need("acceptor_not_named", "", lambda s: bool(s.accepted_by.strip()))
EXTENSION_IN_SENSE = Need(
    "extension_not_days", "", lambda s: 0 < s.extension_days <= LONGEST_EXTENSION_DAYS, "extension_days"
)
