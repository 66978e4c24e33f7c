"""The letters of a case: what the case tells goes into the letter's class in `papers`, with the words its drafter adds.

A draft is written anew each time it is looked at, so that it always says what the case says; what the drafter may set
is `Added`, kept in `Letter.content`. What went out is the sealed scan.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from jijuqu.cases import matter as m
from jijuqu.cases.facts import last_review
from jijuqu.cases.opinions import any_awaited, conflicts_open, unanswered
from jijuqu.cases.queries import whole
from jijuqu.papers.envelope import Contact, Envelope
from jijuqu.papers.letters import (
    application,
    approval_reply,
    completion_request,
    executive_brief,
    expert_report,
    joint_review_opinion,
    meeting_notice,
    minutes,
    non_acceptance,
    opinion_request,
    refusal_reply,
    sign_in_sheet,
    submission_memo,
)
from jijuqu.policy.notices import NOTICES, governing
from jijuqu.procedure.roles import Level

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from jijuqu.cases.models import Case, Letter
    from jijuqu.papers.kinds import Letter as Written
    from jijuqu.policy.notice import Notice

ENCLOSED = ("区县联合审查意见", "专家评审意见")  # 二（三）4
USUAL_CONCLUSION = "经联合审查，该规划符合报审条件，建议按程序报请审定。"
OPEN_CONCLUSION = "（待部门意见全部反馈并逐条答复、分歧协调一致后填写。）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What the drafter of a letter sets; empty: the customary words. Kept as JSON in `Letter.content`."""

    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    contact_name: str = ""
    contact_phone: str = ""
    conclusion: str = ""
    points: tuple[str, ...] = ()  # conditions of an approval, findings of experts, conclusions of a meeting

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Added:
        """Read what is kept in a letter; what it does not have stays empty."""
        known = {field.name for field in fields(cls)}
        kept: dict[str, Any] = {name: value for name, value in content.items() if name in known}
        lists = {name: tuple(value) for name, value in kept.items() if isinstance(value, list)}
        return cls(**kept | lists)


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a letter is written from."""

    letter: Letter
    case: Case
    notice: Notice
    added: Added
    verify_url: str

    @property
    def level(self) -> Level:
        """The level of the office that sends it."""
        return Level(self.letter.issuer.level)

    @property
    def about(self) -> dict[str, Any]:
        """What most letters speak of: the notice and the plan."""
        return {"notice": m.citation(self.notice), "plan": m.plan(self.case)}

    @property
    def day(self) -> datetime.date:
        """The day the draft was begun, for what has no day of its own yet."""
        return self.letter.drafted_on

    def envelope(self, *addressees: str, attachments: tuple[str, ...] = ()) -> Envelope:
        """Put it into its envelope; addressees that the drafter set go first."""
        letter, added = self.letter, self.added
        phone = added.contact_phone or letter.drafted_by.phone
        sent_to = added.addressees or addressees  # what goes to nobody, such as a sheet to sign, names no contact
        contact = Contact(name=added.contact_name or letter.drafted_by.name, phone=phone) if phone and sent_to else None
        return Envelope(
            serial=letter.serial, sender=letter.issuer.name_zh, addressees=sent_to,
            number=letter.number, day=letter.signed_on, attachments=attachments, copies=added.copies, contact=contact,
            verify_url=self.verify_url,
        )  # fmt: skip

    def to_government(self) -> Envelope:
        """Put it into an envelope to the district government or committee."""
        return self.envelope(m.government(self.case))


def written(letter: Letter, verify_url: str = "") -> Written:
    """Write a letter of a case, as the case stands now. Raises CannotBeWrittenError with the sentence that says why."""
    case = whole(letter.case_id)
    notice = governing(max(case.received_on or letter.drafted_on, NOTICES[0].first_day))
    return WRITERS[letter.kind](Draft(letter, case, notice, Added.of(letter.content), verify_url))


def _opinion_request(draft: Draft) -> Written:
    case, asked = draft.case, m.asked(draft.case, draft.level)
    return opinion_request.OpinionRequest(
        envelope=draft.envelope(*(each.department.name_zh for each in asked)), **draft.about, clusters=m.clusters(case),
        reply_by=max((each.due_on for each in asked if each.due_on), default=draft.day),
        application=m.incoming(case) if draft.level is Level.CITY else None,
    )  # fmt: skip


def _joint_review_opinion(draft: Draft) -> Written:
    case, review = draft.case, last_review(draft.case, draft.level)
    first = review.started_on if review else draft.day
    answered = [each.signed_on for each in m.asked(case, draft.level) if each.signed_on]
    is_open = review is not None and (any_awaited(review) or unanswered(review) or conflicts_open(review))
    usual = OPEN_CONCLUSION if is_open else USUAL_CONCLUSION
    return joint_review_opinion.JointReviewOpinion(
        envelope=draft.to_government(), **draft.about, clusters=m.clusters(case),
        departments=m.departments(case, draft.level), opinions=m.opinions(review),
        conclusion=draft.added.conclusion or usual, first_day=first, last_day=max(answered, default=first),
    )  # fmt: skip


def _expert_report(draft: Draft) -> Written:
    case, panel = draft.case, m.last_panel(draft.case)
    return expert_report.ExpertReport(
        envelope=draft.envelope(), plan=m.plan(case), meeting=m.meeting(case, draft.letter.issuer.name_zh),
        experts=m.experts(case), present=m.departments(case, draft.level),
        findings=draft.added.points or _lines(panel.report if panel else ""),
        advice=_lines(panel.advice if panel else ""), verdict=m.assessment(case),
    )  # fmt: skip


def _application(draft: Draft) -> Written:
    case = draft.case
    return application.Application(
        envelope=draft.envelope(m.COMMISSION, attachments=(*ENCLOSED, case.title)), **draft.about,
        clusters=m.clusters(case), departments=m.departments(case, Level.DISTRICT),
        expert_review_on=m.assessed_on(case) or draft.day, expert_verdict=m.assessment(case),
        approved_on=case.district_approved_on or draft.day, departures=m.departures(case),
    )  # fmt: skip


def _non_acceptance(draft: Draft) -> Written:
    said = tuple(m.reason(each) for each in draft.added.points)
    of_days = non_acceptance.grounds_of_days(
        draft.case.received_on or draft.day, draft.notice.first_day, draft.notice.last_day
    )
    return non_acceptance.NonAcceptance(
        envelope=draft.to_government(), **draft.about, application=m.incoming(draft.case), grounds=(*of_days, *said)
    )


def _completion_request(draft: Draft) -> Written:
    correction = max(draft.case.corrections.all(), key=lambda each: each.number, default=None)
    items = correction.items.all() if correction else ()
    return completion_request.CompletionRequest(
        envelope=draft.to_government(), **draft.about, application=m.incoming(draft.case),
        items=tuple(
            completion_request.Item(what=each.wanted, clause=each.clause, reason=each.reason, remedy=each.would_do)
            for each in items
        ),
        answer_by=(correction and correction.due_on) or draft.day,
    )  # fmt: skip


def _approval_reply(draft: Draft) -> Written:
    case = draft.case
    limits = draft.notice.limits(case.received_on or draft.day)
    return approval_reply.ApprovalReply(
        envelope=draft.to_government(), **draft.about, application=m.incoming(case),
        departments=m.departments(case, draft.level), approved=m.approved(case), refused=m.refused(case),
        smallest_supply_mu=limits.min_single_supply_mu.value, conditions=draft.added.points,
    )  # fmt: skip


def _refusal_reply(draft: Draft) -> Written:
    case, last_day = draft.case, draft.notice.last_day
    return refusal_reply.RefusalReply(
        envelope=draft.to_government(), **draft.about, application=m.incoming(case),
        departments=m.departments(case, draft.level), refused=m.refused(case),
        may_apply_until=last_day if draft.day <= last_day else None,
    )  # fmt: skip


def _submission_memo(draft: Draft) -> Written:
    case, came = draft.case, draft.case.applied_on is not None
    names = "、".join(each.name for each in m.clusters(case))
    summary = f"《{case.title}》含{case.clusters.count()}个集聚区：{names}。"
    return submission_memo.SubmissionMemo(
        envelope=draft.envelope(), subject=f"关于《{case.title}》的办理", office=draft.letter.issuer.name_zh,
        drafted_by=draft.letter.drafted_by.name, summary=summary,
        proposal=draft.added.conclusion or "拟按程序办理，请批示。", incoming=m.incoming(case) if came else None,
        incoming_from=m.government(case) if came else "", due_on=case.due_on,
    )  # fmt: skip


def _meeting_notice(draft: Draft) -> Written:
    case, offices = draft.case, m.departments(draft.case, draft.level)
    return meeting_notice.MeetingNotice(
        envelope=draft.envelope(*offices), meeting=m.meeting(case, draft.letter.issuer.name_zh),
        agenda=draft.added.points or ("编制单位汇报规划情况", "专家和部门发表意见", "形成评审意见"),
        attendees=(*(each.name for each in m.experts(case)), *offices),
    )  # fmt: skip


def _sign_in_sheet(draft: Draft) -> Written:
    return sign_in_sheet.SignInSheet(
        envelope=draft.envelope(), meeting=m.meeting(draft.case, draft.letter.issuer.name_zh),
        expected=m.attendees(draft.case, draft.level),
    )  # fmt: skip


def _minutes(draft: Draft) -> Written:
    case, panel = draft.case, m.last_panel(draft.case)
    head = next((each.name for each in m.experts(case) if each.leads), draft.letter.issuer.name_zh)
    return minutes.Minutes(
        envelope=draft.envelope(), meeting=m.meeting(case, draft.letter.issuer.name_zh), chair=head,
        heard=f"会议听取了《{case.title}》编制情况的汇报，进行了讨论。",
        settled=draft.added.points or _lines(panel.report if panel else ""), present=m.attendees(case, draft.level),
    )  # fmt: skip


def _executive_brief(draft: Draft) -> Written:
    case = draft.case
    return executive_brief.ExecutiveBrief(
        envelope=draft.envelope(), **draft.about, clusters=m.clusters(case),
        departments=m.departments(case, draft.level), opinions=m.opinions(last_review(case, draft.level)),
        expert_review_on=m.assessed_on(case) or draft.day, expert_verdict=m.assessment(case),
        departures=m.departures(case),
    )  # fmt: skip


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


WRITERS: Mapping[str, Callable[[Draft], Written]] = {
    "opinion_request": _opinion_request,
    "joint_review_opinion": _joint_review_opinion,
    "expert_report": _expert_report,
    "application": _application,
    "non_acceptance": _non_acceptance,
    "completion_request": _completion_request,
    "approval_reply": _approval_reply,
    "refusal_reply": _refusal_reply,
    "submission_memo": _submission_memo,
    "meeting_notice": _meeting_notice,
    "sign_in_sheet": _sign_in_sheet,
    "minutes": _minutes,
    "executive_brief": _executive_brief,
}
