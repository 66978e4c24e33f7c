"""The plan is opened and written (二（三）1–2): clusters, boundaries, texts, bodies, projects, files, statements."""

from __future__ import annotations

import datetime
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jijuqu.cases.actions.days import DATED_ON, REVIEWED_ON, SENT_ON, refuse_odd_days
from jijuqu.cases.actions.opening import new_case
from jijuqu.cases.actions.step import place_of_new_case, read_again, step
from jijuqu.cases.facts import fault_of_statement
from jijuqu.cases.models import (
    Body,
    Boundary,
    Case,
    CaseFile,
    PlannedCluster,
    PlannedProject,
    Section,
    SectionText,
    Statement,
)
from jijuqu.cases.register import claim_slots, district_of, release_slots
from jijuqu.cases.standing import added_late
from jijuqu.cases.survey import boundary_of, measure
from jijuqu.journal.actions import record
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.credit_code import normalised
from jijuqu.procedure.naming import name_problems
from jijuqu.reference import screening
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.db.models import Model

    from jijuqu.accounts.models import Person
    from jijuqu.cases.actions.step import Hand, Step
    from jijuqu.cases.models import BodyKind, FileKind
    from jijuqu.journal.models import Attachment
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.siting.industrial import Declaration
    from jijuqu.siting.land import Land

HELD_FOR_MINUTES = 15


@transaction.atomic
def open_case(holder: QuotaHolder, title: str, hand: Hand, clusters: int = 1) -> Case:
    """Open the case of a district's plan with its first clusters, every content empty (二（三）1)."""
    position, details = place_of_new_case(Act.OPEN_CASE, holder, hand)
    case, rows = new_case(holder, title, position, hand, clusters, hand.person)
    details |= {"title": title}
    record(Act.OPEN_CASE, case.subject, actor=hand.person, on=hand.on, wrote=rows, details=details, paper=hand.paper)
    return case


@contextmanager
def editing(case_pk: int, hand: Hand, part: str, *rows: Model) -> Iterator[Step]:
    """Change the plan: its district does; what came to the commission on paper, the city's officer enters.

    `part` names what is changed, for the record. `rows` are read again once the case is locked. Raises Refused where
    one is gone.
    """
    case = Case.objects.only("drafter_id", "state").get(pk=case_pk)
    from_papers = case.came_on_paper and case.state in TRANSITIONS[Act.ENTER_FROM_PAPERS].sources
    act = Act.ENTER_FROM_PAPERS if from_papers else Act.EDIT_PLAN

    def once_locked(_case: Case) -> Mapping[str, Any]:
        for row in rows:
            read_again(row, act)
        return {}

    with step(case_pk, act, hand, once_locked) as this:
        this.details["part"] = part
        if cluster := next((row for row in rows if isinstance(row, PlannedCluster)), None):
            this.details["cluster"] = cluster.number
        yield this


def add_cluster(case_pk: int, hand: Hand) -> PlannedCluster:
    """Add one more cluster to the plan.

    Once the application is received it takes a place too: here where the city's officer enters it, else when the
    completed plan comes back. After the last day nothing is added.
    """
    with editing(case_pk, hand, "add-cluster") as this:
        if late := added_late(this.case, hand.on):
            raise Refused(this.act, (late,))
        last = PlannedCluster._base_manager.filter(case=this.case).aggregate(last=Max("number"))["last"]
        cluster = PlannedCluster(case=this.case, number=(last or 0) + 1)
        this.save(cluster)
        if this.act is Act.ENTER_FROM_PAPERS and this.case.received_on:
            claim_slots(this, [cluster], hand.reason)
    return cluster


def remove_cluster(cluster: PlannedCluster, hand: Hand) -> None:
    """Take a cluster out of the plan; its place is free again. Its row, and what was said of it, stay on record.

    Raises Refused for the only one: a plan without any is withdrawn.
    """
    with editing(cluster.case_id, hand, "remove-cluster", cluster) as this:
        if cluster.dropped_on:
            raise Refused(this.act, (Message("row_gone"),))
        if this.case.clusters.count() == 1:
            raise Refused(this.act, (Message("only_cluster"),))
        cluster.dropped_on = hand.on
        this.save(cluster)
        release_slots(this, [cluster], "removed")


def name_industry(cluster: PlannedCluster, name_zh: str, codes: Sequence[str], hand: Hand, name_en: str = "") -> None:
    """Settle on the cluster's leading industry: a public name and the GB/T 4754 codes behind it (二（二）3).

    Raises Refused for words that make no name under 二（三）6.
    """
    with editing(cluster.case_id, hand, "industry", cluster) as this:
        if problems := name_problems(district_of(this.case), name_zh):
            raise Refused(this.act, problems)
        cluster.industry_zh, cluster.industry_en, cluster.industry_codes = name_zh.strip(), name_en.strip(), list(codes)
        this.save(cluster)


def enter_boundary(
    cluster: PlannedCluster, file: Attachment, file_name: str, hand: Hand, *, crs: str = "", gap_m: float = 0.0,
    industrial: Declaration = None,
) -> Boundary:  # fmt: skip
    """Enter a survey file as the next edition of the cluster's boundary, measured against the records of the day.

    Raises UnreadableError for a file that cannot be used; nothing is written then.
    """
    land = measure(file, file_name, on=hand.on, crs=crs, gap_m=gap_m, industrial=industrial)
    return enter_measured(cluster, land, file, file_name, hand)


