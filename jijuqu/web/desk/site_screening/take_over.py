"""A group of a kept screening is taken over into a plan: a case begins, with the group's outline as its boundary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.step import Hand
from jijuqu.cases.actions.taking_over import ScreenedGroup, open_from_screening, survey
from jijuqu.land.parcel import UnreadableError
from jijuqu.procedure.advance import Refused
from jijuqu.web.desk import once
from jijuqu.web.desk.fields import Line
from jijuqu.web.desk.signed_in import person_of, powers_on, requires
from jijuqu.web.desk.site_screening.districts import Districts
from jijuqu.web.desk.site_screening.page import seen_screening
from jijuqu.web.desk.site_screening.result import loaded, show_result, thresholds_of
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.words.said import say

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.reference.models import KeptScreening
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.web.desk.site_screening.groups import Grouped


class TakeOverForm(forms.Form):
    """What the plan is called."""

    title = Line(label=gettext_lazy("规划名称"), max_length=120)


@require_POST
@requires(Permission.PLAN)
def take_over(request: HttpRequest, key: int) -> HttpResponse:
    """Open the case of a plan with a group of the page, and go there; where it is refused, say why on the page."""
    from jijuqu.web.desk.site_screening.groups import grouped  # noqa: PLC0415 - brings Numba

    if before := once.done_before(request):
        return before
    kept = seen_screening(request, key)
    districts = Districts(today(request))
    asked = thresholds_of(request, kept, loaded(kept), districts)
    if not asked.is_valid():
        return redirect(f"{reverse('desk-site-screening-result', args=[kept.pk])}?{asked.address}")
    found = grouped(kept, **asked.cleaned_data)
    row = _row_of(found, request.POST.get("group", ""))
    holder = _holder_of(request, found, row, districts)
    form = TakeOverForm(request.POST, auto_id=f"%s-{found.groups.first_parcel[row]}")
    if form.is_valid() and (answer := _taken_over(request, form, holder, _group_of(kept, found, row))):
        return answer
    return show_result(request, kept, asked, districts, form)


def _row_of(found: Grouped, place: str) -> int:
    """Give the row of a group, called by the place of its first parcel."""
    rows = np.flatnonzero(found.groups.first_parcel == int(place)).tolist() if place.isdecimal() else []
    if not rows:
        raise Http404(_("按当前的面积下限和间距，没有这一组。"))
    return int(rows[0])


def _holder_of(request: HttpRequest, found: Grouped, row: int, districts: Districts) -> QuotaHolder:
    holder = districts.holder(found.district_of(int(found.groups.district[row])))
    if holder is None or not powers_on(request).may(Permission.PLAN, holder=holder.pk):
        raise PermissionDenied(_("这一组不在您可以编制规划的区县，请转有此权限的经办人。"))
    return holder


def _group_of(kept: KeptScreening, found: Grouped, row: int) -> ScreenedGroup:
    groups = found.groups
    (outline,) = found.outlines([int(groups.first_parcel[row])])
    return ScreenedGroup(
        screening=kept.name,
        screened_on=kept.made_on.isoformat(),
        rank=int(groups.rank[row]),
        parcels=int(groups.parcels[row]),
        gap_m=groups.gap_m,
        outline=outline,
    )


def _taken_over(
    request: HttpRequest, form: TakeOverForm, holder: QuotaHolder, group: ScreenedGroup
) -> HttpResponse | None:
    """Open the case, once, and go to its plan; None where it is refused, which is said on top."""
    day = today(request)
    hand = Hand(person_of(request), on=day, entered_on=day)
    try:
        found = survey(group, day)
        with transaction.atomic():
            case = open_from_screening(holder, form.cleaned_data["title"], group, found, hand)
            plan = reverse("case-plan", args=[case.number])
            once.write_down(request, plan)
    except once.SentTwiceError:
        return once.done_before(request)
    except (Refused, UnreadableError) as refused:
        form.add_error(None, [say(reason, page_language()) for reason in refused.reasons])
        return None
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    messages.success(request, _("已立案，编号 %(number)s，界址已带入。") % {"number": case.number})
    return redirect(plan)
