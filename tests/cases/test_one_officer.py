"""One officer alone runs a whole case from the application that came on paper, with scans; two clusters, one approved."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import city, drafting, letters, papers, reviewing
from jijuqu.cases.actions.step import Hand
from jijuqu.cases.models import FileKind, Outcome, Verdict
from jijuqu.cases.queries import whole
from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.states import State
from jijuqu.registry.models import Cluster, QuotaHolder, Slot
from tests.cases import people
from tests.cases.builders import a_paper, a_scan, by, complete

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return people.city_officer()


@pytest.fixture
def case(officer):
    letter = a_paper(officer, date(2022, 5, 6), "梁平区人民政府关于申请规划建设中小企业集聚区的函")
    holder = QuotaHolder.objects.get(pk=people.LIANGPING)
    return papers.register_application(holder, "梁平区建设规划", 2, by(officer, date(2022, 5, 6), paper=letter))


def received(case, officer):
    complete(case, officer, date(2022, 5, 7))
    for kind in (FileKind.JOINT_OPINION, FileKind.EXPERT_OPINION):
        drafting.add_file(case.pk, kind, a_scan(kind), f"{kind}.pdf", by(officer, date(2022, 5, 7)))
    city.receive(case.pk, by(officer, date(2022, 5, 9)))


def test_the_application_on_paper_opens_the_case_at_the_commission(case):
    assert (case.state, case.applied_on, case.drafter) == (State.APPLIED, date(2022, 5, 6), None)
    assert case.files.get().kind == FileKind.APPLICATION


def test_one_officer_runs_it_to_the_end_with_scans_and_one_of_two_clusters_is_approved(case, officer):
    received(case, officer)
    assert Slot.objects.filter(claimed_by__startswith=f"case:{case.pk}/", released_on=None).count() == 2
    asked = people.departments("city", people.CITY_DEPARTMENTS)
    reviewing.start_city_review(case.pk, asked, by(officer, date(2022, 5, 10)))
    opinion = a_paper(officer, date(2022, 5, 18), "联合审查意见")
    city.submit_to_city(case.pk, by(officer, date(2022, 5, 18), paper=opinion))
    minutes = a_paper(officer, date(2022, 5, 20), "主任办公会纪要")
    verdicts = {1: (Verdict.APPROVED, ""), 2: (Verdict.REFUSED, "二（二）1：不符合国土空间规划")}
    city.decide(case.pk, verdicts, by(officer, date(2022, 5, 20), paper=minutes))
    letter = letters.draft_letter(
        whole(case.pk), "approval_reply", officer.organisation, {"title": "复函"}, by(officer, date(2022, 5, 23))
    )
    letters.register_letter(
        letter, "渝经信函〔2022〕8号", date(2022, 5, 23), a_scan("复函"), by(officer, date(2022, 5, 23))
    )

    case = whole(case.pk)
    assert (case.state, case.outcome) == (State.ANSWERED, Outcome.PARTLY)
    entry = Cluster.objects.get()
    assert entry.published_on is None
    assert entry.reply.number == "渝经信函〔2022〕8号"
    kept = Slot.objects.get(released_on=None)
    assert (kept.cluster, kept.standing) == (entry, "approved")


def test_without_the_paper_the_officer_may_not_decide(case, officer):
    received(case, officer)
    with pytest.raises(Refused) as refused:
        city.decide(case.pk, {1: (Verdict.APPROVED, ""), 2: (Verdict.APPROVED, "")}, by(officer, date(2022, 5, 20)))
    assert refused.value.act is Act.DECIDE


def test_what_the_district_writes_here_the_city_does_not_change():
    drafter, officer = people.drafter(), people.city_officer("second")
    holder = QuotaHolder.objects.get(pk=people.LIANGPING)
    case = drafting.open_case(holder, "规划", Hand(drafter, date(2022, 5, 1)))
    with pytest.raises(Refused):
        drafting.add_cluster(case.pk, by(officer, date(2022, 5, 2)))