def enter_measured(cluster: PlannedCluster, land: Land, file: Attachment, file_name: str, hand: Hand) -> Boundary:
    """Enter the land that a survey file was measured to hold as the next edition of the cluster's boundary."""
    with editing(cluster.case_id, hand, "boundary", cluster) as this:
        boundary = boundary_of(land)
        boundary.cluster, boundary.edition = cluster, cluster.boundaries.count() + 1
        boundary.file, boundary.file_name, boundary.entered_by = file, file_name, hand.person
        this.save(boundary)
    return boundary


def name_body(cluster: PlannedCluster, kind: BodyKind, hand: Hand, **columns: str) -> Body:
    """Name one of the three responsible bodies (二（二）4); a wrong digit in its credit code is refused."""
    with editing(cluster.case_id, hand, "body", cluster) as this:
        body = Body.objects.filter(cluster=cluster, kind=kind).first() or Body(cluster=cluster, kind=kind)
        for column, value in columns.items():
            setattr(body, column, value)
        body.credit_code = normalised(body.credit_code)
        this.save(body)
    return body


def plan_project(cluster: PlannedCluster, hand: Hand, **columns: Any) -> PlannedProject:
    """Enter a project that is to come, screened against the access lists of the day (二（二）3)."""
    with editing(cluster.case_id, hand, "project", cluster) as this:
        project = PlannedProject(cluster=cluster, **columns)
        asked = screening.PlannedProject(project.name, project.industry_code, this.case.holder_id, project.products)
        project.meets_access_rules = screening.screen_project(asked, hand.on).meets_access_rules
        this.save(project)
    return project


def drop_project(project: PlannedProject, hand: Hand) -> None:
    """Take a project out of the plan."""
    with editing(project.cluster.case_id, hand, "drop-project", project) as this:
        this.remove(project)


def state_fact(
    case_pk: int,
    fact: str,
    value: Any,
    hand: Hand,
    *,
    cluster: PlannedCluster | None = None,
    evidence: CaseFile | None = None,
) -> Statement:
    """State something that a rule asks about, with its evidence; the last statement of a fact stands.

    Raises Refused for a fact that there is not, that is measured or on record, or for a value of another kind or unit.
    """
    with editing(case_pk, hand, "fact") as this:
        if fault := fault_of_statement(fact, value):
            raise Refused(this.act, (fault,))
        this.refuse_stranger(cluster)
        this.refuse_stranger(evidence)
        rows = Statement.objects.filter(case=this.case, cluster=cluster, fact=fact)
        statement = rows.first() or Statement(case=this.case, cluster=cluster, fact=fact)
        statement.value, statement.evidence = value, evidence
        this.save(statement)
    return statement


def add_file(case_pk: int, kind: FileKind, attachment: Attachment, name: str, hand: Hand, **columns: Any) -> CaseFile:
    """Add a file to the case."""
    with step(case_pk, Act.ADD_MATERIAL, hand) as this:
        refuse_odd_days(this.act, {DATED_ON: columns.get("dated_on")})
        this.details["material"] = kind
        file = CaseFile(case=this.case, kind=kind, attachment=attachment, name=name, added_by=hand.person, **columns)
        this.save(file)
    return file


def withdraw_file(file: CaseFile, hand: Hand) -> None:
    """Take a file off the list; it stays readable in the record."""
    with step(file.case_id, Act.ADD_MATERIAL, hand) as this:
        this.read_again(file)
        if file.removed_at:
            raise Refused(this.act, (Message("row_gone"),))
        file.removed_at = timezone.now()
        this.details["material"] = file.kind
        this.save(file)


def report_eia(case_pk: int, hand: Hand, *, sent_on: datetime.date, reviewed_on: datetime.date | None = None) -> None:
    """Record how far the planning EIA has come: it runs alongside and blocks nothing (二（三）2)."""
    with step(case_pk, Act.RECORD_EIA, hand) as this:
        refuse_odd_days(this.act, {SENT_ON: sent_on, REVIEWED_ON: reviewed_on})
        this.case.eia_sent_on, this.case.eia_reviewed_on = sent_on, reviewed_on


class SomebodyWroteError(Exception):
    """Somebody else saved the section meanwhile: `theirs` is what stands, `ours` what was to be saved."""

    def __init__(self, theirs: SectionText, ours: str) -> None:
        super().__init__(f"edition {theirs.edition} was saved meanwhile")
        self.theirs = theirs
        self.ours = ours


@transaction.atomic
def hold_section(section_pk: int, person: Person) -> Section:
    """Take a section in hand for a quarter of an hour, unless somebody else has it; return who has it now."""
    section = Section.objects.select_for_update().get(pk=section_pk)
    now = timezone.now()
    free = section.held_until is None or section.held_until < now or section.held_by_id == person.pk
    if free:
        section.held_by, section.held_until = person, now + datetime.timedelta(minutes=HELD_FOR_MINUTES)
        section.save(update_fields=["held_by", "held_until"])
    return section


def write_section(section_pk: int, text: str, base_edition: int, hand: Hand) -> SectionText:
    """Save a section as its next edition.

    Raises SomebodyWroteError with both texts where another edition than `base_edition` stands: nothing is lost.
    """
    section = Section.objects.get(pk=section_pk)
    its_own = replace(hand, seen=None)  # its own edition is what was seen
    with editing(section.case_id, its_own, "section", section) as this:
        this.details["section"] = section.kind
        if section.edition != base_edition:
            theirs = section.texts.get(edition=section.edition)
            raise SomebodyWroteError(theirs, text)
        section.edition, section.text = section.edition + 1, text
        section.held_by = section.held_until = None
        written = SectionText(section=section, edition=section.edition, text=text, written_by=hand.person)
        this.save(section, written)
    return written
