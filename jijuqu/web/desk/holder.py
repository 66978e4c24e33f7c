"""Who has a case in hand: the office whose lane the case is in, and its officer where one is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jijuqu.procedure.lanes import Lane, stages
from jijuqu.procedure.states import FINAL, State
from jijuqu.web.language import page_language

if TYPE_CHECKING:
    from jijuqu.cases.models import Case

OF_THE_DISTRICT = {Lane.DRAFTING_AUTHORITY, Lane.DISTRICT_DEPARTMENTS}


def holder_of_it(case: Case) -> str:
    """Name the office that has the case now, and its officer, or that its leaders decide; nothing where it is over."""
    state = case.position.suspended_from or case.position.state
    if state in FINAL:
        return ""
    lane = next(stage.lane for stage in stages() if stage.state is state)
    if lane is Lane.DISTRICT_GOVERNMENT:
        return _government(case)
    office = lane.label.say(page_language())
    if state is State.CITY_DECISION:
        return _("%(office)s领导") % {"office": office}
    if lane in OF_THE_DISTRICT:
        office = _("%(district)s%(office)s") % {"district": case.holder.name, "office": office}
    officer = {Lane.DRAFTING_AUTHORITY: case.drafter, Lane.CITY_COMMISSION: case.city_officer}.get(lane)
    return f"{office} {officer.name}" if officer else office


def _government(case: Case) -> str:
    """Name the district government; a management committee is one itself."""
    name = case.holder.name
    return name if case.holder.name_zh.endswith("管委会") else _("%(district)s人民政府") % {"district": name}
