"""What the header of every page says to the person signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.permissions import Permission
from jijuqu.accounts.queries import unread_count
from jijuqu.web.account.access import powers_on
from jijuqu.web.context import menu_items

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

# The pages behind the sign-in, by the names of their addresses: what each is called, and which permissions show it;
# none: everybody who is signed in.
DESK_MENU: dict[str, tuple[Promise, frozenset[Permission]]] = {
    "desk": (_("待办"), frozenset()),
    "people": (_("账号与授权"), frozenset({Permission.KEEP_PEOPLE, Permission.AUDIT})),
    "organisations": (_("单位"), frozenset({Permission.KEEP_PEOPLE})),
    "mail-outbox": (_("待发邮件"), frozenset({Permission.KEEP_SYSTEM})),
}


def signed_in(request: HttpRequest) -> dict[str, Any]:
    """Give every template the person signed in, their menu, and how much is unread; nothing where nobody is."""
    try:
        if not request.user.is_authenticated:
            return {}
        permissions = powers_on(request).permissions
        shown = {name: label for name, (label, wanted) in DESK_MENU.items() if not wanted or wanted & permissions}
        return {
            "signed_in": request.user,
            "unread": unread_count(request.user),
            "desk_menu": menu_items(shown, request.path),
        }
    except (AttributeError, DatabaseError):  # the page that says so must still be made, even before there is a session
        return {}
