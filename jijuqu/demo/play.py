"""One plan of the demonstration as it is played: who acts, on which day, on which invented paper."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from jijuqu.cases.actions import papers
from jijuqu.cases.actions.step import Hand
from jijuqu.cases.queries import whole
from jijuqu.journal.attachments import keep

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from jijuqu.accounts.models import Person
    from jijuqu.cases.models import Case, Expert
    from jijuqu.demo.people import Staff
    from jijuqu.demo.plans import DemoPlan
    from jijuqu.journal.models import Attachment, Paper


@dataclass
class Play:
    """One plan as it is played: who acts, and the day it has come to."""

    plan: DemoPlan
    staff: Staff
    officer: Person
    leader: Person
    pool: list[Expert]
    boundaries: Mapping[str, BaseGeometry]
    day: date
    case_pk: int = 0

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return whole(self.case_pk)

    def by(self, person: Person, days: int = 0, reason: str = "", paper: Paper | None = None) -> Hand:
        """Act so many days later."""
        self.day += timedelta(days=days)
        return Hand(person, self.day, paper=paper, reason=reason)

    def paper(self, person: Person, title: str, issuer: str, days: int = 0) -> Paper:
        """Enter an invented paper of the day with its scan."""
        hand = self.by(person, days)
        return papers.enter_paper(
            title, issuer, self.day, scan(title), hand, number=f"演示函〔{self.day:%Y}〕{self.case_pk}号"
        )


def scan(title: str) -> Attachment:
    """Keep an invented scan: a page that says that it is one."""
    return keep(io.BytesIO(b"%PDF-1.4\n% " + title.encode() + b"\n%%EOF\n"), f"{title[:20]}.pdf")
