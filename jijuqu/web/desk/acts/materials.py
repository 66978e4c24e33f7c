"""A file added to a case, and the paper of an act put among its materials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import drafting
from jijuqu.cases.models import FileKind
from jijuqu.web.desk.fields import Choice, Day, Line
from jijuqu.web.desk.kept_file import KeptFileField

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Case
    from jijuqu.web.desk.acts.asked import About, Said


class Material(forms.Form):
    """What kind of material it is, the file, and the number and day that stand on it."""

    kind = Choice(label=gettext_lazy("材料"), choices=FileKind.choices)
    file = KeptFileField(label=gettext_lazy("文件"), help_text=gettext_lazy("PDF、OFD、图片、办公文档或压缩包。"))
    number = Line(label=gettext_lazy("文号"), max_length=60, required=False)
    dated_on = Day(label=gettext_lazy("落款日期"), required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


def add(said: Said, hand: Hand) -> None:
    """Add it."""
    kept = said["file"]
    drafting.add_file(
        said.case.pk, FileKind(said["kind"]), kept.attachment, kept.name, hand, number=said["number"],
        dated_on=said["dated_on"],
    )  # fmt: skip


def add_paper(case: Case, hand: Hand, kind: FileKind) -> None:
    """Put the paper of an act among the materials of the case."""
    paper = hand.paper
    if paper and paper.attachment:
        drafting.add_file(
            case.pk, kind, paper.attachment, paper.title, hand, number=paper.number, dated_on=paper.dated_on
        )
