"""Forms that enter what came back from the office's OA: number, day of signing, sealed scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import letters
from jijuqu.cases.actions.letters import REPLIES
from jijuqu.cases.at_hand import issuer_of
from jijuqu.cases.models import Outcome
from jijuqu.journal.file_kinds import SCANS
from jijuqu.web.desk.fields import Choice, Day, Line, RowChoice
from jijuqu.web.desk.kept_file import KeptFileField
from jijuqu.web.language import page_language
from jijuqu.words.papers import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection

    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Letter
    from jijuqu.web.desk.acts.asked import About, Said


SENT_OUT = (
    "opinion_request", "joint_review_opinion", "expert_report", "application", "non_acceptance", "completion_request",
    *REPLIES,
)  # fmt: skip


class Sealed(forms.Form):
    """Which draft came back sealed, or a letter that was not drafted here; and its number, day and scan."""

    letter = RowChoice(label=gettext_lazy("公文"), required=False)
    kind = Choice(label=gettext_lazy("文种"), required=False)
    title = Line(label=gettext_lazy("标题"), max_length=200, required=False)
    number = Line(label=gettext_lazy("文号"), max_length=60, help_text=gettext_lazy("办公系统编定的发文字号。"))
    signed_on = Day(label=gettext_lazy("签发日期"))
    scan = KeptFileField(label=gettext_lazy("盖章扫描件"), allowed=SCANS)
    replies = False

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        kinds = [each for each in SENT_OUT if (each in REPLIES) == self.replies]
        drafts = drafted(about, kinds)
        named = [(each, f"{KINDS[each.kind].say(language)} {each.content.get('title', '')}") for each in drafts]
        self.fields["letter"].offer(named, empty=gettext_lazy("不是在本系统拟稿的"))  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "—"), *((each, KINDS[each].say(language)) for each in kinds)]  # type: ignore[attr-defined]
        if drafts:
            self.fields["letter"].initial = drafts[0].pk
        else:
            del self.fields["letter"]
            self.fields["kind"].help_text = _(
                "没有这类公文的拟稿：已在别处拟稿发出的，在此登记；还没有的，先到案件的“文书”拟稿。"
            )
        if self.replies:
            refused = about.case.outcome == Outcome.REFUSED
            self.fields["kind"].initial = "refusal_reply" if refused else "approval_reply"

    def clean(self) -> dict[str, Any]:
        """Want kind and title of a letter that was not drafted here."""
        said = super().clean() or self.cleaned_data
        for name in () if said.get("letter") else ("kind", "title"):
            if not said.get(name):
                self.add_error(name, gettext_lazy("不是在本系统拟稿的，请填写此项。"))
        return said


class SealedReply(Sealed):
    """The commission's reply, which closes the case."""

    replies = True


def drafted(about: About, kinds: Collection[str]) -> list[Letter]:
    """List the letters of some kinds that are drafts still."""
    return [each for each in about.case.letters.all() if not each.number and each.kind in kinds]


def register(said: Said, hand: Hand) -> None:
    """Enter what came back; a letter that was not drafted here is entered as it is."""
    letter = said.fields.get("letter")
    if letter is None:
        issuer, content = issuer_of(said.case, said["kind"], said["signed_on"]), {"title": said["title"]}
        letter = letters.draft_letter(said.case, said["kind"], issuer, content, hand)
    letters.register_letter(letter, said["number"], said["signed_on"], said["scan"].attachment, hand)
