"""Every act records all that it wrote: the record is whole after each, and a row changed behind it is found."""

import inspect
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    JSONField,
    PositiveIntegerField,
    PositiveSmallIntegerField,
    TextField,
)

from jijuqu.cases.actions import (
    city,
    departures,
    district,
    drafting,
    experts,
    letters,
    papers,
    pool,
    reviewing,
    running,
)  # fmt: skip
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.models import Adoption, Body, BodyKind, Case, Expert, FileKind, Verdict
from jijuqu.journal import seals
from jijuqu.journal.actions import record
from jijuqu.journal.covered import covered_models
from jijuqu.journal.models import PersonalSalt
from jijuqu.journal.verify import verify
from jijuqu.procedure.experts import Field
from jijuqu.procedure.experts import Verdict as Report
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Role
from jijuqu.procedure.standing import Ground
from tests.cases.city import JIANGJIN, LIANGPING, describe, hand, write_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON, LATE = date(2022, 3, 1), date(2023, 1, 5)
WITHIN_FIVE = "keeps_within_district_number"
OTHER_VALUES = {
    CharField: "另一", TextField: "另一", JSONField: {"另": 1}, DateField: date(2030, 1, 1), PositiveSmallIntegerField: 99,
    PositiveIntegerField: 99,
}  # fmt: skip
MODULES = (city, departures, district, drafting, experts, letters, papers, pool, reviewing, running)
# These write nothing by themselves, or only who holds a section for the moment.
NO_ACTS = {
    "draw_experts",
    "editing",
    "enter_measured",
    "hold_section",
    "may_write",
    "new_case",
    "written_as_the_office_does",
}


class Recorder:
    """Does acts one by one; the record has to be whole after each."""

    def __init__(self):
        self.done = set()

    def __call__(self, act, *arguments, **more):
        answer = act(*arguments, **more)
        self.done.add(act.__name__)
        verdict = verify()
        assert verdict.whole, (act.__name__, verdict.first_fault)
        return answer


