"""The form of one part of a plan's text; nothing is lost when two write at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import drafting
from jijuqu.cases.models import SectionKind
from jijuqu.web.desk.fields import RowChoice, Words

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import SectionText
    from jijuqu.web.desk.acts.asked import About, Said


class SectionForm(forms.Form):
    """Which part, its text, and the edition that was begun with.

    Opening it takes the part in hand for a quarter of an hour, or says who has it.
    """

    section = RowChoice(label=gettext_lazy("规划内容"))
    text = Words(label=gettext_lazy("正文"), rows=18, required=False)
    base = forms.IntegerField(widget=forms.HiddenInput)
    theirs: SectionText | None = None

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = list(SectionKind.values)
        sections = sorted(about.case.sections.all(), key=lambda each: kinds.index(each.kind))
        self.fields["section"].offer((each, SectionKind(each.kind).label) for each in sections)  # type: ignore[attr-defined]
        key = str(self["section"].value() or "")
        chosen = next((each for each in sections if str(each.pk) == key), None)
        if chosen is None or self.is_bound:
            return
        held = drafting.hold_section(chosen.pk, about.person)
        self.fields["text"].initial, self.fields["base"].initial = held.text, held.edition
        if held.held_by_id != about.person.pk and held.held_by and held.held_until:
            until = timezone.localtime(held.held_until).strftime("%H:%M")
            words = _("%(who)s正在编写这一部分，占用至%(until)s；您仍可填写，保存时会提示是否冲突。")
            self.fields["text"].help_text = words % {"who": held.held_by.name, "until": until}

    def put_beside(self, error: drafting.SomebodyWroteError) -> None:
        """Show what somebody else saved meanwhile; sent again, this text goes on top of that."""
        self.theirs = error.theirs
        sent: Any = self.data
        sent = sent.copy()
        sent["base"] = str(error.theirs.edition)
        self.data = sent
        words = _("%(who)s已先保存了第%(edition)s版，列在下面；您写的仍在，请合并后再保存。")
        self.add_error("text", words % {"who": error.theirs.written_by.name, "edition": error.theirs.edition})


def write_section(said: Said, hand: Hand) -> None:
    """Save the text as the next edition."""
    drafting.write_section(said["section"].pk, said["text"], said["base"], hand)
