"""Whose session ends in the middle of a form finds what they typed after signing in again, and nobody else does."""

import json
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from jijuqu.accounts.actions import reset_password
from jijuqu.accounts.models import KeptForm, Person
from jijuqu.procedure.roles import Role
from tests.accounts.people import a_person, in_role
from tests.web.account.signing_in import SIGN_IN, set_up_second_factor, sign_in

pytestmark = pytest.mark.django_db
FORM = {"email": "new@example.org", "phone": "023-5555", "mail_wish": "daily", "mail_language": "zh"}


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    cache.clear()


def end_session(client):
    """Let the time of a session run out; the browser still has its cookie."""
    Session.objects.filter(pk=client.cookies["sessionid"].value).update(
        expire_date=timezone.now() - timedelta(minutes=1)
    )


def kept_page(answer):
    """Return the address of the kept form that the sign-in page will lead to."""
    assert answer.headers["Location"].startswith(f"{SIGN_IN}?next=/account/kept/")
    return answer.headers["Location"].partition("next=")[2]


def test_what_was_typed_is_back_after_signing_in_and_can_be_sent(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)

    page = kept_page(client.post("/account/", FORM))
    assert "刚才填写的内容已存在服务器上" in client.get(f"{SIGN_IN}?next={page}").content.decode()
    assert sign_in(client, person, next=page).headers["Location"] == page
    shown = client.get(page)
    assert "new@example.org" in shown.content.decode()
    assert {field.name: field.value for field in shown.context["typed"]} == FORM

    sent_again = client.post("/account/", FORM | {"kept_form": page.split("/")[-2]})
    assert sent_again.headers["Location"] == "/account/"
    assert Person.objects.get(pk=person.pk).email == "new@example.org"
    assert not KeptForm.objects.exists()


def test_people_read_labels_and_choices_not_codes(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)
    page = kept_page(client.post("/account/", FORM))
    sign_in(client, person)

    shown = {field.name: (field.label, field.shown) for field in client.get(page).context["typed"]}
    assert shown["mail_wish"] == ("邮件通知", "每天一封汇总")
    assert shown["phone"] == ("办公电话", "023-5555")


def test_somebody_else_who_signs_in_on_the_same_computer_does_not_see_it(client):
    person, other = a_person(Role.DRAFTER), a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)
    page = kept_page(client.post("/account/", FORM))

    sign_in(client, other, next=page)
    assert client.get(page).status_code == 404
    assert client.post(page).status_code == 404
    assert "未提交的内容" not in client.get("/account/").content.decode()
    client.post("/account/sign-out/")
    sign_in(client, person)
    assert client.get(page).status_code == 200


def test_it_waits_on_my_data_whatever_the_computer(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)
    page = kept_page(client.post("/account/", FORM))

    elsewhere = Client()
    sign_in(elsewhere, person)
    assert page in elsewhere.get("/account/").content.decode()
    assert elsewhere.get(page).status_code == 200


def test_nothing_typed_lies_in_the_browser(client):
    sign_in(client, a_person(Role.DRAFTER))
    end_session(client)
    answer = client.post("/account/", FORM)

    said = answer.headers["Location"] + json.dumps({name: morsel.value for name, morsel in client.cookies.items()})
    assert not any(value in said for value in ("example.org", "5555"))


