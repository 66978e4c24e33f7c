"""Races of two officers for what only one can have, with threads on a database of its own; prints what came of them.

JIJUQU_DATA=folder [DATABASE_URL=…] python -m tests.cases.races RACES
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from threading import Barrier

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.cases.racing_settings")
django.setup()

from django.core.exceptions import ValidationError  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from jijuqu.cases.actions import city, district, drafting, letters, reviewing, running, step  # noqa: E402
from jijuqu.cases.actions.drafting import SomebodyWroteError  # noqa: E402
from jijuqu.cases.models import Case, Letter, OpinionRequest, Review, Section, Snapshot, Verdict  # noqa: E402
from jijuqu.journal.actions import record  # noqa: E402
from jijuqu.journal.models import Event  # noqa: E402
from jijuqu.journal.verify import verify  # noqa: E402
from jijuqu.procedure.advance import Refused  # noqa: E402
from jijuqu.procedure.roles import Role  # noqa: E402
from jijuqu.procedure.states import Position, State  # noqa: E402
from jijuqu.words.said import say  # noqa: E402
from tests.cases.city import JIANGJIN, LIANGPING, City, hand  # noqa: E402

ON = date(2022, 3, 1)


def frozen(case, act, on):
    """What is frozen has no part in who comes first; leaving most of it out makes a race short."""
    number = case.snapshots.count() + 1
    return Snapshot(
        case=case, number=number, act=act, taken_on=on, plan=[act], facts=[act], findings=[act], layers=[act]
    )


step.snapshot_of = frozen
ECOLOGY = f"{LIANGPING}-ecology"


def put(case, state, *rows):
    """Put a case, and rows of it, back where a race starts, on record."""
    with transaction.atomic():
        case.refresh_from_db()
        case.place(Position(state))
        for row in (case, *rows):
            row.save()
        record("test.put", case.subject, actor=None, on=ON, wrote=[case, *rows])


class Races:
    """Each method runs one race: two acts, and who does them. What went on before is of no concern to the next."""

    def __init__(self):
        self.people = City()
        with transaction.atomic():
            before = len(self.people.rows)
            self.officers = [self.people.officer, self.people.person("commission", Role.CITY_OFFICER)]
            self.directors = [self.people.director, self.people.person("commission", Role.CITY_LEADER)]
            self.mayors = [
                self.people.leader[LIANGPING],
                self.people.person(f"{LIANGPING}-government", Role.DISTRICT_LEADER),
            ]
            self.heads = [self.people.signatory[ECOLOGY], self.people.person(ECOLOGY, Role.SIGNATORY)]
            self.drafters = [self.people.drafter[LIANGPING], self.people.person(f"{LIANGPING}-economy", Role.DRAFTER)]
            record("test.people", "city", actor=None, on=ON, wrote=self.people.rows[before:])
        drafter = hand(self.people.drafter[LIANGPING], ON)
        self.cases = [drafting.open_case(self.people.holder[LIANGPING], f"规划{n}", drafter) for n in range(2)]
        self.case = self.cases[0]
        put(self.cases[1], State.RECEIVED)
        put(self.case, State.DRAFTING)
        self.section = Section.objects.filter(case=self.case).first()
        review = Review.objects.create(case=self.case, level="district", round=1, started_on=ON)
        self.review = review
        self.request = OpinionRequest.objects.create(review=review, department_id=ECOLOGY, asked_on=ON, stance="agree")
        put(self.case, State.DISTRICT_REVIEW, review, self.request)

    def letter_serials(self, race):
        """Two officers draft at once; both get a serial, and these are the letters of the next race."""
        content = {"title": "请补充完善材料的函"}
        issuer = self.people.officer.organisation
        return [
            lambda n=n: letters.draft_letter(
                self.cases[n], "completion_request", issuer, content, hand(self.officers[n], ON)
            )
            for n in range(2)
        ], self.officers

    def letter_number(self, race):
        put(self.case, State.RECEIVED) if race == 0 else None
        drafts = list(Letter.objects.filter(number="").order_by("case", "pk"))
        drafts = [next(each for each in drafts if each.case_id == case.pk) for case in self.cases]
        number = f"渝经信函〔2022〕{race + 1}号"
        return [
            lambda n=n: letters.register_letter(drafts[n], number, ON, self.people.scan, hand(self.officers[n], ON))
            for n in range(2)
        ], self.officers

    def approve_or_return(self, race):
        put(self.case, State.DISTRICT_DECISION)
        one, other = self.mayors
        return [
            lambda: district.approve_by_district(self.case.pk, hand(one, ON)),
            lambda: district.return_by_district(self.case.pk, hand(other, ON, reason="需修改")),
        ], self.mayors

    def two_decisions(self, race):
        cluster = self.case.clusters.get()
        cluster.verdict = cluster.verdict_reason = ""
        put(self.case, State.CITY_DECISION, cluster)
        return [
            lambda n=n: city.decide(self.case.pk, {1: (Verdict.REFUSED, f"理由{n}")}, hand(self.directors[n], ON))
            for n in range(2)
        ], self.directors

    def _unsigned(self):
        self.request.refresh_from_db()
        self.review.refresh_from_db()
        self.request.signed_on, self.request.signed_by, self.review.ended_on = None, None, None
        put(self.case, State.DISTRICT_REVIEW, self.review, self.request)
        return [OpinionRequest.objects.get(pk=self.request.pk) for _ in range(2)]

    def two_opinions_of_one_department(self, race):
        requests = self._unsigned()
        return [lambda n=n: reviewing.sign_opinion(requests[n], hand(self.heads[n], ON)) for n in range(2)], self.heads

    def opinion_or_withdrawal(self, race):
        request, _ = self._unsigned()
        return [
            lambda: reviewing.sign_opinion(request, hand(self.heads[0], ON)),
            lambda: running.withdraw(self.case.pk, hand(self.mayors[0], ON, reason="撤回")),
        ], [self.heads[0], self.mayors[0]]

    def case_numbers(self, race):
        where = [LIANGPING, JIANGJIN]
        return [
            lambda n=n: drafting.open_case(
                self.people.holder[where[n]], "规划", hand(self.people.drafter[where[n]], ON)
            )
            for n in range(2)
        ], [self.people.drafter[code] for code in where]

    def section_writers(self, race):
        put(self.case, State.DRAFTING) if race == 0 else None
        edition = Section.objects.get(pk=self.section.pk).edition
        return [
            lambda n=n: drafting.write_section(
                self.section.pk, self.drafters[n].name, edition, hand(self.drafters[n], ON)
            )
            for n in range(2)
        ], self.drafters


ORDER = (
    "section_writers", "letter_serials", "letter_number", "approve_or_return", "two_decisions",
    "two_opinions_of_one_department", "opinion_or_withdrawal", "case_numbers",
)  # fmt: skip


def main(races):
    call_command("migrate", interactive=False, verbosity=0)
    start = Barrier(2)
    field = Races()

    def act(what):
        """Act when both are ready; return None, or what the loser is told."""
        start.wait()
        try:
            what()
        except Refused as refused:
            return "".join(say(reason, "zh") for reason in refused.reasons)
        except SomebodyWroteError as error:
            return error.theirs.text
        except ValidationError as error:
            return "".join(error.messages)
        return None

    def leave(_number):
        start.wait()
        connection.close()

    came = {}
    with ThreadPoolExecutor(2) as pool:
        for name in ORDER:
            told = {"one_won": 0, "both_won": 0, "loser_told_who": 0}
            for race in range(races):
                acts, people = getattr(field, name)(race)
                answers = list(pool.map(act, acts))
                if all(answer is None for answer in answers):
                    told["both_won"] += 1
                elif None in answers:
                    first = people[answers.index(None)]
                    told["one_won"] += 1
                    told["loser_told_who"] += first.name in next(answer for answer in answers if answer)
            came[name] = told
        list(pool.map(leave, range(2)))
    print(json.dumps(came | facts()))  # noqa: T201 - the answer


def facts():
    """What must be true afterwards, whoever won."""
    numbers = list(Case.objects.order_by("pk").values_list("number", flat=True))
    serials = list(Letter.objects.order_by("serial").values_list("serial", flat=True))
    issued = list(Letter.objects.exclude(number="").values_list("issuer", "number"))
    acts = list(
        Event.objects.filter(act__in=["withdraw", "sign_opinion", "test.put"])
        .order_by("number")
        .values_list("act", flat=True)
    )
    after_withdrawal = [one for one, other in pairwise(acts) if (one, other) == ("withdraw", "sign_opinion")]
    return {
        "case_numbers_once": numbers == [f"2022-{n:04d}" for n in range(1, len(numbers) + 1)],
        "serials_without_gap": serials == [f"2022-{n:04d}" for n in range(1, len(serials) + 1)],
        "letter_numbers_once": len(set(issued)) == len(issued),
        "opinions_after_withdrawal": len(after_withdrawal),
        "whole": verify().whole,
    }


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
