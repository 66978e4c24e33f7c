"""Forms that make something new are done once, however often their page is sent (a double click, a page gone back to).

The page carries a token; with the deed it is written down where the form led. Sent again, it leads there again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import redirect
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from jijuqu.accounts.actions import write_down_sent
from jijuqu.accounts.models import SentForm
from jijuqu.accounts.models.sent_form import SENT_TOKEN_LENGTH

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FIELD = "once"


class SentTwiceError(Exception):
    """The same page was sent a moment ago and done; nothing of this one may stay."""


def token(request: HttpRequest) -> str:
    """Give the token for the page's form: a new one, or the one that was sent with what is given back to be mended."""
    return _sent(request) or new_token()


def new_token() -> str:
    """Give a token for one of several forms of a page."""
    return get_random_string(SENT_TOKEN_LENGTH)


def done_before(request: HttpRequest) -> HttpResponse | None:
    """Lead to where the form led when it was sent before; None where it was not."""
    done = SentForm.objects.filter(token=_sent(request)).first()
    if done is None:
        return None
    messages.info(request, _("这一页已经提交过，没有重复办理。"))
    return redirect(done.led_to)


def write_down(request: HttpRequest, led_to: str) -> None:
    """Write down, in the transaction of the deed, where the form leads. Raises SentTwiceError for the second of two."""
    if not (sent := _sent(request)):
        return
    try:
        write_down_sent(sent, led_to)
    except IntegrityError as error:
        raise SentTwiceError from error


def _sent(request: HttpRequest) -> str:
    return request.POST.get(FIELD, "")[:SENT_TOKEN_LENGTH]
