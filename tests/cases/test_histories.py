"""Random histories of several cases in two districts through the real acts, held against a model written apart."""

from __future__ import annotations

import os
import secrets
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from jijuqu.cases.actions import city, departures, district, drafting, experts, letters, papers, reviewing, running
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.models import Adoption, Case, Departure, FileKind, Letter, Remark, Snapshot, Verdict
from jijuqu.cases.replay import replay
from jijuqu.journal.verify import verify
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.experts import Verdict as Report
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.standing import Ground
from jijuqu.registry.models import Slot
from tests.cases.city import JIANGJIN, LIANGPING, City, describe, hand, measured
from tests.cases.model import LAST_DAY, MOVES, OVER, ModelCase, Opinion, Place

pytestmark = pytest.mark.django_db
# JIJUQU_HISTORIES=200 tells many more of them than there is time for each time.
EXAMPLES, STEPS, HAPPENINGS, CASES = int(os.environ.get("JIJUQU_HISTORIES", "8")), 12, 10, 5
WITHIN_FIVE = "keeps_within_district_number"
ONWARD = [  # what leads on, so that histories come far
    "start_district_review", "draft_opinion", "sign_opinion", "answer_remark", "settle", "convene", "report", "record_changes",
    "submit_to_district", "approve_by_district", "letters", "apply", "receive", "answer_items", "resubmit", "start_city_review",
    "submit_to_city", "decide", "reply", "resume", "justify", "accept", "request_correction",
]  # fmt: skip