def every_act(people, do):  # noqa: PLR0915 - as long as the procedure is
    """Play two cases of the district and one that came on paper so that every act there is has been done."""
    drafter, mayor = (
        hand(people.drafter[LIANGPING], ON, reason="情况属实"),
        hand(people.leader[LIANGPING], ON, reason="属实"),
    )
    officer, director = hand(people.officer, ON, reason="情况属实"), hand(people.director, ON, reason="属实")
    case = do(drafting.open_case, people.holder[LIANGPING], "建设规划", drafter, 1)
    pk, cluster = case.pk, case.clusters.get()
    do(describe, cluster, drafter, people.scan)
    do(write_all, case, drafter)
    body = do(drafting.name_body, cluster, BodyKind.BUILDER, drafter, name="某公司", credit_code="91500000202833182X",
              contact="李某", phone="67761234")  # fmt: skip
    do(drafting.name_industry, cluster, "智能家居", ["2110"], drafter)
    do(drafting.enter_boundary, cluster, people.scan, "plot.txt", drafter)
    do(drafting.write_section, case.sections.first().pk, "背景", 1, drafter)
    do(drafting.remove_cluster, do(drafting.add_cluster, pk, drafter), drafter)
    do(drafting.drop_project, do(drafting.plan_project, cluster, drafter, name="甲项目", industry_code="2110"), drafter)
    do(drafting.plan_project, cluster, drafter, name="乙项目", industry_code="2110")
    file = do(drafting.add_file, pk, FileKind.PLAN, people.scan, "规划.pdf", drafter)
    do(drafting.withdraw_file, file, drafter)
    evidence = do(drafting.add_file, pk, FileKind.PLAN, people.scan, "规划二.pdf", drafter)
    do(drafting.state_fact, pk, "plans_shared_facilities", True, drafter, cluster=cluster, evidence=evidence)
    do(drafting.report_eia, pk, drafter, sent_on=ON, reviewed_on=ON)
    departure = do(departures.justify, pk, WITHIN_FIVE, "纪要", drafter)
    do(departures.accept_departure, departure, "王某", mayor)
    do(departures.justify, pk, WITHIN_FIVE, "纪要二", drafter)

    review = do(reviewing.start_district_review, pk, people.departments(LIANGPING)[:4], drafter)
    do(reviewing.ask_department, review, people.departments(LIANGPING)[4], drafter)
    do(departures.accept_departure, departure.case.departures.get(), "王某", mayor)
    for n, request in enumerate(review.requests.all()):
        code = request.department_id
        stance = Stance.DISAGREE if n == 0 else Stance.AGREE
        do(reviewing.remind, request, drafter)
        do(
            reviewing.draft_opinion,
            request,
            stance,
            "",
            [Said("二（二）1", stance, "请核对")],
            hand(people.reviewer[code], ON),
        )
        do(reviewing.hand_over, request, people.reviewer[code], hand(people.signatory[code], ON))
        do(reviewing.sign_opinion, request, hand(people.signatory[code], ON))
    remark = review.requests.first().remarks.get()
    do(reviewing.answer_remark, remark, Adoption.ADOPTED, "已核对", drafter)
    do(reviewing.settle, review, "二（二）1", "以主管部门为准", drafter)
    expert = do(pool.enter_expert, Expert(name="赵某", employer="某大学", field=Field.LAND, first_day=ON),
                actor=drafter.person)  # fmt: skip
    judge = people.person(f"{LIANGPING}-economy", Role.EXPERT)
    with transaction.atomic():
        record("test.people", "city", actor=None, on=ON, wrote=people.rows[-2:])
    do(pool.give_account, expert, judge, actor=drafter.person)
    panel = do(experts.convene_experts, pk, [*people.experts, expert], drafter, meets_on=ON)
    do(experts.score_plan, panel.seats.get(expert=expert), {"必要性": 90}, "同意", hand(judge, ON))
    do(experts.record_expert_report, panel, Report.PASS_WITH_CHANGES, "修改后通过", list(panel.seats.all()), drafter)
    do(experts.record_changes, panel, "已修改", drafter)
    do(district.return_to_drafting, pk, drafter)
    do(reviewing.start_district_review, pk, people.departments(LIANGPING), drafter)
    paper = do(papers.enter_paper, "联合审查意见", "梁平区", ON, people.scan, drafter)
    on_paper = hand(people.drafter[LIANGPING], ON, paper=paper)
    do(district.submit_to_district, pk, on_paper)
    do(district.return_by_district, pk, mayor)
    do(reviewing.start_district_review, pk, people.departments(LIANGPING), drafter)
    do(district.submit_to_district, pk, on_paper)
    do(district.approve_by_district, pk, mayor)
    for kind in ("joint_review_opinion", "expert_report", "application"):
        letter = do(
            letters.draft_letter, Case.objects.get(pk=pk), kind, drafter.person.organisation, {"title": kind}, drafter
        )
        do(letters.redraft_letter, letter, {"title": f"{kind}二"}, drafter)
        do(letters.register_letter, letter, f"梁平经信〔2022〕{letter.pk}号", ON, people.scan, drafter)
    do(district.apply, pk, drafter)

    do(city.receive, pk, officer)
    do(reviewing.start_city_review, pk, people.departments("city"), officer)
    do(city.request_correction, pk, [city.Wanted("二（二）2", "说明", "不清楚", "附证明", cluster)], officer)
    do(city.answer_item, case.corrections.get().items.get(), "已附", drafter)
    do(city.resubmit, pk, drafter)
    do(running.suspend, pk, officer)
    do(running.resume, pk, officer)
    do(running.extend, pk, 3, officer)
    opinion = do(papers.enter_paper, "联合审查意见", "市级部门", ON, people.scan, officer)
    do(city.submit_to_city, pk, hand(people.officer, ON, paper=opinion))
    do(city.return_by_city, pk, director)
    do(city.submit_to_city, pk, hand(people.officer, ON, paper=opinion))
    do(city.decide, pk, {1: (Verdict.APPROVED, "")}, director)
    reply = do(
        letters.draft_letter,
        Case.objects.get(pk=pk),
        "approval_reply",
        officer.person.organisation,
        {"title": "复函"},
        officer,
    )
    do(letters.register_letter, reply, "渝经信函〔2022〕5号", ON, people.scan, officer)
    do(pool.forget_contact, body, actor=drafter.person)
    do(pool.end_expert, people.experts[0], date(2026, 1, 1), actor=drafter.person)

    late = hand(people.officer, LATE)
    letter = do(papers.enter_paper, "申请函", "江津区人民政府", LATE, people.scan, late)
    declined = do(
        papers.register_application, people.holder[JIANGJIN], "规划", 1, hand(people.officer, LATE, paper=letter)
    )
    do(city.decline, declined.pk, late, received_on=LATE, ground=Ground.AFTER_LAST_DAY)
    withdrawn = do(drafting.open_case, people.holder[LIANGPING], "规划二", drafter)
    do(running.withdraw, withdrawn.pk, drafter)


