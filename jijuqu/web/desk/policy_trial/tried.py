"""What a valid form asks for, tried out: upon what is on record, or upon a screening that was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import gettext as _

from jijuqu.cases.land_trial import LandTrial, try_out_on_land
from jijuqu.cases.land_trial_papers import land_trial_document, land_trial_workbook
from jijuqu.cases.trial import Trial, on_trial, try_out
from jijuqu.cases.trial_document import trial_document
from jijuqu.population.flips_workbook import flips_workbook
from jijuqu.reference.kept_screenings import screenings_for
from jijuqu.web.desk.policy_trial.answer import answer
from jijuqu.web.desk.policy_trial.choice import DRAFT
from jijuqu.web.desk.policy_trial.land import land_answer
from jijuqu.web.desk.signed_in import powers_on
from jijuqu.web.desk.site_screening.districts import Districts
from jijuqu.web.language import page_language
from jijuqu.words import population as words

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from jijuqu.reference.models import KeptScreening
    from jijuqu.web.desk.policy_trial.form import TrialForm


def screenings_here(request: HttpRequest) -> QuerySet[KeptScreening]:
    """Return the screenings that whoever asks may open, the newest first."""
    return screenings_for(powers_on(request).reach)


def tried_out(form: TrialForm) -> Trial | LandTrial:
    """Try out what a valid form asks. Raises Http404 where the result of a screening is not on this disk any more."""
    choice = form.choice
    if choice.over is None:
        return try_out(form.day, on_trial(form.day), form.values, choice.draft)
    try:
        return try_out_on_land(choice.over, choice.in_force, form.tried)
    except FileNotFoundError:
        raise Http404(_("这次筛查的结果文件已不在系统中，请重新筛查。")) from None


def answered(form: TrialForm, trial: Trial | LandTrial) -> dict[str, Any]:
    """Give the values of the answer's template."""
    if isinstance(trial, LandTrial):
        return land_answer(trial, form.day, form.choice.in_force, form.tried)
    return answer(trial, form.day)


def written_out(form: TrialForm, trial: Trial | LandTrial, ending: str) -> bytes:
    """Return the comparison as DOCX or XLSX."""
    if isinstance(trial, LandTrial):
        named = Districts(form.day).name
        if ending == "xlsx":
            return land_trial_workbook(trial, page_language(), named)
        return land_trial_document(trial, form.day, form.choice.asked.get(DRAFT, ""), named)
    if ending == "xlsx":
        return flips_workbook(trial.parts, trial.changed, page_language())
    return trial_document(trial.parts, trial.changed, words.RECORDS.zh, form.day)
