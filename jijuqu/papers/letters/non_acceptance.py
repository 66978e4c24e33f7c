"""不予受理的复函: an application that the notice no longer lets in (文末); no 行政许可, so a reply between offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.compose import compose
from jijuqu.papers.letters.demands import want
from jijuqu.papers.matter import Reason
from jijuqu.papers.wording import day

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.envelope import Envelope
    from jijuqu.papers.manuscript import Manuscript
    from jijuqu.papers.matter import Citation, Incoming, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class NonAcceptance:
    """A letter of non-acceptance with its grounds."""

    envelope: Envelope
    notice: Citation
    plan: Plan
    application: Incoming
    grounds: tuple[Reason, ...]


def after_last_day(received_on: date, last_day: date) -> Reason:
    """Give the usual ground: the application came after the notice's last day."""
    words = (
        f"《通知》执行至{day(last_day)}，逾期不再受理工业园区之外的中小企业集聚区规划建设申请；"
        f"来函收文日期为{day(received_on)}，已逾期"
    )
    return Reason(clause="文末", words=words)


def before_first_day(received_on: date, first_day: date) -> Reason:
    """Give the ground that the application came before the notice took effect."""
    words = f"《通知》自{day(first_day)}起执行；来函收文日期为{day(received_on)}，早于执行日期"
    return Reason(clause="文末", words=words)


def grounds_of_days(received_on: date, first_day: date, last_day: date) -> tuple[Reason, ...]:
    """Give the ground that the day of receipt is; none where it lies between the notice's first and last day."""
    if received_on > last_day:
        return (after_last_day(received_on, last_day),)
    return (before_first_day(received_on, first_day),) if received_on < first_day else ()


def write(letter: NonAcceptance) -> Manuscript:
    """Write the letter."""
    want(letter.grounds, "non_acceptance_without_ground")
    return compose("non_acceptance", letter.envelope, letter)
