"""What every act asks: the day it happened, the reason, and the paper from outside that it may rest on (线下件)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions.papers import enter_paper
from jijuqu.cases.actions.step import Hand
from jijuqu.journal.file_kinds import SCANS
from jijuqu.journal.models import Paper
from jijuqu.web.desk.fields import Day, Line, RowChoice, TypedAgain, Words
from jijuqu.web.desk.kept_file import KeptFileField

if TYPE_CHECKING:
    import datetime

    from jijuqu.accounts.models import Person
    from jijuqu.cases.models import Case

WANTED_OF_A_PAPER = ("title", "issuer", "dated_on", "scan")


class HandForm(forms.Form):
    """When it was done, and why; `seen` is the edition of the case that the page showed."""

    on = Day(label=gettext_lazy("办理日期"), help_text=gettext_lazy("事情实际发生的日期；录入时间由系统另行记录。"))
    reason = Words(label=gettext_lazy("理由"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, asks_reason: bool, to_type: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = asks_reason
        if not asks_reason:
            self.fields["reason"].label = _("说明")
            self.fields["reason"].widget.attrs["rows"] = 1
        if to_type:
            self.fields["confirmed"] = TypedAgain(to_type)


class PaperForm(forms.Form):
    """线下件登记: a paper that was entered before, or a new one with its scan."""

    known = RowChoice(label=gettext_lazy("已登记的线下件"), required=False)
    title = Line(label=gettext_lazy("标题"), max_length=200, required=False)
    number = Line(label=gettext_lazy("文号"), max_length=60, required=False, help_text=gettext_lazy("没有文号的不填。"))
    issuer = Line(label=gettext_lazy("发文单位"), max_length=100, required=False)
    dated_on = Day(label=gettext_lazy("落款日期"), required=False)
    scan = KeptFileField(
        label=gettext_lazy("扫描件"),
        allowed=SCANS,
        required=False,
        help_text=gettext_lazy("PDF、OFD 或者图片。"),
    )

    def __init__(self, *args: Any, case: Case | None, is_wanted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_wanted = is_wanted
        papers = Paper.objects.filter(events__subject=case.subject).distinct().order_by("-pk") if case else ()
        self.fields["known"].offer(  # type: ignore[attr-defined]
            [(each, f"{each.title} {each.number}") for each in papers], empty=_("登记新的线下件")
        )
        if not papers:
            del self.fields["known"]

    def clean(self) -> dict[str, Any]:
        """Want a paper whole or not at all."""
        said = super().clean() or self.cleaned_data
        if said.get("known") or (not self.is_wanted and not self.is_used):
            return said
        for name in WANTED_OF_A_PAPER:
            if not said.get(name) and name not in self.errors:
                self.add_error(name, _("按线下件登记的，请填写此项。"))
        return said

    @property
    def is_used(self) -> bool:
        """Whether anything of a paper was sent."""
        return any(self[name].data for name in self.fields)

    def paper(self, hand: Hand) -> Paper | None:
        """Enter the paper, inside the transaction of the act that rests on it; None where there is none."""
        said = self.cleaned_data
        if said.get("known"):
            known: Paper = said["known"]
            return known
        if not said.get("scan"):
            return None
        return enter_paper(
            said["title"], said["issuer"], said["dated_on"], said["scan"].attachment, hand, number=said["number"]
        )


def hand_of(person: Person, said: dict[str, Any], entered_on: datetime.date) -> Hand:
    """Make the hand that acts, without a paper yet."""
    return Hand(person, said["on"], seen=said.get("seen"), reason=said.get("reason", "").strip(), entered_on=entered_on)
