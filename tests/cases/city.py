"""Two districts and the city with everybody who takes part, entered on record; a survey that was measured once."""

from __future__ import annotations

import functools
import io
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from jijuqu.accounts.models import Appointment, Organisation, Person
from jijuqu.cases.actions import city, drafting, papers, pool, reviewing
from jijuqu.cases.actions.step import Hand
from jijuqu.cases.models import Expert, FileKind, SectionKind
from jijuqu.cases.survey import measure
from jijuqu.journal.actions import record
from jijuqu.journal.attachments import keep
from jijuqu.journal.models import Event
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.experts import Field
from jijuqu.procedure.roles import Role
from jijuqu.registry.models import QuotaHolder
from jijuqu.words.said import say
from tests.cases.builders import a_scan, survey

LIANGPING, JIANGJIN = "500155", "500116"
DISTRICT_DEPARTMENTS = ("development-reform", "natural-resources", "ecology", "emergency", "parks")
CITY_DEPARTMENTS = DISTRICT_DEPARTMENTS[:4]
INDUSTRIES = ("智能家居", "塑料制品", "五金制品", "食品加工", "新型材料")


class City:
    """Everybody, by what they are: `drafter[LIANGPING]`, `signatory["city-ecology"]`; and papers at hand."""

    def __init__(self, districts=(LIANGPING, JIANGJIN)):
        self.holder = {code: QuotaHolder.objects.get(pk=code) for code in districts}
        self.rows = []
        self.drafter = {code: self.person(f"{code}-economy", Role.DRAFTER) for code in districts}
        self.leader = {code: self.person(f"{code}-government", Role.DISTRICT_LEADER) for code in districts}
        self.officer, self.director = (
            self.person("commission", Role.CITY_OFFICER),
            self.person("commission", Role.CITY_LEADER),
        )
        asked = [*(f"{code}-{name}" for code in districts for name in DISTRICT_DEPARTMENTS)]
        asked += [f"city-{name}" for name in CITY_DEPARTMENTS]
        self.reviewer = {code: self.person(code, Role.REVIEWER) for code in asked}
        self.signatory = {code: self.person(code, Role.SIGNATORY) for code in asked}
        with transaction.atomic():
            record("test.people", "city", actor=None, on=date(2021, 8, 1), wrote=self.rows)
        self.experts = [
            pool.enter_expert(
                Expert(name=f"专家{n}", employer="某大学", field=Field.PLANNING, first_day=date(2021, 8, 1)),
                actor=self.drafter[districts[0]],
            )
            for n in range(3)
        ]
        self.scan = a_scan()

    def person(self, organisation, role):
        number = len(self.rows)
        person = Person.objects.create(
            username=f"p{number}", name=f"{role.value} {number}", organisation_id=organisation
        )
        appointed = Appointment.objects.create(
            person=person, organisation_id=organisation, role=role, first_day=date(2021, 1, 1)
        )
        self.rows += [person, appointed]
        return person

    def departments(self, prefix):
        names = CITY_DEPARTMENTS if prefix == "city" else DISTRICT_DEPARTMENTS
        return [Organisation.objects.get(pk=f"{prefix}-{name}") for name in names]


@functools.cache
def measured():
    """The land of one survey file, measured once: every further boundary of the tests is this one."""
    return measure(keep(io.BytesIO(survey()), "plot.txt"), "plot.txt", on=date(2022, 3, 1))


def describe(cluster, hand, file):
    """Fill in what a cluster needs beside a plan on paper: industry and boundary."""
    drafting.name_industry(cluster, INDUSTRIES[cluster.number % len(INDUSTRIES)], ["2110"], hand)
    drafting.enter_boundary(cluster, file, "plot.txt", hand)


def write_all(case, hand):
    for section in case.sections.all():
        drafting.write_section(section.pk, f"{SectionKind(section.kind).label}：本区……", section.edition, hand)


def hand(person, on, **more):
    return Hand(person, on, **more)


def said(refused):
    """What a refusal tells people, in one string; both languages must have a sentence for it."""
    error = refused.value
    if isinstance(error, ValidationError):
        return "".join(error.messages)
    if isinstance(error, PermissionDenied):
        return str(error)
    assert all(say(reason, "en") for reason in error.reasons)
    return "".join(say(reason, "zh") for reason in error.reasons)


def a_plan_to_review(people, on=date(2022, 5, 6)):
    """A plan of 梁平区 that lacks nothing for its joint review."""
    drafter = hand(people.drafter[LIANGPING], on)
    case = drafting.open_case(people.holder[LIANGPING], "建设规划", drafter)
    describe(case.clusters.get(), drafter, people.scan)
    drafting.add_file(case.pk, FileKind.PLAN, people.scan, "规划文本.pdf", drafter)
    return case


def an_application(people, on=date(2022, 5, 6), clusters=1, code=LIANGPING):
    """A case that came on paper with all it needs, waiting for its receipt."""
    officer = people.officer
    letter = papers.enter_paper(
        "申请函", "梁平区人民政府", on, people.scan, hand(officer, on), number="梁平府函〔2022〕7号"
    )
    case = papers.register_application(people.holder[code], "建设规划", clusters, hand(officer, on, paper=letter))
    for cluster in case.clusters.all():
        describe(cluster, hand(officer, on), people.scan)
    for kind in (FileKind.JOINT_OPINION, FileKind.EXPERT_OPINION, FileKind.PLAN):
        drafting.add_file(case.pk, kind, people.scan, f"{kind}.pdf", hand(officer, on))
    return case


def under_city_review(people, on=date(2022, 5, 6), **more):
    """The same under the joint review of the city's departments."""
    case = an_application(people, on, **more)
    city.receive(case.pk, hand(people.officer, on))
    reviewing.start_city_review(case.pk, people.departments("city"), hand(people.officer, on))
    return case


def before_the_commission(people, on=date(2022, 5, 6), **more):
    """The same before the commission's leader."""
    case = under_city_review(people, on, **more)
    opinion = papers.enter_paper("联合审查意见", "市级部门", on, people.scan, hand(people.officer, on))
    city.submit_to_city(case.pk, hand(people.officer, on, paper=opinion))
    return case


def refusal(act, *arguments, **more):
    """What somebody is told who tries this; nothing of it is on record."""
    events = Event.objects.count()
    with pytest.raises((Refused, ValidationError, PermissionDenied)) as refused:
        act(*arguments, **more)
    assert Event.objects.count() == events
    return said(refused)
