"""Signing in: passwords, limits, the second factor, the first password, sessions, and the demonstration's own door."""

import time
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from jijuqu.accounts.actions import close_account, reset_password, reset_second_factor
from jijuqu.accounts.models import SignIn
from jijuqu.journal.queries import history
from jijuqu.procedure.roles import Role
from jijuqu.registry.actions import mark_as_demonstration
from tests.accounts.people import PASSWORD, a_person, in_role
from tests.web.account.signing_in import (
    SECOND_STEP,
    SET_UP,
    SIGN_IN,
    set_up_second_factor,
    sign_in,
    sign_in_with_second_factor,
    six_digits,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    cache.clear()


def words_of(answer):
    return answer.content.decode()


def test_the_six_digits_are_those_of_the_standard():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 - RFC 6238, appendix B

    assert [six_digits(secret, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_whoever_is_entered_signs_in_and_out(client):
    person = a_person(Role.DRAFTER)
    answer = sign_in(client, person)

    assert answer.headers["Location"] == "/desk/"
    assert person.name in words_of(client.get("/account/"))
    client.post("/account/sign-out/")
    assert client.get("/account/").headers["Location"] == f"{SIGN_IN}?next=/account/"


def test_in_english_everything_is_english(client):
    answer = client.get("/en/account/sign-in/")

    assert "User name" in words_of(answer)
    assert client.get("/en/account/").headers["Location"] == "/en/account/sign-in/?next=/en/account/"


def test_the_page_asked_for_comes_after_signing_in_but_none_of_another_site(client):
    person = a_person(Role.DRAFTER)

    assert sign_in(client, person, next="/account/notices/").headers["Location"] == "/account/notices/"
    client.post("/account/sign-out/")
    assert sign_in(client, person, next="https://evil.example/").headers["Location"] == "/desk/"


@pytest.mark.parametrize(
    "path", ["/account/signup/", "/accounts/signup/", "/account/password/reset/", "/account/email/"]
)
def test_nobody_signs_up_or_resets_a_password_by_themselves(client, path):
    assert client.get(path).status_code == 404


def test_a_wrong_password_says_what_to_do_and_not_whether_the_name_exists(client):
    person = a_person()

    wrong = words_of(sign_in(client, person, "guess"))
    person.username = "nobody-here"
    unknown = words_of(sign_in(client, person, "guess"))
    assert "用户名或密码不对" in wrong
    assert "用户名或密码不对" in unknown


def test_after_five_wrong_passwords_the_right_one_waits_too(client):
    person = a_person()
    for _each in range(5):
        assert "用户名或密码不对" in words_of(sign_in(client, person, "guess"))

    assert "连续多次输错，请五分钟后再试" in words_of(sign_in(client, person))
    assert sign_in(client, a_person()).status_code == 302  # nobody else waits


def test_the_limit_is_over_after_five_minutes(client, monkeypatch):
    person = a_person()
    for _each in range(6):
        sign_in(client, person, "guess")
    now = time.time()
    monkeypatch.setattr("allauth.core.internal.ratelimit.time.time", lambda: now + 301)

    assert sign_in(client, person).status_code == 302


def test_all_workers_count_together_because_they_count_in_the_database(settings):
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_one_address_tries_so_often_and_then_gets_a_page_that_says_so(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}
    for _each in range(3):
        sign_in(client, a_person())
        client.post("/account/sign-out/")

    answer = sign_in(client, a_person())
    assert answer.status_code == 429
    assert "尝试次数过多" in words_of(answer)


def test_attempts_are_seen_by_their_owner(client):
    person = a_person()
    sign_in(client, person, "guess")
    sign_in(client, person)

    assert list(SignIn.objects.order_by("pk").values_list("succeeded", flat=True)) == [False, True]
    assert "密码不对" in words_of(client.get("/account/"))


def test_a_closed_account_does_not_come_in_and_a_session_of_it_ends(client):
    person, admin = a_person(Role.DRAFTER), a_person(Role.SECURITY_ADMIN)
    sign_in(client, person)
    close_account(person, actor=admin, reason="离职")

    assert client.get("/account/").headers["Location"].startswith(SIGN_IN)
    assert sign_in(client, person).headers["Location"] == "/account/closed/"


def test_a_password_that_somebody_else_knows_is_changed_first(client):
    person = a_person(Role.DRAFTER)
    given = reset_password(person, actor=a_person(Role.SECURITY_ADMIN), reason="忘记密码")
    sign_in(client, person, given)

    assert client.get("/account/").headers["Location"] == "/account/password/?next=/account/"
    form = {"oldpassword": given, "password1": "new-lantern-88", "password2": "new-lantern-88", "next": "/account/"}
    assert client.post("/account/password/", form).headers["Location"] == "/account/"
    assert client.get("/account/").status_code == 200
    assert history(f"person:{person.pk}").last().act == "accounts.change_password"


@pytest.mark.parametrize("poor", ["short1", "12345678901", "password123", "{username}-2022"])
def test_a_poor_password_is_refused_with_the_reason(client, poor):
    person = a_person(Role.DRAFTER, username="wang.li.hua")
    sign_in(client, person)
    poor = poor.format(username=person.username)
    answer = client.post("/account/password/", {"oldpassword": PASSWORD, "password1": poor, "password2": poor})

    assert answer.status_code == 200
    assert "还没有办成，请先改正" in words_of(answer)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_a_new_password_ends_the_other_sessions(client, django_user_model):
    person = a_person(Role.DRAFTER)
    elsewhere = type(client)()
    sign_in(elsewhere, person)
    sign_in(client, person)
    form = {"oldpassword": PASSWORD, "password1": "new-lantern-88", "password2": "new-lantern-88"}
    client.post("/account/password/", form)

    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


DECIDERS = [
    Role.DISTRICT_LEADER,
    Role.CITY_LEADER,
    Role.SIGNATORY,
    Role.SYSTEM_ADMIN,
    Role.SECURITY_ADMIN,
    Role.AUDITOR,
]


@pytest.mark.parametrize("role", list(Role))
def test_those_who_decide_get_nowhere_without_a_second_factor(client, role):
    sign_in(client, a_person(role))
    answer = client.get("/account/notices/")

    if role in DECIDERS:
        assert answer.headers["Location"].startswith("/account/second-factor/needed/")
        assert "启用动态口令" in words_of(client.get("/account/second-factor/needed/"))
    else:
        assert answer.status_code == 200


def test_setting_up_the_second_factor_gives_recovery_codes_and_is_on_record(client):
    person = a_person(Role.CITY_LEADER)
    sign_in_with_second_factor(client, person)

    page = words_of(client.get("/account/recovery-codes/"))
    assert page.count("<li>") >= 10
    assert client.get("/account/notices/").status_code == 200
    assert history(f"person:{person.pk}").last().act == "accounts.set_second_factor"


def test_later_the_password_is_not_enough(client):
    person = a_person(Role.CITY_LEADER)
    secret = set_up(client, person)

    assert sign_in(client, person).headers["Location"] == SECOND_STEP
    assert client.get("/account/").status_code == 302
    wrong = client.post(SECOND_STEP, {"code": "000000"})
    assert "动态口令不对或已用过" in words_of(wrong)
    client.post(SECOND_STEP, {"code": six_digits(secret)})
    assert client.get("/account/").status_code == 200


def set_up(client, person):
    sign_in(client, person)
    secret = set_up_second_factor(client)
    client.post("/account/sign-out/")
    return secret


def test_a_code_works_once(client):
    person = a_person(Role.CITY_LEADER)
    secret = set_up(client, person)
    code = six_digits(secret)
    sign_in(client, person)
    client.post(SECOND_STEP, {"code": code})
    client.post("/account/sign-out/")

    sign_in(client, person)
    assert "动态口令不对或已用过" in words_of(client.post(SECOND_STEP, {"code": code}))


def test_a_recovery_code_works_once_in_place_of_the_telephone(client):
    person = a_person(Role.CITY_LEADER)
    sign_in_with_second_factor(client, person)
    code = client.get("/account/recovery-codes/").context["unused_codes"][0]
    client.post("/account/sign-out/")

    sign_in(client, person)
    assert client.post(SECOND_STEP, {"code": code}).headers["Location"] == "/desk/"
    client.post("/account/sign-out/")
    sign_in(client, person)
    assert client.post(SECOND_STEP, {"code": code}).status_code == 200


def test_whose_role_needs_it_cannot_switch_it_off(client):
    person = a_person(Role.CITY_LEADER)
    sign_in_with_second_factor(client, person)
    answer = client.post("/account/second-factor/end/")

    assert "您的角色必须使用动态口令" in words_of(answer)
    client.post("/account/sign-out/")
    assert sign_in(client, person).headers["Location"] == SECOND_STEP


def test_a_session_that_began_with_a_password_alone_does_not_grow_with_a_role_or_another_session(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    in_role(person, Role.SIGNATORY, first_day=date(2021, 8, 1))
    elsewhere = type(client)()
    sign_in_with_second_factor(elsewhere, person)

    assert elsewhere.get("/account/notices/").status_code == 200
    assert client.get("/account/notices/").headers["Location"].startswith("/account/second-factor/needed/")
    assert "退出并重新登录" in words_of(client.get("/account/second-factor/needed/"))


def test_a_lost_telephone_is_replaced_by_the_administrator(client):
    person = a_person(Role.CITY_LEADER)
    set_up(client, person)
    reset_second_factor(person, actor=a_person(Role.SECURITY_ADMIN), reason="手机丢失")

    sign_in(client, person)
    assert client.get("/account/").headers["Location"].startswith("/account/second-factor/needed/")
    assert client.get(SET_UP).status_code == 200


def test_the_secret_is_unreadable_in_the_database(client):
    person = a_person(Role.CITY_LEADER)
    secret = set_up(client, person)

    kept = str(list(person.authenticator_set.values_list("data", flat=True)))
    assert secret not in kept


def test_with_another_key_file_no_code_fits_and_nothing_breaks(client, settings):
    person = a_person(Role.CITY_LEADER)
    secret = set_up(client, person)
    settings.SECRET_KEY = "another-key"  # noqa: S105

    sign_in(client, person)
    assert "动态口令不对或已用过" in words_of(client.post(SECOND_STEP, {"code": six_digits(secret)}))


def test_a_session_goes_on_while_somebody_works_and_ends_after_a_time_without(client, settings):
    sign_in(client, a_person(Role.DRAFTER))
    client.get("/account/")
    ends = Session.objects.get(pk=client.session.session_key).expire_date
    assert abs((ends - timezone.now()).total_seconds() - settings.SESSION_COOKIE_AGE) < 5
    assert not client.cookies["sessionid"]["max-age"]  # the browser itself forgets it only when it is closed

    Session.objects.update(expire_date=timezone.now())
    assert client.get("/account/").status_code == 302


def test_a_session_is_written_now_and_then_and_not_with_every_page(client, django_assert_max_num_queries):
    sign_in(client, a_person(Role.DRAFTER))
    client.get("/account/notices/")

    with django_assert_max_num_queries(7) as asked:
        client.get("/account/notices/")
    assert not any("UPDATE" in query["sql"] for query in asked.captured_queries)


def test_the_demonstration_lets_anybody_in_as_anybody(client):
    leader = a_person(Role.CITY_LEADER, name="演示领导")
    mark_as_demonstration(date(2022, 9, 15))

    assert "演示领导" in words_of(client.get("/demo/sign-in/"))
    client.post("/demo/sign-in/", {"person": leader.pk})
    assert client.get("/account/notices/").status_code == 200


def test_elsewhere_there_is_no_such_door(client):
    leader = a_person(Role.CITY_LEADER)

    assert client.get("/demo/sign-in/").status_code == 404
    assert client.post("/demo/sign-in/", {"person": leader.pk}).status_code == 404
    assert client.get("/account/").status_code == 302
    assert "/demo/" not in words_of(client.get(SIGN_IN))


def test_who_has_no_password_is_told_so_instead_of_being_asked_for_it(client):
    person = a_person()
    person.set_unusable_password()
    person.save()
    client.force_login(person)

    assert "/account/password/" not in words_of(client.get("/account/"))
    answer = client.get("/account/password/", follow=True)
    assert answer.redirect_chain == [("/account/", 302)]
    assert "没有设密码" in words_of(answer)
