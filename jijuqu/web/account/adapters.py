"""How the sign-in library is fitted to our people: who may sign up (nobody), what is recorded, what is encrypted."""

from __future__ import annotations

import base64
import logging
import secrets
import time
from datetime import timedelta
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Any

import segno
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.actions import change_password
from jijuqu.accounts.models import Person, SignIn
from jijuqu.accounts.permissions import powers_of
from jijuqu.web.account.session import FORMER_PERSON, KEEP_ENDED_DAYS, SECOND_FACTOR, SIGNED_IN_AT

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Signing in and out, and passwords."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("这个账号已停用，请联系安全管理员。"),
        "enter_current_password": _("当前密码不对，请重新输入。"),
        "incorrect_password": _("密码不对，请重新输入。"),
        "username_password_mismatch": _("用户名或密码不对，请核对后重新输入；忘记密码请联系安全管理员重置。"),
        "too_many_login_attempts": _("连续多次输错，请五分钟后再试；忘记密码请联系安全管理员重置。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a security administrator enters people."""
        return False

    def set_password(self, user: Person, password: str) -> None:
        """Let the change of a password be an act on record."""
        change_password(user, password)

    def post_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse:
        """Note how the session began; every stage, a second factor among them, lies behind it."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        request.session[SIGNED_IN_AT] = time.time()
        request.session[SECOND_FACTOR] = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
        request.session.pop(FORMER_PERSON, None)
        SignIn.objects.create(person=user, address=self.get_client_ip(request), succeeded=True)
        Session.objects.filter(expire_date__lt=timezone.now() - timedelta(days=KEEP_ENDED_DAYS)).delete()
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note a wrong password for a user name that exists, so that its owner and the auditor see it."""
        if person := Person.objects.filter(username__iexact=credentials.get("username", "")).first():
            SignIn.objects.create(person=person, address=self.get_client_ip(request), succeeded=False)

    def logout(self, request: HttpRequest) -> None:
        """End the session; a form still open in another window is given back to the same person alone."""
        person = request.session.get(SESSION_KEY)
        super().logout(request)
        if person:
            request.session[FORMER_PERSON] = person

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again unless it has just been given."""
        since = time.time() - self.request.session.get(SIGNED_IN_AT, 0)
        return bool(since > app_settings.REAUTHENTICATION_TIMEOUT)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on to what one came for."""
        return str(self.get_login_redirect_url(request))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Time-based codes; their secrets are unreadable without the key file of the data folder."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("您的角色必须使用动态口令，不能停用；换手机请联系安全管理员重置。"),
        "incorrect_code": _("动态口令不对或已用过，请等下一个六位数字后再输入。"),
        "rate_limited": _("连续多次输错，请几分钟后再试。"),
    }

    def get_totp_label(self, user: Person) -> str:
        """Return what the telephone shows beside the name of the site."""
        return user.username

    def build_totp_svg(self, url: str) -> str:
        """Draw the code that a telephone reads."""
        drawn = BytesIO()
        segno.make(url, error="m").save(drawn, kind="svg", scale=4, border=2)
        return drawn.getvalue().decode()

    def encrypt(self, text: str) -> str:
        """Encrypt a secret for the database."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret back; where the key file is another than then, return one that nobody has: no code fits."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            log.exception("a second factor was encrypted with another secret-key file; it has to be reset")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Let nobody whose role needs a second factor do without."""
        return not powers_of(authenticator.user, timezone.localdate()).need_second_factor


def _cipher() -> Fernet:
    """Derive a key of its own from the secret key, so that no other use of that key reads second factors."""
    key = blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"second-factor").digest()
    return Fernet(base64.urlsafe_b64encode(key))


def sign_in_address() -> str:
    """Return the address of the sign-in page in the language of this page."""
    return reverse(settings.LOGIN_URL)
