"""Forms of the expert review: who is called or drawn, scores, the one signed report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import experts
from jijuqu.cases.models import Body, Expert, Panel, PanelSeat
from jijuqu.cases.tasks import latest_panel, own_seat
from jijuqu.procedure.experts import Field, TooFewExperts, Verdict
from jijuqu.tables.dated import in_force_on
from jijuqu.web.desk.fields import Day, Line, OneOf, RowChoice, SomeOf, Words, said_choices
from jijuqu.web.language import page_language
from jijuqu.words.said import say

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.web.desk.acts.asked import About, Said

# An expert scores how far the plan meets each of the conditions of 二（二）, 0 to 100; off unless a district wants it.
CRITERIA = ("二（二）1", "二（二）2", "二（二）3", "二（二）4")


class Convene(forms.Form):
    """Who is called, when and where; or how many are drawn from which pool, with the seed that anybody may check."""

    named = SomeOf(label=gettext_lazy("评审专家"))
    meets_on = Day(label=gettext_lazy("评审会日期"))
    place = Line(label=gettext_lazy("地点"), max_length=80, required=False)
    draw = forms.IntegerField(
        label=gettext_lazy("随机抽取人数"),
        help_text=gettext_lazy("不抽取的不填：上面勾选的即为评审专家。填写后从勾选的专家中抽取。"),
        min_value=1,
        required=False,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )
    seed = Line(
        label=gettext_lazy("抽取种子"),
        help_text=gettext_lazy("事先约定的一串字，如当天的开奖号码；据此任何人都能重算抽取结果。"),
        max_length=80,
        required=False,
    )
    is_blind = forms.BooleanField(
        label=gettext_lazy("专家各自评分，评审意见登记前互不可见"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        pool = Expert.objects.filter(in_force_on(about.today))
        self.there = {str(each.pk): each for each in pool}
        self.parties = set(Body.objects.filter(cluster__case=about.case).values_list("name", flat=True))
        field = self.fields["named"]
        field.choices = [  # type: ignore[attr-defined]
            (key, f"{each.name}（{Field(each.field).label.say(language)}，{each.employer}）{self._tie(each)}")
            for key, each in self.there.items()
        ]
        field.help_text = "" if self.there else _("专家库中还没有专家，请先入库，或者凭签字的评审意见登记线下件。")

    def _tie(self, expert: Expert) -> str:
        return _("，有利害关系，应回避") if self._is_tied(expert) else ""

    def _is_tied(self, expert: Expert) -> bool:
        return bool(self.parties & {expert.employer, *expert.ties})

    def clean(self) -> dict[str, Any]:
        """Draw where a number is given; whoever is tied to a body of the plan is left out of the draw."""
        said = super().clean() or self.cleaned_data
        chosen = [self.there[key] for key in said.get("named", ())]
        said["excluded"] = {}
        if said.get("draw"):
            if not said.get("seed", "").strip():
                self.add_error("seed", _("抽取须有种子，以便重算。"))
                return said
            tied = [each for each in chosen if self._is_tied(each)]
            said["excluded"] = dict.fromkeys(tied, _("与规划的责任主体有利害关系"))
            try:
                chosen = experts.draw_experts(chosen, said["seed"], said["draw"], tied)
            except TooFewExperts as few:
                self.add_error("draw", say(few.message, page_language()))
        said["named"] = chosen
        return said


def convene(said: Said, hand: Hand) -> None:
    """Call the meeting."""
    experts.convene_experts(
        said.case.pk, said["named"], hand, meets_on=said["meets_on"], place=said["place"],
        excluded=said["excluded"], seed=said["seed"] if said["draw"] else "", is_blind=said["is_blind"],
    )  # fmt: skip


class Score(forms.Form):
    """One expert's own scores and remarks."""

    remarks = Words(label=gettext_lazy("个人意见"), required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seat = own_seat(about.case, about.person.pk)
        scored = self.seat.scores if self.seat else {}
        marks = {clause: _mark(clause, scored.get(clause)) for clause in CRITERIA}
        self.fields = {**marks, **self.fields}
        self.fields["remarks"].initial = self.seat.remarks if self.seat else ""


def _mark(clause: str, scored: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=_("符合%(clause)s的程度（0—100分）") % {"clause": clause},
        min_value=0,
        max_value=100,
        initial=scored,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )


def score(said: Said, hand: Hand) -> None:
    """Enter the scores at the expert's own seat."""
    seat = own_seat(said.case, hand.person.pk)
    assert seat, "the page is shown to experts of the panel only"  # noqa: S101
    experts.score_plan(seat, {clause: said[clause] for clause in CRITERIA}, said["remarks"], hand)


class Report(forms.Form):
    """The verdict, the words, who was there, who led."""

    verdict = OneOf(label=gettext_lazy("评审结论"))
    report = Words(label=gettext_lazy("评审意见"), rows=6, help_text=gettext_lazy("一行一条，不写序号。"))
    advice = Words(label=gettext_lazy("修改完善建议"), required=False, help_text=gettext_lazy("一行一条；没有的不填。"))
    present = SomeOf(label=gettext_lazy("到会并签字的专家"), required=False)
    head = RowChoice(label=gettext_lazy("组长"), required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        panel = latest_panel(about.case)
        seats = [each for each in panel.seats.all() if not each.excluded_because] if panel and not panel.verdict else []
        self.there = {str(each.pk): each for each in seats}
        self.fields["verdict"].choices = said_choices(Verdict)  # type: ignore[attr-defined]
        self.fields["present"].choices = [(key, each.expert.name) for key, each in self.there.items()]  # type: ignore[attr-defined]
        self.fields["present"].initial = list(self.there)
        self.fields["head"].offer(((each, each.expert.name) for each in seats), empty=_("未定"))  # type: ignore[attr-defined]
        if not seats:
            del self.fields["present"], self.fields["head"]

    def clean_present(self) -> list[PanelSeat]:
        """Give the seats themselves."""
        return [self.there[key] for key in self.cleaned_data["present"]]


def record_report(said: Said, hand: Hand) -> None:
    """Record the report of the panel, or of one of which only the signed report came in."""
    panel = latest_panel(said.case)
    if panel is None or panel.verdict:
        panel = Panel(case=said.case, meets_on=hand.on, quorum=0)  # of which only the signed report came in
    experts.record_expert_report(
        panel, Verdict(said["verdict"]), said["report"], said.fields.get("present", ()), hand,
        head=said.fields.get("head"), advice=said["advice"],
    )  # fmt: skip
