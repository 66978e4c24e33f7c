"""Forms that did something new are written down with it, so that a page sent again is not done again."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from jijuqu.accounts.models import SentForm

KEPT_DAYS = 7


def write_down_sent(token: str, led_to: str) -> None:
    """Write down where a form led, in the transaction of what it did; what is older than a week is forgotten.

    It is no act of its own and no event. Raises IntegrityError for a form that was written down already.
    """
    SentForm.objects.filter(sent_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()
    SentForm.objects.create(token=token, led_to=led_to)
