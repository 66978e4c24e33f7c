"""Telling people what happened."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from jijuqu.accounts.mail import deliver_to
from jijuqu.accounts.models import MailWish, Notification
from jijuqu.accounts.models.notice import MOST_CHARACTERS_EN, MOST_CHARACTERS_ZH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jijuqu.accounts.models import Person
    from jijuqu.accounts.reasons import Reason
    from jijuqu.journal.models import Event
    from jijuqu.words.text import Text

DIGEST_HOUR = 8  # in Chongqing: read before the day's work


@transaction.atomic
def notify(event: Event, people: Iterable[Person], reason: Reason, *, about: Text, address: str) -> int:
    """Tell people of an event, each once whatever happens; return how many were told now.

    `about` says what happened in both languages; `address` is the path of the page, without the language prefix. Call
    it inside the transaction of the act: who is told and what happened stand or fall together. Nobody is told of what
    they did themselves, nor after their account was closed. Mail follows by itself and never holds up the act.
    """
    told = set(Notification.objects.filter(event=event).values_list("person", flat=True))
    new = {each.pk: each for each in people if each.is_active and each.pk not in told and each.pk != event.actor_id}
    Notification.objects.bulk_create(
        (
            Notification(
                person=each,
                event=event,
                reason=reason.value,
                about_zh=_line(about.zh, MOST_CHARACTERS_ZH),
                about_en=_line(about.en, MOST_CHARACTERS_EN),
                address=address,
                mail_due_at=_mail_due_at(each),
            )
            for each in new.values()
        ),
        ignore_conflicts=True,
    )
    for each in new.values():
        if due_at := _mail_due_at(each):
            deliver_to.using(run_after=due_at if due_at > timezone.now() else None).enqueue(each.pk)
    return len(new)


def _line(words: str, most: int) -> str:
    """Put words on one line that fits the column: they become the subject of a mail."""
    return Truncator(" ".join(words.split())).chars(most)


def _mail_due_at(person: Person) -> datetime | None:
    """Return when a person is to be told by mail; None where they wish none or there is no way to."""
    if not settings.MAIL or not person.email or person.mail_wish == MailWish.NEVER:
        return None
    now = timezone.localtime()
    if person.mail_wish == MailWish.AT_ONCE:
        return now
    today = datetime.combine(now.date(), time(DIGEST_HOUR), now.tzinfo)
    return today if now < today else today + timedelta(days=1)


def mark_read(notifications: Iterable[int], person: Person) -> None:
    """Note that a person has seen notifications of theirs (keys); others' are left alone."""
    Notification.objects.filter(pk__in=list(notifications), person=person, read_at__isnull=True).update(
        read_at=timezone.now()
    )