def test_signing_out_in_another_window_loses_nothing_either(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    client.post("/account/sign-out/")

    page = kept_page(client.post("/account/", FORM))
    assert KeptForm.objects.get().person == person
    sign_in(client, person)
    assert client.get(page).status_code == 200


def test_nor_does_a_password_that_was_reset_meanwhile(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    reset_password(person, actor=a_person(Role.SECURITY_ADMIN), reason="忘记密码")

    kept_page(client.post("/account/", FORM))
    assert KeptForm.objects.get().person == person


def test_nor_does_a_role_that_asks_for_a_second_factor_from_now_on(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    in_role(person, Role.DISTRICT_LEADER)
    client.post("/account/", FORM)
    set_up_second_factor(client)

    page = f"/account/kept/{KeptForm.objects.get().token}/"
    assert page in client.get("/account/").content.decode()
    assert client.get(page).status_code == 200


def test_of_a_form_with_files_their_names_are_kept_to_be_chosen_again(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)
    page = kept_page(client.post("/account/", FORM | {"scan": SimpleUploadedFile("批复.pdf", b"%PDF")}))
    sign_in(client, person)

    assert "请重新选择文件：批复.pdf" in client.get(page).content.decode()


def test_passwords_and_codes_are_never_kept(client):
    sign_in(client, a_person(Role.DRAFTER))
    end_session(client)
    client.post("/account/", FORM | {"password": "geheim-1", "password1": "geheim-2", "code": "123456"})

    assert "geheim" not in json.dumps(KeptForm.objects.get().fields)
    assert "123456" not in json.dumps(KeptForm.objects.get().fields)


def test_a_form_of_nobody_known_is_given_to_the_browser_that_sent_it(client):
    page = kept_page(client.post("/account/", FORM))
    person = a_person(Role.DRAFTER)

    elsewhere = Client()
    sign_in(elsewhere, person)
    assert elsewhere.get(page).status_code == 404
    sign_in(client, person)
    assert client.get(page).status_code == 200


def test_strangers_cannot_fill_the_database(client):
    assert client.post("/account/", {"email": "x" * 100_001}).headers["Location"] == SIGN_IN
    for _each in range(25):
        Client().post("/account/", FORM)

    assert KeptForm.objects.count() == 20


def test_what_nobody_came_back_for_goes_after_a_week(client):
    client.post("/account/", FORM)
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(days=8))
    client.post("/account/", FORM)

    assert KeptForm.objects.count() == 1


def test_it_can_be_thrown_away(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)
    page = kept_page(client.post("/account/", FORM))
    sign_in(client, person)

    assert client.post(page).headers["Location"] == "/account/"
    assert not KeptForm.objects.exists()


def test_a_part_of_a_page_asks_to_sign_in_beside_the_page_which_stays(client):
    sign_in(client, a_person(Role.DRAFTER))
    end_session(client)
    answer = client.post("/account/", FORM, headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert answer.headers["HX-Retarget"] == "#note"
    assert "本页填写的内容都在" in answer.content.decode()
    assert not KeptForm.objects.exists()


def test_after_signing_in_beside_it_such_a_page_gets_new_protection_for_its_forms():
    client = Client(enforce_csrf_checks=True)
    ours = {"HX-Request": "true", "Sec-Fetch-Site": "same-origin"}
    answer = client.post("/account/", FORM, headers=ours)

    assert answer.status_code == 403
    token = json.loads(answer.headers["HX-Trigger"])["form-protection"]["token"]
    again = client.post("/account/", FORM | {"csrfmiddlewaretoken": token}, headers=ours)
    assert again.status_code == 401  # protected again; what is missing is the sign-in


def test_another_site_gets_no_protection():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/", FORM, headers={"HX-Request": "true", "Sec-Fetch-Site": "cross-site"})

    assert "HX-Trigger" not in answer.headers


def test_a_password_is_not_shown_when_the_protection_of_the_sign_in_form_has_expired():
    answer = Client(enforce_csrf_checks=True).post(
        SIGN_IN, {"login": "wang", "password": "geheim-1"}, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert "表单已过期" in answer.content.decode()
    assert "wang" in answer.content.decode()
    assert "geheim" not in answer.content.decode()


def test_a_role_that_ended_overnight_still_gives_the_text_back(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    end_session(client)
    page = kept_page(client.post("/account/", FORM))
    person.appointments.update(last_day=date(2021, 8, 2))
    sign_in(client, person)

    assert client.get(page).status_code == 200
