"""What the base template needs on every page: the menu, and the same page in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import get_language, gettext_lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest
    from django.utils.functional import Promise

MENU = {
    "home": gettext_lazy("首页一张图"),
    "check": gettext_lazy("选址条件自查"),
    "clauses": gettext_lazy("条文"),
    "progress": gettext_lazy("进度查询"),
    "verify": gettext_lazy("公文核验"),
}


class MenuItem(NamedTuple):
    """One entry of the menu; `current` is true on the page it leads to and on the pages below that."""

    address: str
    label: str | Promise
    current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the template the menu and the address of this page in the other language."""
    in_chinese = (get_language() or "zh-hans").startswith("zh")
    other = "en" if in_chinese else "zh-hans"
    return {
        "menu": menu_items(MENU, request.path),
        "html_language": "zh-Hans" if in_chinese else "en",
        "other_language": other,
        "other_language_name": "English" if in_chinese else "中文",
        "other_language_address": _in_other_language(request.get_full_path()),
    }


def _in_other_language(address: str) -> str:
    """Put /en before the address, or take it away; errors have no named address, so names cannot be asked."""
    site = get_script_prefix()  # ends with "/"
    rest = address.removeprefix(site)
    return f"{site}{rest.removeprefix('en/')}" if f"{rest}/".startswith("en/") else f"{site}en/{rest}"


def menu_items(labels: Mapping[str, str | Promise], here: str) -> list[MenuItem]:
    """List those pages, by the names of their addresses, that this site has switched on."""
    home = _address("home")
    return [
        MenuItem(address, label, current=here == address or (address != home and here.startswith(address)))
        for name, label in labels.items()
        if (address := _address(name))
    ]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
