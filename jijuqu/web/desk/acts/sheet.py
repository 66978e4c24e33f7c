"""All the forms of one act as one sheet: valid together, done together, given back whole when refused."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from jijuqu.land.parcel import UnreadableError
from jijuqu.procedure import needs
from jijuqu.procedure.advance import Refused
from jijuqu.web.desk.acts.asked import Said
from jijuqu.web.desk.acts.hand_form import HandForm, PaperForm, hand_of
from jijuqu.web.language import page_language
from jijuqu.words.said import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    """The forms of an act, empty or as they were sent."""

    def __init__(
        self,
        page: ActPage,
        about: About,
        *,
        asks_reason: bool,
        sent: Sent | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.page = page
        self.about = about
        bound = sent._asdict() if sent else {}
        case = about.case
        self.hand = HandForm(
            asks_reason=asks_reason, to_type=case.number if page.is_grave else "", initial={"on": about.today}, **bound
        )  # fmt: skip
        self.paper = PaperForm(case=case, is_wanted=about.on_paper, prefix="paper", **bound)
        self.own: Any = page.form(about=about, initial=dict(initial or {}), **bound) if page.form else None  # type: ignore[call-arg]
        self.rows: Any = _rows(page, about, bound) if page.row else None

    @property
    def parts(self) -> list[Form | BaseFormSet[Any]]:
        """The forms that there are, in the order of the page."""
        return [each for each in (self.own, self.rows, self.hand, self.paper) if each is not None]

    def is_valid(self) -> bool:
        """Tell whether every form is; all are asked, so that everything is told at once."""
        valid = [each.is_valid() for each in self.parts]
        return all(valid)

    def do(self) -> bool:
        """Do the act with its paper in one transaction; return False where it was refused, with the faults noted."""
        about = self.about
        hand = hand_of(about.person, self.hand.cleaned_data, about.today)
        rows = [form.cleaned_data for form in self.rows if form.cleaned_data] if self.rows else []
        said = Said(about, self.own.cleaned_data if self.own else {}, rows)
        try:
            with transaction.atomic():
                paper = self.paper.paper(hand)
                self.page.do(said, dataclasses.replace(hand, paper=paper))
        except Refused as refused:
            self._note_refusal(refused)
        except ValidationError as error:
            self._note(error)
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

    def _note_refusal(self, refused: Refused) -> None:
        language = page_language()
        for reason in refused.reasons:
            self._put(FIELD_OF_NEED.get(reason.code, ""), [say(reason, language)])

    def _note(self, error: ValidationError) -> None:
        by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for name, messages in by_field.items():
            self._put(name, messages)

    def _put(self, name: str, messages: list[str]) -> None:
        """Put sentences at the field of a name where a form has one, else on top."""
        for form in (self.own, self.hand, self.paper):
            if form is not None and name in form.fields:
                form.add_error(name, messages)
                return
        (self.own or self.hand).add_error(None, messages)


def _rows(page: ActPage, about: About, bound: dict[str, Any]) -> BaseFormSet[Any]:
    assert page.row  # noqa: S101 - asked for where there is one
    made = forms.formset_factory(page.row, extra=page.spare_rows, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
    first = None if bound else page.first_rows(about)
    return made(prefix="rows", form_kwargs={"about": about}, initial=first, **bound)


def with_more_rows(data: Mapping[str, Any], more: int) -> Any:
    """Give the fields that were sent with more empty rows behind."""
    changed = data.copy()  # type: ignore[attr-defined]
    count = changed.get("rows-TOTAL_FORMS", "0")
    changed["rows-TOTAL_FORMS"] = str(min(MOST_ROWS, (int(count) if count.isdecimal() else 0) + more))
    return changed