class Histories(RuleBasedStateMachine):
    """Cases by their keys, as the model knows them, and one calendar that only goes forward."""

    people: City  # made once, before the first history

    def __init__(self):
        super().__init__()
        self.saved = transaction.atomic()
        self.saved.__enter__()
        self.today = date(2022, 2, 1)
        self.cases: dict[int, ModelCase] = {}
        self.places: list[Place] = []
        self.numbers: set[tuple[str, str]] = set()

    def teardown(self):
        assert verify().whole
        assert [replay(each) for each in Snapshot.objects.all()] == [[] for _ in range(Snapshot.objects.count())]
        transaction.set_rollback(True)
        self.saved.__exit__(None, None, None)

    # --- what happens ---

    @rule(chance=st.randoms(use_true_random=True))
    def people_go_about_their_work(self, chance):
        for _ in range(HAPPENINGS):
            happens = chance.choices(
                [self.days_go_by, self.a_district_opens_a_case, self.a_case_goes_on, self.somebody_tries_something,
                 self.a_stranger_tries_something],
                [6, 4, 66, 20, 4],
            )[0]  # fmt: skip
            happens(chance)
            self.everything_is_as_the_model_has_it()

    def days_go_by(self, chance):
        self.today += timedelta(chance.choice([1, 1, 3, 9, 30, 90]))

    def a_district_opens_a_case(self, chance):
        if len(self.cases) == CASES:
            return
        code, clusters = chance.choice([LIANGPING, JIANGJIN]), chance.randint(1, 3)
        described = chance.random() < 0.8
        drafter = hand(self.people.drafter[code], self.today)
        case = drafting.open_case(self.people.holder[code], "建设规划", drafter, clusters)
        drafting.add_file(case.pk, FileKind.PLAN, self.people.scan, "规划文本.pdf", drafter)
        model = ModelCase(code, ever=clusters, whole=dict.fromkeys(range(1, clusters + 1), described))
        model.moves.append((self.today, "drafting"))
        self.cases[case.pk] = model
        for cluster in case.clusters.all() if described else ():
            describe(cluster, drafter, self.people.scan)

    def a_case_goes_on(self, chance):
        """Do what leads on, where something does."""
        alive = [pk for pk, model in self.cases.items() if model.state not in OVER]
        for pk in chance.sample(alive, min(1, len(alive))):
            here = [act for act in ONWARD if self.cases[pk].state in MOVES[act][0] and not self.is_idle(pk, act)]
            for act in chance.sample(here, len(here)):
                if self.tries(chance, pk, act, on_paper=chance.random() < 0.3, only_if_expected=True):
                    return

    def is_idle(self, pk, act):
        """Tell what would lead nowhere now, so that histories come far."""
        model = self.cases[pk]
        return {
            "justify": model.justified or not self.over_five(model, pk), "accept": model.side in model.accepted,
            "convene": model.convened and model.report != "failed", "record_changes": model.changed,
            "draft_opinion": sum(bool(each.stance) for each in model.opinions.values()) > 1, "settle": model.settled,
            "answer_remark": model.opinions_are_in(), "answer_items": bool(model.items), "request_correction": model.items is not None or bool(model.touched),
        }.get(act, False)  # fmt: skip

    def somebody_tries_something(self, chance):
        if self.cases:
            pk = chance.choice(list(self.cases))
            self.tries(chance, pk, chance.choice(sorted(MOVES)), on_paper=chance.random() < 0.2)

    def a_stranger_tries_something(self, chance):
        if self.cases:
            pk = chance.choice(list(self.cases))
            other = LIANGPING if self.cases[pk].district == JIANGJIN else JIANGJIN
            stranger = hand(self.people.drafter[other], self.today, reason="无关")
            act = chance.choice([
                lambda: district.apply(pk, stranger), lambda: running.withdraw(pk, stranger),
                lambda: running.suspend(pk, stranger), lambda: city.receive(pk, stranger),
                lambda: city.decide(pk, dict.fromkeys(self.cases[pk].whole, (Verdict.APPROVED, "")), stranger),
                lambda: district.approve_by_district(pk, stranger),
            ])  # fmt: skip
            with pytest.raises(Refused), transaction.atomic():
                act()

    # --- how it is done and what the model expects ---

    def tries(self, chance, pk, act, on_paper, *, only_if_expected=False):
        """Do an act as whoever may; it succeeds where the model says so, else nothing is written."""
        model = self.cases[pk]
        states, to = MOVES[act]
        possible = model.state in states
        prepared = getattr(self, f"_{act}")(chance, pk, model, on_paper)
        if prepared is None or (only_if_expected and not (possible and prepared[0])):
            return False
        expected, run, then = prepared
        before = Case.objects.get(pk=pk).edition
        refusal = None
        try:
            with transaction.atomic():
                run()
        except (Refused, ValidationError, PermissionDenied) as refused:
            refusal = refused
        assert (refusal is None) == (possible and expected), (act, model, refusal)
        if refusal:
            assert Case.objects.get(pk=pk).edition == before
            return False
        model.goes(to, self.today)
        then()
        return True

    def by(self, model, on_paper=False, leads=False):
        """The hand of the side that a case is on: its officer, or its leader; with a paper it is the officer's."""
        people, ours = self.people, model.side == "district"
        officer = people.drafter[model.district] if ours else people.officer
        leader = people.leader[model.district] if ours else people.director
        paper = (
            papers.enter_paper("盖章件", "某机关", self.today, people.scan, hand(officer, self.today))
            if on_paper
            else None
        )
        return hand(officer if on_paper or not leads else leader, self.today, reason="情况属实", paper=paper)

    def drafter(self, model):
        return hand(self.people.drafter[model.district], self.today, reason="情况属实")

    def over_five(self, model, pk):
        day = model.received_on or self.today
        others = sum(
            each.holder == model.district and each.case != pk and each.taken_on <= day
            and (each.released_on is None or each.released_on > day)
            for each in self.places
        )  # fmt: skip
        return others + len(model.whole) > 5

    def in_use(self, holder):
        return [each for each in self.places if each.holder == holder and each.released_on is None]

    def free(self, pk, clusters):
        for each in self.places:
            if each.case == pk and each.cluster in clusters and each.released_on is None:
                each.released_on = self.today

    def takes(self, pk, model, clusters):
        for cluster in clusters:
            used = {each.number for each in self.in_use(model.district)}
            number = next(n for n in range(1, 99) if n not in used)
            self.places.append(Place(number, model.district, pk, cluster, self.today))

    def _letters(self, chance, pk, model, on_paper):
        """The three letters of the application, under a number that may be taken."""
        if model.filed:
            return None
        hand_ = self.by(model)
        issuer = hand_.person.organisation
        number = f"〔2022〕{chance.randint(1, 6)}号"
        ours, free = model.side == "district", (issuer.pk, number) not in self.numbers
        filed: set[tuple[str, str]] = set()

        def run():
            for kind in ("joint_review_opinion", "expert_report", "application"):
                written = number if kind == "application" else f"{kind}{secrets.token_hex(4)}"
                letter = letters.draft_letter(Case.objects.get(pk=pk), kind, issuer, {"title": kind}, hand_)
                letters.register_letter(letter, written, self.today, self.people.scan, hand_)
                filed.add((issuer.pk, written))

        def then():
            model.filed = True
            self.numbers |= filed

        return free and ours, run, then

    def _start_district_review(self, chance, pk, model, on_paper):
        hand_ = self.by(model)
        ready = bool(model.whole) and all(model.whole.values()) and (model.justified or not self.over_five(model, pk))
        asked = self.people.departments(model.district)
        return ready, lambda: reviewing.start_district_review(pk, asked, hand_), lambda: self.asks(model, asked)

    def asks(self, model, departments):
        model.opinions = {each.pk: Opinion() for each in departments}
        model.settled = False

    def _start_city_review(self, chance, pk, model, on_paper):
        asked, hand_ = self.people.departments("city"), self.by(model)
        return model.filed, lambda: reviewing.start_city_review(pk, asked, hand_), lambda: self.asks(model, asked)

    def _of_request(self, chance, pk, model):
        if model.state not in {"district_review", "city_review"}:
            return None
        code = chance.choice(sorted(model.opinions))
        review = Case.objects.get(pk=pk).reviews.get(ended_on=None)
        return code, review.requests.get(department=code)

    def _draft_opinion(self, chance, pk, model, on_paper):
        if (found := self._of_request(chance, pk, model)) is None:
            return None
        code, request = found
        stance = chance.choice([Stance.AGREE, Stance.AGREE, Stance.AGREE_WITH_ADVICE, Stance.DISAGREE])
        words = "请核对" if stance.wants_answer else ""
        reviewer = hand(self.people.reviewer[code], self.today)
        run = lambda: reviewing.draft_opinion(request, stance, "", [Said("二（二）1", stance, words)], reviewer)  # noqa: E731
        return not model.opinions[code].signed, run, lambda: model.opinions.update({code: Opinion(stance.value)})

    def _sign_opinion(self, chance, pk, model, on_paper):
        if (found := self._of_request(chance, pk, model)) is None:
            return None
        code, request = found
        said = model.opinions[code]
        signatory = hand(self.people.signatory[code], self.today)
        then = lambda: setattr(said, "signed", True)  # noqa: E731
        return bool(said.stance) and not said.signed, lambda: reviewing.sign_opinion(request, signatory), then

    def _answer_remark(self, chance, pk, model, on_paper):
        remarks = Remark.objects.filter(request__review__case=pk, request__review__ended_on=None)
        remark = remarks.order_by("adoption", "pk").first()
        if remark is None:
            return None
        said = model.opinions[remark.request.department_id]
        run = lambda: reviewing.answer_remark(remark, Adoption.ADOPTED, "已核对", self.by(model))  # noqa: E731
        return said.signed, run, lambda: setattr(said, "answered", True)

    def _settle(self, chance, pk, model, on_paper):
        review = Case.objects.get(pk=pk).reviews.filter(ended_on=None).first()
        if review is None:
            return None
        run = lambda: reviewing.settle(review, "二（二）1", "以主管部门意见为准", self.by(model))  # noqa: E731
        return model.in_conflict(), run, lambda: setattr(model, "settled", True)

    def _convene(self, chance, pk, model, on_paper):
        run = lambda: experts.convene_experts(pk, self.people.experts, self.drafter(model), meets_on=self.today)  # noqa: E731

        def then():
            model.convened, model.report, model.changed = True, None, False

        return True, run, then

    def _report(self, chance, pk, model, on_paper):
        panel = Case.objects.get(pk=pk).panels.order_by("number").last()
        if panel is None:
            return None
        verdict = chance.choice([Report.PASS, Report.PASS, Report.PASS_WITH_CHANGES, Report.FAIL])
        seats = list(panel.seats.all())
        run = lambda: experts.record_expert_report(panel, verdict, "评审意见", seats, self.drafter(model))  # noqa: E731

        def then():
            model.report = verdict.value
            if verdict is Report.FAIL:
                model.goes("drafting", self.today)

        return model.report is None, run, then

    def _record_changes(self, chance, pk, model, on_paper):
        panel = Case.objects.get(pk=pk).panels.order_by("number").last()
        if panel is None:
            return None
        run = lambda: experts.record_changes(panel, "已按意见修改", self.drafter(model))  # noqa: E731
        return True, run, lambda: setattr(model, "changed", True)

    def _submit_to_district(self, chance, pk, model, on_paper):
        passed = model.report == "passed" or (model.report == "passed_with_changes" and model.changed)
        explained = model.justified or not self.over_five(model, pk)
        hand_ = self.by(model, on_paper)
        in_ = on_paper or model.filed or model.opinions_are_in()
        return passed and explained and in_, lambda: district.submit_to_district(pk, hand_), lambda: None

    def _accepted(self, pk, model):
        return not self.over_five(model, pk) or model.side in model.accepted

    def _approve_by_district(self, chance, pk, model, on_paper):
        hand_ = self.by(model, leads=True)
        return self._accepted(pk, model), lambda: district.approve_by_district(pk, hand_), lambda: None

    def _return_by_district(self, chance, pk, model, on_paper):
        hand_ = self.by(model, leads=True)
        return True, lambda: district.return_by_district(pk, hand_), lambda: None

    def _return_to_drafting(self, chance, pk, model, on_paper):
        hand_ = self.by(model)
        return True, lambda: district.return_to_drafting(pk, hand_), lambda: None

    def _apply(self, chance, pk, model, on_paper):
        hand_ = self.by(model)
        in_time = self.today <= LAST_DAY  # after it 文末 itself stands against an application
        return in_time and model.filed and bool(model.whole), lambda: district.apply(pk, hand_), lambda: None

    def _receive(self, chance, pk, model, on_paper):
        reason = chance.choice(["", "市政府专题会议纪要"])
        fits = len(self.in_use(model.district)) + len(model.whole) <= 5 or bool(reason)
        hand_ = self.by(model)

        def then():
            model.received, model.received_on = set(model.whole), self.today
            self.takes(pk, model, sorted(model.whole))

        return self.today <= LAST_DAY and fits, lambda: city.receive(pk, hand_, slot_reason=reason), then

    def _decline(self, chance, pk, model, on_paper):
        run = lambda: city.decline(pk, self.by(model), received_on=self.today, ground=Ground.AFTER_LAST_DAY)  # noqa: E731
        return self.today > LAST_DAY, run, lambda: None

    def _request_correction(self, chance, pk, model, on_paper):
        clause = chance.choice(["二（二）1", "二（二）2"])
        items = [city.Wanted(clause, "补充说明", "不清楚", "附证明")]

        def then():
            model.items, model.touched = False, clause == "二（二）1"

        return True, lambda: city.request_correction(pk, items, self.by(model)), then

    def _answer_items(self, chance, pk, model, on_paper):
        if model.items is None:
            return None
        item = Case.objects.get(pk=pk).corrections.get(answered_on=None).items.get()
        return True, lambda: city.answer_item(item, "已附", self.drafter(model)), lambda: setattr(model, "items", True)

    def _resubmit(self, chance, pk, model, on_paper):
        new = sorted(model.whole.keys() - {each.cluster for each in self.in_use(model.district) if each.case == pk})
        in_time = self.today <= LAST_DAY or not (model.whole.keys() - model.received)

        def then():
            model.items = None
            self.takes(pk, model, new)
            if model.state == "city_review" and model.touched:
                for each in model.opinions.values():
                    each.signed = False

        expected = bool(model.items) and in_time and bool(model.whole)
        return expected, lambda: city.resubmit(pk, self.drafter(model)), then

    def _submit_to_city(self, chance, pk, model, on_paper):
        hand_ = self.by(model, on_paper)
        return on_paper or model.opinions_are_in(), lambda: city.submit_to_city(pk, hand_), lambda: None

    def _return_by_city(self, chance, pk, model, on_paper):
        hand_ = self.by(model, leads=True)
        return True, lambda: city.return_by_city(pk, hand_), lambda: None

    def _decide(self, chance, pk, model, on_paper):
        given = {
            number: (Verdict.APPROVED, "") if chance.random() < 0.5 else (Verdict.REFUSED, "二（二）1：不符合")
            for number in model.whole
        }
        hand_ = self.by(model, on_paper, leads=True)
        approved = [number for number, (verdict, _) in given.items() if verdict == Verdict.APPROVED]
        able = all(model.whole[number] for number in approved) and (not approved or self._accepted(pk, model))
        refused = given.keys() - set(approved)
        return able and bool(given), lambda: city.decide(pk, given, hand_), lambda: self.free(pk, refused)

    def _reply(self, chance, pk, model, on_paper):
        hand_, number = self.by(model), f"渝经信函〔2022〕{chance.randint(1, 5)}号"
        issuer = self.people.officer.organisation

        def run():
            case = Case.objects.get(pk=pk)
            letter = letters.draft_letter(case, "approval_reply", hand_.person.organisation, {"title": "复函"}, hand_)
            letters.register_letter(letter, number, self.today, self.people.scan, hand_)

        return (issuer.pk, number) not in self.numbers, run, lambda: self.numbers.add((issuer.pk, number))

    def _justify(self, chance, pk, model, on_paper):
        run = lambda: departures.justify(pk, WITHIN_FIVE, "市政府专题会议纪要", self.drafter(model))  # noqa: E731

        def then():
            model.justified, model.accepted = True, set()

        return True, run, then

    def _accept(self, chance, pk, model, on_paper):
        departure = Departure.objects.filter(case=pk).first()
        if departure is None:
            return None
        side, hand_ = model.side, self.by(model, leads=True)
        run = lambda: departures.accept_departure(departure, "王某", hand_)  # noqa: E731
        return side not in model.accepted, run, lambda: model.accepted.add(side)

    def _add_cluster(self, chance, pk, model, on_paper):
        described = chance.random() < 0.5

        def run():
            cluster = drafting.add_cluster(pk, self.drafter(model))
            if described:
                describe(cluster, self.drafter(model), self.people.scan)

        def then():
            model.ever += 1
            model.whole[model.ever] = described

        if model.state == "district_review":  # what goes out for review is not made less whole meanwhile
            return None
        return self.today <= LAST_DAY or model.received_on is None, run, then

    def _remove_cluster(self, chance, pk, model, on_paper):
        if not model.whole:
            return None
        number = chance.choice(sorted(model.whole))
        cluster = Case.objects.get(pk=pk).clusters.get(number=number)

        def then():
            del model.whole[number]
            self.free(pk, {number})

        return len(model.whole) > 1, lambda: drafting.remove_cluster(cluster, self.drafter(model)), then

    def _suspend(self, chance, pk, model, on_paper):
        hand_ = self.by(model)
        return True, lambda: running.suspend(pk, hand_), lambda: None

    def _resume(self, chance, pk, model, on_paper):
        hand_ = self.by(model)
        return True, lambda: running.resume(pk, hand_), lambda: None

    def _extend(self, chance, pk, model, on_paper):
        days, hand_ = chance.randint(0, 5), self.by(model)
        return days > 0, lambda: running.extend(pk, days, hand_), lambda: model.moves.append((self.today, f"+{days}"))

    def _withdraw(self, chance, pk, model, on_paper):
        return True, lambda: running.withdraw(pk, self.drafter(model)), lambda: self.free(pk, set(range(1, 99)))

    # --- what holds after every step ---

    def everything_is_as_the_model_has_it(self):
        self.every_case_is_where_the_model_has_it()
        self.places_are_held_as_the_model_has_them()
        self.no_office_gave_a_number_twice()

    def every_case_is_where_the_model_has_it(self):
        for case in Case.objects.filter(pk__in=self.cases):
            model = self.cases[case.pk]
            assert case.state == model.state
            assert [each for each in (case.corrected_from, case.suspended_from) if each] == model.back
            assert case.due_on == model.due_on(), (case.state, model.moves)

    def places_are_held_as_the_model_has_them(self):
        held = Slot.objects.filter(released_on=None).values_list("holder", "number", "claimed_by", "reason")
        assert sorted((holder, number, by) for holder, number, by, _ in held) == sorted(
            (each.holder, each.number, f"case:{each.case}/{each.cluster}")
            for each in self.places
            if each.released_on is None
        )
        assert len({(holder, number) for holder, number, _, _ in held}) == len(held)
        assert all(number <= 5 or reason for _, number, _, reason in held)

    def no_office_gave_a_number_twice(self):
        numbered = list(Letter.objects.exclude(number="").values_list("issuer", "number"))
        assert sorted(numbered) == sorted(self.numbers)


def test_whatever_happens_the_record_says_what_the_model_says(monkeypatch):
    land = measured()
    monkeypatch.setattr(drafting, "measure", lambda *_args, **_options: land)  # the same file, measured once
    Histories.people = City()
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
