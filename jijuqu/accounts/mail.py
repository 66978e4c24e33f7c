"""The outbox: mails made from notifications and sent by a worker, tried again until they are out.

A mail is a row before it is sent. Where the worker dies between sending and noting it, the next try sends it again
under the same Message-ID, so that mailboxes know it for the same mail.
"""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from jijuqu.accounts.models import Mail, Notification, Person
from jijuqu.words import accounts as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from jijuqu.words.text import Language

# After the last of these a mail is left to the system administrator.
WAIT_MINUTES = (1, 5, 30, 120, 360, 1440, 1440)


@task()
def deliver_to(person_key: int) -> None:
    """Send a person everything that is due to them by mail."""
    person = Person.objects.get(pk=person_key)
    _make_mail(person)
    for mail in _unsent().filter(person=person):
        _send(mail, person)


def deliver_what_was_left() -> int:
    """Ask for delivery where a worker died or mails wait; return to how many people. Called when a worker starts."""
    due = Q(notifications__mail__isnull=True, notifications__mail_due_at__lte=timezone.now())
    people = Person.objects.filter(due | Q(mails__in=_unsent())).distinct()
    for person in people:
        deliver_to.enqueue(person.pk)
    return len(people)


def try_again() -> None:
    """Forget how often each unsent mail was tried, and ask for delivery: the mail server answers again."""
    Mail.objects.filter(sent_at__isnull=True).update(attempts=0)
    deliver_what_was_left()


def _unsent() -> QuerySet[Mail]:
    return Mail.objects.filter(sent_at__isnull=True, attempts__lt=len(WAIT_MINUTES))


@transaction.atomic
def _make_mail(person: Person) -> None:
    """Put everything due into one new mail; two workers at once never put a notification into two."""
    due = Notification.objects.filter(person=person, mail__isnull=True, mail_due_at__lte=timezone.now())
    keys = list(due.select_for_update().values_list("pk", flat=True))
    if keys:
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
        mail = Mail.objects.create(person=person, message_id=f"<{uuid4().hex}@{domain}>")
        Notification.objects.filter(pk__in=keys).update(mail=mail)


def _send(mail: Mail, person: Person) -> None:
    """Send a mail outside every transaction, then note how it went."""
    mail.attempts += 1
    try:
        if person.is_active and person.email:
            _compose(mail, person).send()
    except (OSError, SMTPException) as error:
        mail.last_error = f"{type(error).__name__}: {error}"[:500]
        again = timezone.now() + timedelta(minutes=WAIT_MINUTES[mail.attempts - 1])
        deliver_to.using(run_after=again).enqueue(person.pk)
    else:
        mail.sent_at, mail.last_error = timezone.now(), ""
    mail.save(update_fields=["attempts", "sent_at", "last_error"])


def _compose(mail: Mail, person: Person) -> EmailMessage:
    language: Language = "en" if person.mail_language == "en" else "zh"
    notifications = list(mail.notifications.order_by("pk"))
    return EmailMessage(
        subject=_subject(notifications, language),
        body=_body(notifications, language),
        to=[person.email],
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )


def _subject(notifications: Sequence[Notification], language: Language) -> str:
    if len(notifications) == 1:
        return _about(notifications[0], language)
    return words.MAIL_OF_SEVERAL.say(language, count=len(notifications))


def _body(notifications: Sequence[Notification], language: Language) -> str:
    """Say for each notification what happened, why this person is told, and where to go."""
    parts = [
        words.MAIL_PART.say(
            language,
            about=_about(each, language),
            reason=words.REASONS[each.reason].say(language),
            address=_full_address(each.address, language),
        )
        for each in notifications
    ]
    ending = words.MAIL_ENDING.say(language, address=_full_address("/account/", language))
    return "\n\n".join([*parts, ending]) + "\n"


def _about(notification: Notification, language: Language) -> str:
    return notification.about_en if language == "en" else notification.about_zh


def _full_address(path: str, language: Language) -> str:
    return f"{settings.SITE_ADDRESS}{'/en' if language == 'en' else ''}{path}"
