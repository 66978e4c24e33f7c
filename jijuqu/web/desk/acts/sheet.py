"""The forms of one page as one sheet: valid together, done together, given back whole when refused."""

from __future__ import annotations

import dataclasses
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from jijuqu.cases.actions.drafting import SomebodyWroteError
from jijuqu.land.parcel import UnreadableError
from jijuqu.procedure import needs
from jijuqu.procedure.advance import Refused
from jijuqu.web.desk.acts.asked import Said
from jijuqu.web.desk.acts.hand_form import HandForm, PaperForm, hand_of
from jijuqu.web.desk.acts.materials import add_paper
from jijuqu.web.language import page_language
from jijuqu.words.said import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from django.forms import BaseFormSet, Form

    from jijuqu.web.desk.acts.asked import About, ActPage

MOST_ROWS = 60

# At which field a refusal is mended; all others stand on top alone.
FIELD_OF_NEED = {
    **dict.fromkeys((each.code for each in needs.ALWAYS), "on"),
    needs.REASON_GIVEN.code: "reason",
    needs.PAPER_SCANNED.code: "scan",
    needs.PAPER_DATED.code: "dated_on",
    needs.PAPER_NOT_IN_FUTURE.code: "dated_on",
    needs.EXPERTS_NAMED.code: "named",
    needs.EXPERTS_FREE_OF_INTEREST.code: "named",
    needs.QUORUM_PRESENT.code: "present",
    needs.RECEIPT_NOT_IN_FUTURE.code: "received_on",
    needs.GROUND_TRUE.code: "ground",
    needs.LETTER_NUMBERED.code: "number",
    needs.LETTER_SIGNED_IN_SENSE.code: "signed_on",
    needs.EXTENSION_IN_SENSE.code: "days",
    needs.REPLY_AFTER_DECISION.code: "signed_on",
    needs.RECEIVED_IN_TIME.code: "on",
    needs.RECEIVED_UNDER_NOTICE.code: "on",
}


class Fault(NamedTuple):
    """One thing to mend: a sentence, and the field it stands at; "" where it is no one field's."""

    words: str
    field_id: str
    label: str


class Sent(NamedTuple):
    """What came with a request."""

    data: Any
    files: Any


class Sheet:
    """The act's own form, its rows, when and why, and the paper; empty or as they were sent."""

    def __init__(self, hand: HandForm, paper: PaperForm, own: Any = None, rows: Any = None) -> None:
        self.hand = hand
        self.paper = paper
        self.own = own
        self.rows = rows

    @property
    def parts(self) -> list[Form | BaseFormSet[Any]]:
        """The forms that there are, in the order of the page."""
        return [each for each in (self.own, self.rows, self.hand, self.paper) if each is not None]

    def is_valid(self) -> bool:
        """Tell whether every form is; all are asked, so that everything is told at once."""
        valid = [each.is_valid() for each in self.parts]
        return all(valid)

    def forget_faults(self) -> None:
        """Let nothing be left to mend, where mending would not help."""
        for part in self.parts:
            for form in part if isinstance(part, forms.BaseFormSet) else [part]:
                form.errors.clear()

    def attempt(self, deed: Callable[[], object], *, together: bool = True) -> bool:
        """Do something in one transaction (unless not `together`); where it is refused, note why and return False."""
        try:
            with transaction.atomic() if together else nullcontext():
                deed()
        except Refused as refused:
            language, told = page_language(), set()
            for reason in refused.reasons:
                name = FIELD_OF_NEED.get(reason.code, "")
                if name != "on" or name not in told:  # one thing to mend about a day is enough
                    self._put(name, [say(reason, language)])
                told.add(name)
        except ValidationError as error:
            by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
            for name, messages in by_field.items():
                self._put(name, messages)
        except SomebodyWroteError as error:
            self.own.put_beside(error)
        except UnreadableError as error:
            language = page_language()
            self._put("file", [say(reason, language) for reason in error.reasons])
        else:
            return True
        return False

    def faults(self) -> Iterator[Fault]:
        """List everything to mend, in the order of the page."""
        for part in self.parts:
            for form in part if isinstance(part, forms.BaseFormSet) else [part]:
                for name, errors in form.errors.items():
                    field = form[name] if name in form.fields else None
                    for error in errors:
                        yield Fault(str(error), field.id_for_label if field else "", str(field.label) if field else "")

    def _put(self, name: str, messages: list[str]) -> None:
        """Put sentences at the field of a name where a form has one, else on top."""
        for form in (self.own, self.hand, self.paper):
            if form is not None and name in form.fields:
                form.add_error(name, messages)
                return
        (self.own or self.hand).add_error(None, messages)


def sheet_of_act(
    page: ActPage, about: About, *, asks_reason: bool, sent: Sent | None, initial: Mapping[str, Any] | None = None
) -> Sheet:
    """Make the sheet of an act on a case."""
    bound, case = sent._asdict() if sent else {}, about.case
    to_type = case.number if page.is_grave else ""
    return Sheet(
        HandForm(asks_reason=asks_reason, to_type=to_type, initial={"on": about.today}, **bound),
        PaperForm(case=case, is_wanted=about.on_paper, prefix="paper", **bound),
        page.form(about=about, initial=dict(initial or {}), **bound) if page.form else None,  # type: ignore[call-arg]
        _rows(page, about, bound) if page.row else None,
    )


def do_act(sheet: Sheet, page: ActPage, about: About) -> bool:
    """Do the act that a valid sheet says, with its paper; where it is refused, note why and return False."""
    hand = hand_of(about.person, sheet.hand.cleaned_data, about.today)
    rows = [form.cleaned_data for form in sheet.rows if form.cleaned_data] if sheet.rows else []
    said = Said(about, sheet.own.cleaned_data if sheet.own else {}, rows)

    def deed() -> None:
        acting = dataclasses.replace(hand, paper=sheet.paper.paper(hand))
        if acting.paper and page.files_paper_as:
            add_paper(about.case, acting, page.files_paper_as)
            acting = dataclasses.replace(acting, seen=None)
        page.do(said, acting)

    return sheet.attempt(deed, together=not page.is_slow or sheet.paper.is_used)


def _rows(page: ActPage, about: About, bound: dict[str, Any]) -> BaseFormSet[Any]:
    assert page.row  # noqa: S101 - asked for where there is one
    made = forms.formset_factory(page.row, extra=page.spare_rows, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
    first = None if bound else page.first_rows(about)
    return made(prefix="rows", form_kwargs={"about": about}, initial=first, **bound)


def with_more_rows(data: Any, more: int) -> Any:
    """Give the fields that were sent with more empty rows behind."""
    changed = data.copy()
    count = changed.get("rows-TOTAL_FORMS", "0")
    if more:
        changed["rows-TOTAL_FORMS"] = str(min(MOST_ROWS, (int(count) if count.isdecimal() else 0) + more))
    return changed
