"""The pages of accounts in a browser: accessible and fitting in both languages and widths, by keyboard, without scripts."""

from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from jijuqu.accounts.actions import notify
from jijuqu.accounts.models import KeptForm, Person
from jijuqu.accounts.reasons import Reason
from jijuqu.journal.queries import history
from jijuqu.procedure.roles import Role
from jijuqu.registry.actions import mark_as_demonstration
from jijuqu.words.text import Text
from tests.accounts.people import PASSWORD, a_person, in_role
from tests.conftest import PHONE, WIDE
from tests.web.account.signing_in import sign_in, sign_in_with_second_factor, six_digits

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = ["", "/en"]


def let_in(context, live_server, person, second_factor=True):
    """Sign somebody in beside the browser and give it the session."""
    client = Client()
    if second_factor:
        sign_in_with_second_factor(client, person)
    else:
        sign_in(client, person)
    context.add_cookies([{"name": "sessionid", "value": client.session.session_key, "url": live_server.url}])
    return client


def a_busy_officer():
    """Somebody with two roles, a deputyship, a notice and a form that waits."""
    leader, officer = a_person(Role.DISTRICT_LEADER, name="江城"), a_person(Role.DRAFTER, name="陈立")
    in_role(officer, Role.DISTRICT_LEADER, last_day=date(2040, 1, 1), deputises_for=leader)
    event = history(f"person:{leader.pk}").first()
    about = Text("江津区请您单位反馈意见", "Jiangjin asks your department for its opinion")
    notify(event, [officer], Reason.TO_DO, about=about, address="/clauses/")
    KeptForm.objects.create(
        token="t" * 32,
        person=officer,
        address="/account/",
        fields=[["email", "a@example.org"], ["mail_wish", "daily"], ["version", "3"]],
        files=[["scan", "批复.pdf"]],
    )
    return officer


@pytest.fixture
def looks_right(page, live_server, axe, complaints):
    def look(path):
        """Chinese is looked at on a desk, English, whose words are longer, on a phone; both have to fit both."""
        usual, other = (PHONE, WIDE) if path.startswith("/en/") else (WIDE, PHONE)
        page.set_viewport_size(usual)
        page.goto(live_server.url + path)
        page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")

        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= usual["width"], path
        page.set_viewport_size(other)
        assert page.evaluate("document.documentElement.scrollWidth") <= other["width"], path
        assert complaints == [], path

    return look


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_before_signing_in_are_accessible_and_fit(looks_right, language):
    a_busy_officer()
    mark_as_demonstration(date(2022, 9, 15))

    for path in ("/account/sign-in/", "/account/closed/", "/demo/sign-in/", "/account/second-factor/needed/"):
        looks_right(language + path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_about_oneself_are_accessible_and_fit(context, live_server, looks_right, language):
    let_in(context, live_server, a_busy_officer())

    for path in (
        "/account/",
        "/account/notices/",
        f"/account/kept/{'t' * 32}/",
        "/account/password/",
        "/account/sign-out/",
        "/account/second-factor/",
        "/account/second-factor/end/",
        "/account/recovery-codes/",
        "/account/recovery-codes/new/",
    ):
        looks_right(language + path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_administrators_are_accessible_and_fit(context, live_server, looks_right, language):
    officer = a_busy_officer()
    let_in(context, live_server, a_person(Role.SECURITY_ADMIN))
    for path in (
        "/people/",
        "/people/?q=nobody",
        "/people/new/",
        f"/people/{officer.pk}/",
        "/organisations/",
        "/organisations/new/",
        "/organisations/commission/",
    ):
        looks_right(language + path)

    context.clear_cookies()
    let_in(context, live_server, a_person(Role.SYSTEM_ADMIN))
    looks_right(f"{language}/mail-outbox/")


@pytest.mark.parametrize("width", [800, 1024, 1280])
def test_the_longest_menu_fits_between_phone_and_desk(page, context, live_server, width):
    let_in(context, live_server, a_person(Role.SECURITY_ADMIN))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}/en/people/")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".site-account").get_by_role("button", name="Sign out")).to_be_in_viewport(ratio=1)


def test_a_decider_comes_in_by_keyboard_alone(page, live_server):
    person = a_person(Role.CITY_LEADER)
    page.goto(f"{live_server.url}/account/sign-in/?next=/account/notices/")
    page.get_by_label("用户名").focus()
    page.keyboard.type(person.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="需要动态口令")).to_be_visible()

    page.get_by_role("link", name="启用动态口令").focus()
    page.keyboard.press("Enter")
    secret = page.locator(".secret").inner_text()
    page.get_by_label("六位动态口令").focus()
    page.keyboard.type(six_digits(secret))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="恢复码")).to_be_visible()


