"""Whoever is not signed in is asked to; a case that may not be seen is not there; drafts stay in their department."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import letters
from jijuqu.cases.models import Boundary, CaseFile, Expert, OpinionRequest, Panel, PanelSeat
from jijuqu.procedure.roles import Role
from tests.cases import lives, people
from tests.cases.builders import a_draft, by
from tests.web.desk.at_work import a_day, in_review, page, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]

TABS = ("", "plan/", "materials/", "opinions/", "letters/", "record/")


def test_a_stranger_is_asked_to_sign_in(client):
    answer = client.get("/desk/")

    assert answer.status_code == 302
    assert "next=/desk/" in answer["Location"]


@pytest.mark.parametrize("tab", TABS)
def test_a_drafter_of_another_district_finds_no_such_case(client, tab):
    case = a_draft(people.drafter(), date(2022, 3, 1))
    sit_down(client, people.drafter("other", "500101"))

    assert client.get(f"/desk/cases/{case.number}/{tab}").status_code == 404
    assert client.get(f"/desk/cases/{case.number}/acts/withdraw/").status_code == 404
    assert client.post(f"/desk/cases/{case.number}/acts/withdraw/", {"on": "2022-03-20"}).status_code == 404


@pytest.mark.parametrize("tab", TABS)
def test_the_districts_own_people_the_city_and_auditors_see_it(client, tab):
    who = lives.cast()
    case = a_draft(who.drafter, date(2022, 3, 1))
    auditor = people.a_person("auditor", "commission", Role.AUDITOR)

    for person in (*who, auditor):
        assert case.title in page(sit_down(client, person), f"/desk/cases/{case.number}/{tab}")


def test_a_department_sees_a_case_from_the_day_it_is_asked(client):
    drafter = people.drafter()
    case = a_draft(drafter, date(2022, 3, 1))
    reviewer = people.a_person("r", "500155-ecology", Role.REVIEWER)
    sit_down(client, reviewer)
    assert client.get(f"/desk/cases/{case.number}/").status_code == 404

    asked = in_review(drafter)
    assert client.get(f"/desk/cases/{asked.number}/").status_code == 200


def test_an_expert_sees_the_plan_they_sit_on_unless_they_had_to_step_aside(client):
    case = in_review(people.drafter())
    persons = [people.a_person(name, "500155-economy", Role.EXPERT) for name in ("zhou", "wu")]
    panel = Panel.objects.create(case=case, number=1, meets_on=date(2022, 3, 30), quorum=1)
    for person, why in zip(persons, ("", "有利害关系"), strict=True):
        expert = Expert.objects.create(
            name=person.name, employer="某大学", field="planning", first_day=date(2021, 1, 1), person=person
        )
        PanelSeat.objects.create(panel=panel, expert=expert, excluded_because=why)

    assert sit_down(client, persons[0]).get(f"/desk/cases/{case.number}/").status_code == 200
    assert sit_down(client, persons[1]).get(f"/desk/cases/{case.number}/").status_code == 404


def test_a_draft_is_seen_inside_its_department_alone(client):
    drafter = people.drafter()
    case = in_review(drafter, drafted=("500155-ecology",), signed=("500155-emergency",))
    address = f"/desk/cases/{case.number}/opinions/"
    own = people.a_person("own", "500155-ecology", Role.SIGNATORY)
    other = people.a_person("neighbour", "500155-parks", Role.REVIEWER)

    assert "500155-ecology的话" in page(sit_down(client, own), address)
    for person in (drafter, other, people.city_officer(), people.district_leader()):
        seen = page(sit_down(client, person), address)
        assert "500155-ecology的话" not in seen
        assert "500155-emergency的话" in seen


def test_a_department_signs_and_hands_over_its_own_opinion_only(client):
    case = in_review(people.drafter(), drafted=("500155-ecology",))
    foreign = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, people.a_person("s", "500155-parks", Role.SIGNATORY))
    address = f"/desk/cases/{case.number}/acts/sign_opinion/"

    answer = client.post(address, {"on": "2022-03-24", "request": foreign.pk})

    foreign.refresh_from_db()
    assert answer.status_code == 422
    assert foreign.signed_on is None


def test_files_are_handed_out_to_those_who_may_see_the_case_alone(client):
    who = lives.cast()
    case = lives.applied(who)
    file, boundary = CaseFile.objects.filter(case=case).first(), Boundary.objects.get()
    addresses = [
        f"/desk/cases/{case.number}/files/file/{file.pk}/",
        f"/desk/cases/{case.number}/files/boundary/{boundary.pk}/",
        f"/desk/cases/{case.number}/map/{boundary.pk}.svg",
    ]

    stranger = people.drafter("other", "500101")
    for address in addresses:
        answer = sit_down(client, who.drafter).get(address)
        assert answer.status_code == 200
        assert answer.getvalue()  # read to its end an answer closes by itself, which spares the test's own connection
        assert sit_down(client, stranger).get(address).status_code == 404


def test_a_download_is_saved_and_never_shown(client):
    who = lives.cast()
    case = lives.applied(who)
    file = CaseFile.objects.filter(case=case).first()
    answer = sit_down(client, who.officer).get(f"/desk/cases/{case.number}/files/file/{file.pk}/")
    content = b"".join(answer.streaming_content)

    assert content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_file_of_another_case_is_not_there(client):
    who = lives.cast()
    case, other = lives.applied(who), a_draft(who.drafter, date(2022, 3, 1))
    file = CaseFile.objects.filter(case=case).first()

    assert sit_down(client, who.drafter).get(f"/desk/cases/{other.number}/files/file/{file.pk}/").status_code == 404
    assert client.get(f"/desk/cases/{case.number}/files/nothing/{file.pk}/").status_code == 404


def test_drafts_of_letters_are_seen_in_their_own_office(client):
    who = lives.cast()
    case = lives.decided(who)
    letters.draft_letter(case, "approval_reply", who.officer.organisation, {}, by(who.officer, date(2022, 4, 2)))
    address = f"/desk/cases/{case.number}/letters/"

    assert "拟稿" in page(sit_down(client, who.officer), address)
    assert "同意的复函" not in page(sit_down(client, who.drafter), address).split("签发日期")[1]
