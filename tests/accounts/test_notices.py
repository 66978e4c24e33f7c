"""People are told once in the application whatever happens, and by mail until the mail is out."""

from datetime import date, datetime, timedelta
from smtplib import SMTPServerDisconnected
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from jijuqu.accounts import mail as outbox
from jijuqu.accounts.actions import close_account, mark_read, notify
from jijuqu.accounts.mail import deliver_what_was_left, try_again
from jijuqu.accounts.models import Mail, MailWish, Notification
from jijuqu.accounts.queries import unread_count
from jijuqu.accounts.reasons import Reason
from jijuqu.config.mail_server import mail_server
from jijuqu.journal.actions import record
from jijuqu.procedure.roles import Role
from jijuqu.words.text import Text
from tests.accounts.people import a_person

pytestmark = pytest.mark.django_db
CHONGQING = ZoneInfo("Asia/Shanghai")
ABOUT = Text("江津区请您单位反馈意见", "Jiangjin asks your department for its opinion")


@pytest.fixture(autouse=True)
def _a_mail_server(settings):
    settings.MAIL = mail_server("smtp://localhost")
    settings.SITE_ADDRESS = "https://jjq.example.gov.cn"


def something_happened(actor=None):
    with transaction.atomic():
        return record("cases.ask_department", "case:1", actor=actor, on=date(2022, 3, 1))


def tell(*people, event=None, reason=Reason.TO_DO, about=ABOUT):
    return notify(event or something_happened(), people, reason, about=about, address="/cases/1/")


def work():
    """Run every task that is due, as the worker does between opening and closing its connection."""
    worker = Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    )
    while due := DBTaskResult.objects.ready().first():
        due.claim("test")
        worker.run_task(due)
    failed = DBTaskResult.objects.failed()
    assert not failed, failed[0].traceback


def a_reader(**columns):
    return a_person(**{"email": "reader@example.org"} | columns)


def test_everybody_is_told_once_however_often_they_are_named():
    one, two = a_reader(), a_reader()
    event = something_happened()

    assert tell(one, two, one, event=event) == 2
    assert tell(one, two, event=event, reason=Reason.WATCHED) == 0
    work()
    assert Notification.objects.count() == len(mail.outbox) == 2


def test_the_database_refuses_to_tell_somebody_twice():
    reader, event = a_reader(), something_happened()
    tell(reader, event=event)

    with pytest.raises(IntegrityError):
        Notification.objects.create(person=reader, event=event, reason="to_do", address="/")


def test_nobody_is_told_of_what_they_did_or_after_their_account_was_closed():
    actor, gone = a_reader(), a_reader()
    close_account(gone, actor=a_person(Role.SECURITY_ADMIN), reason="离职")

    assert tell(actor, gone, event=something_happened(actor)) == 0


def test_an_act_that_failed_told_nobody():
    reader = a_reader()
    with transaction.atomic():
        tell(reader)
        transaction.set_rollback(True)
    work()

    assert not Notification.objects.exists()
    assert mail.outbox == []


def test_the_mail_says_what_happened_why_one_gets_it_and_where_to_go():
    tell(a_reader())
    work()

    (letter,) = mail.outbox
    assert letter.subject == "江津区请您单位反馈意见"
    assert "为何通知您：这件事待您办理。" in letter.body
    assert "https://jjq.example.gov.cn/cases/1/" in letter.body
    assert letter.to == ["reader@example.org"]


def test_somebody_who_reads_english_is_written_to_in_english():
    tell(a_reader(mail_language="en"))
    work()

    assert mail.outbox[0].subject == "Jiangjin asks your department for its opinion"
    assert "Why you are told: this waits for you." in mail.outbox[0].body
    assert "https://jjq.example.gov.cn/en/cases/1/" in mail.outbox[0].body


def test_several_things_at_once_come_in_one_mail():
    reader = a_reader()
    tell(reader)
    tell(reader)
    work()

    (letter,) = mail.outbox
    assert letter.subject == "您有2条通知"


