"""The bar of the desk: its pages by the names of their addresses, and who is shown which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jijuqu.accounts.permissions import Permission
from jijuqu.web.context import MenuItem
from jijuqu.web.desk.quotas import MAY_COMPARE
from jijuqu.web.desk.signed_in import powers_on

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

# What each page is called and which permissions show it; none: everybody who is signed in.
DESK_BAR: dict[str, tuple[Promise, frozenset[Permission]]] = {
    "desk": (pgettext_lazy("menu", "案件"), frozenset()),
    "desk-new-case": (_("立案"), frozenset({Permission.PLAN})),
    "desk-new-application": (_("登记来函申请"), frozenset({Permission.RECEIVE})),
    "desk-slots": (_("园外集聚区数量控制"), frozenset(MAY_COMPARE)),
    "desk-departures": (_("特殊情况说明登记"), frozenset(MAY_COMPARE)),
    "desk-park-shares": (_("园区集聚区用地占比"), frozenset(MAY_COMPARE)),
    "desk-site-screening": (_("选址筛查"), frozenset({Permission.SCREEN_SITES})),
    "desk-policy-trial": (_("政策测算"), frozenset({Permission.TRY_POLICY})),
    "desk-in-park": (_("名录登记（园区内）"), frozenset({Permission.ENTER_IN_PARK})),
    "desk-publication": (_("集聚区公开"), frozenset({Permission.PUBLISH})),
    "desk-existing": (_("存量台账"), frozenset({Permission.ENTER_EXISTING})),
    "desk-reference": (_("规则与日历"), frozenset({Permission.KEEP_REFERENCE})),
    "desk-experts": (_("专家库"), frozenset({Permission.ORGANISE_REVIEW})),
}


def desk_bar(request: HttpRequest) -> list[MenuItem]:
    """List the desk's pages that somebody may use; `current` is the one they are on, or whose part the page is."""
    held = powers_on(request).permissions
    shown = {reverse(name): label for name, (label, wanted) in DESK_BAR.items() if not wanted or wanted & held}
    here = max((address for address in shown if request.path.startswith(address)), key=len, default="")
    return [MenuItem(address, label, current=address == here) for address, label in shown.items()]