def test_a_mistake_is_summed_up_in_focus_and_leads_to_its_field(page, live_server):
    page.goto(f"{live_server.url}/en/account/sign-in/")
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("guess-guess")
    page.get_by_role("button", name="Sign in").click()

    summary = page.locator("[data-errors]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("User name or password is wrong")
    expect(page.get_by_label("User name")).to_have_value("nobody")


def test_without_javascript_a_session_that_ends_in_a_form_loses_nothing(browser, live_server):
    person = a_person(Role.DRAFTER)
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    let_in(context, live_server, person, second_factor=False)
    page.goto(f"{live_server.url}/en/account/")
    page.get_by_label("Telephone").fill("023-5555")
    Session.objects.update(expire_date=timezone.now() - timedelta(hours=1))
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("What you typed is kept on the server")).to_be_visible()
    page.get_by_label("User name").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Telephone")).to_have_value("023-5555")
    page.get_by_label("Telephone").fill("023-6666")
    page.get_by_role("button", name="Send it now").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert Person.objects.get(pk=person.pk).phone == "023-6666"
    context.close()


@pytest.mark.urls("tests.web.account.part_urls")
def test_a_page_of_parts_stays_open_with_all_that_was_typed(page, context, live_server, complaints):
    person = a_person(Role.DRAFTER)
    let_in(context, live_server, person, second_factor=False)
    page.goto(f"{live_server.url}/opinion/")
    words, send, note = page.get_by_label("意见"), page.get_by_role("button", name="暂存"), page.locator("#note")
    words.fill("原则同意")
    Session.objects.update(expire_date=timezone.now() - timedelta(hours=1))
    send.click()
    expect(note).to_contain_text("登录已到期")
    expect(words).to_have_value("原则同意")

    with context.expect_page() as opened:
        note.get_by_role("link").click()
    window = opened.value
    window.get_by_label("用户名").fill(person.username)
    window.get_by_label("密码").fill(PASSWORD)
    window.get_by_role("button", name="登录").click()
    expect(window.get_by_role("heading", name="待办")).to_be_visible()
    window.close()

    send.click()  # the protection of the form changed with the new session
    expect(note).to_contain_text("请再做一次")
    expect(words).to_have_value("原则同意")
    send.click()
    expect(page.locator("#answer")).to_have_text("已暂存：4字")
    expect(note).to_be_empty()
    assert [line for line in complaints if "40" not in line] == []


def test_without_javascript_an_administrator_enters_and_appoints(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    let_in(context, live_server, a_person(Role.SECURITY_ADMIN))
    page.goto(f"{live_server.url}/people/")
    page.get_by_role("link", name="录入人员").click()
    page.get_by_label("姓名", exact=True).fill("陈立")
    page.get_by_label("用户名").fill("chen.li")
    page.get_by_label("所在单位").select_option("江津区经济和信息化委员会")
    page.get_by_role("button", name="录入，生成初始密码").click()
    password = page.locator(".secret").inner_text()
    page.get_by_role("link", name="接着授予角色").click()
    page.get_by_label("角色", exact=True).select_option("编制经办")
    page.get_by_label("起始日期").fill("2021-08-01")
    page.get_by_role("button", name="授予角色").click()
    expect(page.get_by_text("已授予角色。")).to_be_visible()
    page.locator(".site-account").get_by_role("button", name="退出").click()

    page.goto(f"{live_server.url}/account/sign-in/")
    page.get_by_label("用户名").fill("chen.li")
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("请先换成只有自己知道的密码")).to_be_visible()
    context.close()


def test_the_demonstration_signs_in_with_one_click(page, live_server):
    a_busy_officer()
    mark_as_demonstration(date(2022, 9, 15))
    page.goto(f"{live_server.url}/demo/sign-in/")
    page.get_by_role("button", name="以陈立的身份登录").click()
    expect(page.get_by_role("heading", name="待办")).to_be_visible()

    page.locator(".site-account").get_by_role("link", name="陈立").click()
    expect(page.get_by_text("代江城")).to_be_visible()


def test_on_paper_recovery_codes_are_there_and_buttons_of_the_header_are_not(page, context, live_server):
    let_in(context, live_server, a_person(Role.CITY_LEADER))
    page.goto(f"{live_server.url}/account/recovery-codes/")
    page.emulate_media(media="print")

    expect(page.locator(".secret-codes li")).to_have_count(10)
    expect(page.locator(".site-account")).to_be_hidden()