def test_words_with_line_breaks_stay_one_line_of_a_subject():
    tell(a_reader(), about=Text("一\r\nBcc: all@example.org\n" + "长" * 500, "x"))
    work()

    assert "\n" not in mail.outbox[0].subject
    assert len(Notification.objects.get().about_zh) == 200


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2022, 3, 1, 7, 59, tzinfo=CHONGQING), datetime(2022, 3, 1, 8, 0, tzinfo=CHONGQING)),
        (datetime(2022, 3, 1, 8, 0, tzinfo=CHONGQING), datetime(2022, 3, 2, 8, 0, tzinfo=CHONGQING)),
        (datetime(2022, 3, 1, 23, 0, tzinfo=CHONGQING), datetime(2022, 3, 2, 8, 0, tzinfo=CHONGQING)),
    ],
)
def test_a_digest_comes_at_eight_in_the_morning(monkeypatch, now, due):
    monkeypatch.setattr(timezone, "now", lambda: now)
    reader = a_reader(mail_wish=MailWish.DAILY)
    tell(reader)
    tell(reader)
    work()
    assert mail.outbox == []

    monkeypatch.setattr(timezone, "now", lambda: due)
    work()
    assert [letter.subject for letter in mail.outbox] == ["您有2条通知"]


@pytest.mark.parametrize("wish", [{"mail_wish": MailWish.NEVER}, {"email": ""}])
def test_who_wants_no_mail_gets_none_also_later(wish):
    reader = a_reader(**wish)
    tell(reader)
    reader.mail_wish, reader.email = MailWish.AT_ONCE, "reader@example.org"
    reader.save()
    deliver_what_was_left()
    work()

    assert mail.outbox == []
    assert unread_count(reader) == 1


def test_without_a_mail_server_everything_stays_inside(settings):
    settings.MAIL = None
    tell(a_reader())

    assert Notification.objects.count() == 1
    assert not DBTaskResult.objects.exists()


class Out(EmailBackend):
    """A mail server that is out of order as long as `broken` says."""

    broken = True

    def send_messages(self, messages):
        if self.broken:
            raise SMTPServerDisconnected("the server went away")
        return super().send_messages(messages)


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Out"
    Out.broken = True
    yield Out
    Out.broken = True


def test_an_act_is_not_held_up_by_a_mail_server_that_is_down_and_the_mail_follows(server, monkeypatch):
    tell(a_reader())
    work()
    waiting = Mail.objects.get()
    assert waiting.attempts == 1
    assert "the server went away" in waiting.last_error

    server.broken = False
    work()  # not yet time for a second try
    assert mail.outbox == []
    later = timezone.now() + timedelta(minutes=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    work()
    assert [letter.extra_headers["Message-ID"] for letter in mail.outbox] == [waiting.message_id]
    assert Mail.objects.get().sent_at == later


def test_a_mail_sent_twice_carries_the_same_identity(monkeypatch):
    tell(a_reader())
    save = Mail.save
    monkeypatch.setattr(Mail, "save", lambda self, **kwargs: 1 / 0 if self.attempts else save(self, **kwargs))
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        work()  # sent, and the worker died before it could note it
    monkeypatch.setattr(Mail, "save", save)
    DBTaskResult.objects.all().delete()

    assert deliver_what_was_left() == 1
    work()
    one, two = (letter.extra_headers["Message-ID"] for letter in mail.outbox)
    assert one == two


def test_what_a_worker_left_behind_is_delivered_when_the_next_starts():
    tell(a_reader())
    DBTaskResult.objects.all().delete()

    assert deliver_what_was_left() == 1
    work()
    assert len(mail.outbox) == 1
    assert deliver_what_was_left() == 0


def test_after_the_last_try_a_mail_waits_for_an_administrator(server):
    reader = a_reader()
    tell(reader)
    for _each in outbox.WAIT_MINUTES:
        outbox.deliver_to.call(reader.pk)
    server.broken = False
    outbox.deliver_to.call(reader.pk)
    assert mail.outbox == []

    try_again()
    work()
    assert len(mail.outbox) == 1


def test_reading_is_noted_for_oneself_alone():
    one, two = a_reader(), a_reader()
    tell(one, two)
    mark_read(Notification.objects.values_list("pk", flat=True), one)

    assert (unread_count(one), unread_count(two)) == (0, 1)


@pytest.mark.parametrize(
    ("address", "port", "tls", "starttls"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtps://u:p%40ss@mail.example.org", 465, True, False),
        ("smtp+tls://u:p@mail.example.org:2525", 2525, False, True),
    ],
)
def test_a_mail_server_is_named_by_its_address(address, port, tls, starttls):
    server = mail_server(address)

    assert (server.host, server.port, server.tls, server.starttls) == ("mail.example.org", port, tls, starttls)
    assert server.password in {"", "p", "p@ss"}


def test_an_address_that_names_no_server_is_refused_without_showing_its_password():
    with pytest.raises(ValueError, match="write smtp://") as refusal:
        mail_server("http://u:secret@mail.example.org")

    assert "secret" not in str(refusal.value)