@pytest.fixture
def played(people):
    every_act(people, lambda act, *arguments, **more: act(*arguments, **more))


def test_the_record_is_whole_after_every_act_there_is(people):
    do = Recorder()
    every_act(people, do)
    do(pool.forget_expert, people.experts[1], actor=people.drafter[LIANGPING])

    written = {
        name
        for module in MODULES
        for name, function in vars(module).items()
        if inspect.isfunction(function) and inspect.unwrap(function).__module__ == module.__name__ and name[0] != "_"
    }
    assert written - NO_ACTS <= do.done


def test_a_row_changed_or_removed_behind_the_record_is_found_in_every_table(played):
    for model in covered_models():
        if model._meta.app_label != "cases":
            continue
        row = model._base_manager.last()
        rows = model._base_manager.filter(pk=row.pk)
        for change in (
            lambda rows=rows, row=row: give_another_value(rows, row),
            lambda rows=rows: rows._raw_delete("default"),
        ):
            with transaction.atomic():
                connection.check_constraints()  # PostgreSQL takes no trigger from a table that has checks outstanding
                seals.unseal(connection)
                change()
                assert verify().first_fault.record == f"{model._meta.label_lower}:{row.pk}"
                transaction.set_rollback(True)


def give_another_value(rows, row):
    """Change the first column that the table's own constraints let change."""
    for field in row._meta.concrete_fields:
        value = not getattr(row, field.name) if isinstance(field, BooleanField) else OTHER_VALUES.get(type(field))
        if value is None or field.primary_key:
            continue
        try:
            with transaction.atomic():
                rows.update(**{field.name: value})
        except IntegrityError:
            continue
        return
    raise AssertionError(f"no column of {row!r} can be changed")


def test_personal_data_goes_for_good_and_the_record_stays_whole(people, played):
    actor = people.drafter[LIANGPING]
    body = Body.objects.get(contact="")
    assert body.name == "某公司"
    before = PersonalSalt.objects.get(row=f"cases.expert:{people.experts[2].pk}").salt
    pool.forget_expert(people.experts[2], actor=actor)

    expert = Expert.objects.get(pk=people.experts[2].pk)
    assert (expert.name, expert.title, expert.ties, expert.person) == ("（已清除）", "", [], None)
    assert PersonalSalt.objects.get(row=f"cases.expert:{expert.pk}").salt != before
    assert verify().whole
    Body.objects.filter(pk=body.pk).update(phone="67761234")
    assert verify().first_fault.record == f"cases.body:{body.pk}"


def test_several_experts_can_be_forgotten(people):
    for expert in people.experts:
        pool.forget_expert(expert, actor=people.drafter[LIANGPING])
    assert {each.name for each in Expert.objects.all()} == {"（已清除）"}
    assert apps.get_model("cases", "Expert").objects.count() == 3
