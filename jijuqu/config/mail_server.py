"""Which server takes the mail: the one that JIJUQU_MAIL names, or none."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 25, "smtps": 465, "smtp+tls": 587}


class MailServer(NamedTuple):
    """A server with the account to use there; `tls` from the first byte, `starttls` after a greeting in the clear."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    starttls: bool


def mail_server(address: str) -> MailServer | None:
    """Read `smtp://user:password@host:port`; None for an empty address: no mail is sent.

    Raises ValueError for another scheme or a missing host.
    """
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(
            f"JIJUQU_MAIL is {parts.scheme}://{parts.hostname or ''}: write smtp://, smtps:// or smtp+tls:// and a host"
        )
    return MailServer(
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+tls",
    )
