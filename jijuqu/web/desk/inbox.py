"""待办: what somebody has to do, waits for, has done and watches, most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from jijuqu.cases.inbox import COUNTED_UP_TO, Inbox, ListKind, Wish, review_counts
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import State
from jijuqu.reference.queries import calendar
from jijuqu.registry.queries import holders_on
from jijuqu.web.desk.fields import said_choices
from jijuqu.web.desk.inbox_rows import inbox_row
from jijuqu.web.desk.signed_in import person_of, powers_on, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE_LENGTH = 50
LISTS = {
    ListKind.TO_DO: _("待办"),
    ListKind.WAITING: _("等待他人"),
    ListKind.DONE: _("已办"),
    ListKind.WATCHED: _("关注"),
    ListKind.ALL: _("全部案件"),
}
EMPTY = {
    ListKind.TO_DO: _("没有要您办的事。轮到您时会列在这里，最急的在最前。"),
    ListKind.WAITING: _("没有等待他人办理的事。"),
    ListKind.DONE: _("您还没有办过案件。"),
    ListKind.WATCHED: _("您还没有关注案件。在案件页点“关注”，案件就会列在这里。"),
    ListKind.ALL: _("没有您可以查看的案件。"),
}
OF_ONES_TURN = {ListKind.TO_DO, ListKind.WAITING}


@require_safe
@requires()
def inbox(request: HttpRequest) -> HttpResponse:
    """Show one list of a person; `list`, `q`, `state`, `holder`, `officer`, `page` in the address choose the rows."""
    kind = _kind(request)
    powers, on = powers_on(request), today(request)
    wish = Wish(
        request.GET.get("q", "").strip(),
        request.GET.get("state", ""),
        request.GET.get("holder", ""),
        of_everybody=request.GET.get("officer") == "all",
    )
    lists = Inbox(person_of(request), powers, on, wish)
    page = _page(request)
    items = lists.items(kind, (page - 1) * PAGE_LENGTH, page * PAGE_LENGTH + 1)
    reviews, known = review_counts(items, on), calendar()
    context = {
        "kind": kind,
        "title": LISTS[kind],
        "empty": EMPTY[kind],
        "lists": [_tab(request, each, kind, lists) for each in LISTS],
        "rows": [inbox_row(each, kind, on, known, reviews) for each in items[:PAGE_LENGTH]],
        "wish": wish,
        "is_filtered": bool(wish.words or wish.state or wish.holder),
        "states": said_choices(State),
        "holders": list(holders_on(on)) if powers.reach.everything else [],
        "asks_officer": Role.CITY_OFFICER in powers.roles and kind in OF_ONES_TURN,
        "page": page,
        "earlier": _address(request, page=page - 1) if page > 1 else "",
        "later": _address(request, page=page + 1) if len(items) > PAGE_LENGTH else "",
    }
    return render(request, "desk/inbox.html", context)


def _kind(request: HttpRequest) -> ListKind:
    asked = request.GET.get("list", "")
    return ListKind(asked) if asked in set(ListKind) else ListKind.TO_DO


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return max(1, min(int(asked), 2000)) if asked.isascii() and asked.isdecimal() else 1


def _tab(request: HttpRequest, kind: ListKind, here: ListKind, lists: Inbox) -> tuple[str, object, str, bool]:
    """Give a list's address, its name, how many lines it has (of what is to do), and whether it is shown."""
    count = lists.count(kind) if kind is ListKind.TO_DO else 0
    told = f"{COUNTED_UP_TO - 1}+" if count == COUNTED_UP_TO else str(count or "")
    return _address(request, list=kind.value, page=1), LISTS[kind], told, kind is here


def _address(request: HttpRequest, **changes: object) -> str:
    """Give the address of this page with some of its choices changed."""
    asked = request.GET.copy()
    for name, value in changes.items():
        asked[name] = str(value)
    if asked.get("page") == "1":
        del asked["page"]
    return f"?{asked.urlencode()}"
