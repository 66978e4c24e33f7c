"""Signs people in as a browser does, with the six digits of RFC 6238 computed here from the standard's own words."""

from __future__ import annotations

import base64
import hmac
import re
import time

from tests.accounts.people import PASSWORD

SIGN_IN, SET_UP, SECOND_STEP = (
    "/account/sign-in/",
    "/account/second-factor/set-up/",
    "/account/second-factor/sign-in/",
)


def six_digits(secret: str, at: float | None = None) -> str:
    """Compute the code of a secret: HMAC-SHA-1 over the number of half minutes, dynamically truncated (RFC 4226)."""
    counter = int((time.time() if at is None else at) // 30).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def sign_in(client, person, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": person.username, "password": password} | more)


def set_up_second_factor(client) -> str:
    """Set up a second factor for who is signed in, and return its secret."""
    page = client.get(SET_UP).content.decode()
    secret = re.search(r'class="secret">([A-Z2-7]+)<', page)[1]
    answer = client.post(SET_UP, {"code": six_digits(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def sign_in_with_second_factor(client, person):
    """Sign somebody in whose role needs a second factor, setting it up; return the client."""
    sign_in(client, person)
    set_up_second_factor(client)
    return client
